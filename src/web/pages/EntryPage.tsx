import type { ReadEntry } from '../../app/register/readEntry.ts';
import type { RuleSet } from '../../core/organ/ruleSet.ts';
import type { EntryContents } from '../../core/register/entry.ts';
import { registerWords } from '../../messages/registerWords.ts';
import { Chips } from '../components/Chips.tsx';
import { Layout } from '../components/Layout.tsx';
import { dayWords } from '../components/momentWords.ts';
import { Sheet } from '../components/Sheet.tsx';
import { Table } from '../components/Table.tsx';
import type { Frame } from '../frame.ts';
import type { OrganCard } from '../organCard.ts';
import { registerSheet } from '../registerSheet.ts';
import { chipsOf } from './RegisterPage.tsx';

interface EntryPageProps extends ReadEntry {
  readonly frame: Frame;
  readonly organ: OrganCard;
  /** Whether the person who looks may correct it. */
  readonly mayCorrect: boolean;
}

/** One entry of the register as a sheet, with the history of its corrections. */
export function EntryPage({ frame, organ, entry, corrections, mayCorrect }: EntryPageProps) {
  const base = `/organs/${organ.id}`;
  return (
    <Layout
      frame={frame}
      title={entry.fileName}
      trail={[
        { href: base, label: organ.name },
        { href: `${base}/register`, label: registerWords.title },
      ]}
    >
      <div class="intro">
        <p class="intro__shoulder">{registerWords.title}</p>
        <h1>{entry.fileName}</h1>
        <Chips chips={chipsOf(entry)} />
        {mayCorrect && (
          <p class="actions">
            <a class="button" href={`${base}/staff/register/${entry.id}/correct`}>
              {registerWords.correct}
            </a>
          </p>
        )}
      </div>
      <Sheet fields={registerSheet(entry, organ.rules)} />
      <section class="section" aria-labelledby="history">
        <h2 id="history">{registerWords.history}</h2>
        {corrections.length === 0 ? (
          <p>{registerWords.noHistory}</p>
        ) : (
          <Table
            caption={registerWords.history}
            columns={[registerWords.correctedOn, registerWords.correctedFields, registerWords.correctedReason]}
            rows={corrections.map(({ correctedOn, fields, reason }) => [
              dayWords(correctedOn),
              fields.map((field) => labelOf(field, organ.rules)).join('、') || registerWords.omitted,
              reason,
            ])}
          />
        )}
      </section>
    </Layout>
  );
}

const labelOf = (field: keyof EntryContents, { registerFields }: RuleSet): string =>
  registerFields.find(({ id }) => id === field)?.label ?? field;
