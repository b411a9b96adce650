import { parseDay } from '../../../core/calendar/day.ts';
import { solicitationWindow } from '../../../core/calendar/solicitationWindow.ts';
import type { CallState } from '../../../core/call/state.ts';
import { caseWords } from '../../../messages/caseWords.ts';
import { derivationText } from '../../../messages/derivation.ts';
import { factWords } from '../../../messages/factWords.ts';
import { partWord } from '../../../messages/partWord.ts';
import { registerWords } from '../../../messages/registerWords.ts';
import { casePath } from '../../casePaths.ts';
import { Facts } from '../../components/Facts.tsx';
import { dayWords } from '../../components/momentWords.ts';
import { Table } from '../../components/Table.tsx';
import type { OrganCard } from '../../organCard.ts';

interface CallFactsProps {
  readonly organ: OrganCard;
  readonly state: CallState;
}

/** A call: its window with the count of its days, its files, what was published. */
export function CallFacts({ organ, state }: CallFactsProps) {
  const { opensOn, closesOn, guidelines, publications, windowOverride, withdrawal } = state;
  return (
    <section class="section" aria-labelledby="facts">
      <h2 id="facts">{caseWords.facts}</h2>
      <Facts
        facts={[
          [factWords.window, registerWords.until(dayWords(opensOn), dayWords(closesOn))],
          ...(windowOverride ? [[factWords.windowOverride, windowOverride.reason] as const] : []),
          [factWords.guideline, guidelines.map(({ version }) => version).join('、') || factWords.notYet],
          [
            factWords.published,
            publications
              .map(({ item, on, place }) => factWords.publication(partWord(item), dayWords(on), place))
              .join('、') || factWords.notYet,
          ],
          ...(withdrawal ? [[factWords.closing, withdrawal] as const] : []),
        ]}
      />
      <Window organ={organ} state={state} />
      <Table
        caption={factWords.files}
        columns={[factWords.file, factWords.personsAtClose]}
        rows={state.files.map(({ entry, fileName }) => [
          <a href={casePath(organ.id, 'register', entry)}>{fileName}</a>,
          personsAtClose(state, entry),
        ])}
      />
    </section>
  );
}

function personsAtClose({ snapshot }: CallState, entry: string): string {
  const fixed = snapshot.find((one) => one.entry === entry);
  if (!fixed) return factWords.beforeClose;
  if (!fixed.persons) return factWords.notCounted;
  const count = registerWords.persons(fixed.persons.uniquePersons);
  return fixed.reason ? `${count}（${fixed.reason}）` : count;
}

/** DDL-01: the count of the window's days. */
function Window({ organ, state: { opensOn, closesOn } }: CallFactsProps) {
  const [from, to, minDays] = [parseDay(opensOn), parseDay(closesOn), organ.rules.solicitation.minDays];
  if (!from || !to || !minDays) return null;
  const { derivation } = solicitationWindow(from, to, minDays.value);
  return (
    <details>
      <summary>{factWords.windowCount(minDays.text)}</summary>
      <ol class="bullets derivation">
        {derivation.map((step) => (
          <li>{derivationText(step)}</li>
        ))}
      </ol>
    </details>
  );
}
