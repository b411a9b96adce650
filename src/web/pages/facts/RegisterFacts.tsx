import type { PublicEntry } from '../../../core/register/publicEntry.ts';
import type { RegisterState } from '../../../core/register/state.ts';
import { caseWords } from '../../../messages/caseWords.ts';
import { factWords } from '../../../messages/factWords.ts';
import { optionWord } from '../../../messages/fieldWords.ts';
import { registerWords } from '../../../messages/registerWords.ts';
import { Facts } from '../../components/Facts.tsx';
import { dayWords } from '../../components/momentWords.ts';
import { Sheet } from '../../components/Sheet.tsx';
import { Table } from '../../components/Table.tsx';
import type { OrganCard } from '../../organCard.ts';
import { registerSheet } from '../../registerSheet.ts';

interface RegisterFactsProps {
  readonly organ: OrganCard;
  readonly state: RegisterState;
}

/** An entry with everything that the organ keeps on it. */
export function RegisterFacts({ organ, state }: RegisterFactsProps) {
  return (
    <>
      <section class="section" aria-labelledby="facts">
        <h2 id="facts">{caseWords.facts}</h2>
        <Sheet fields={registerSheet(wholeEntry(state), organ.rules)} />
        <Facts facts={keptBeside(state)} />
      </section>
      <Tests organ={organ} state={state} />
    </>
  );
}

/** The entry as the organ sees it: nothing is omitted. */
const wholeEntry = (state: RegisterState): PublicEntry => ({
  ...state.contents,
  entryDate: state.entryDate.on,
  solicited: state.flagged,
  solicitationDesk: state.solicitationDesk,
  createdData: state.createdData,
  omitted: [],
});

function keptBeside({ persons, omission, closing, publishedOn }: RegisterState) {
  return [
    [factWords.publishedOn, publishedOn ? dayWords(publishedOn) : factWords.notYet] as const,
    [
      factWords.persons,
      persons
        ? factWords.personsCounted(persons.uniquePersons, persons.cumulativePersons, dayWords(persons.countedOn))
        : factWords.notYet,
    ] as const,
    ...(omission
      ? [
          [
            factWords.omitted,
            [...omission.parts.map((part) => optionWord('omitParts', part)), ...omission.recordItems].join('、'),
          ] as const,
        ]
      : []),
    ...(closing ? [[factWords.closing, closing.reason] as const] : []),
  ];
}

function Tests({ organ, state }: RegisterFactsProps) {
  const { tests } = state;
  const wordings = organ.rules.solicitation.fileTests;
  const rows = (['published', 'disclosure', 'noHindrance'] as const).map(
    (test, at) =>
      [
        wordings[at]?.wording ?? factWords.test(at + 1),
        tests ? (tests[test].passed ? factWords.testPassed : factWords.testFailed) : caseWords.notYet,
        tests?.[test].reason ?? '',
      ] as const,
  );
  return (
    <section class="section" aria-labelledby="tests">
      <h2 id="tests">{factWords.tests}</h2>
      <Table
        caption={factWords.tests}
        columns={[factWords.testWording, factWords.result, factWords.reason]}
        rows={rows}
      />
      {state.createdData.length > 0 && (
        <Table
          caption={factWords.createdData}
          columns={[factWords.name, factWords.persons, factWords.items]}
          rows={state.createdData.map(({ name, persons, items }) => [
            name,
            registerWords.persons(persons),
            items.join('、'),
          ])}
        />
      )}
    </section>
  );
}
