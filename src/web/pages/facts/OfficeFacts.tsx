import type { MovedDeadline } from '../../../app/office/movedDeadlines.ts';
import type { OfficeState } from '../../../core/office/state.ts';
import { caseWords } from '../../../messages/caseWords.ts';
import { deadlineWord } from '../../../messages/deadlineWords.ts';
import { factWords } from '../../../messages/factWords.ts';
import { lifeWords } from '../../../messages/lifeWords.ts';
import { officeFactWords } from '../../../messages/officeFactWords.ts';
import { registerWords } from '../../../messages/registerWords.ts';
import { standardWords } from '../../../messages/releaseAsideWords.ts';
import { casePath } from '../../casePaths.ts';
import { Facts } from '../../components/Facts.tsx';
import { dayWords } from '../../components/momentWords.ts';
import { Table } from '../../components/Table.tsx';
import type { OrganCard } from '../../organCard.ts';

interface OfficeFactsProps {
  readonly organ: OrganCard;
  readonly state: OfficeState;
  /** Printed deadlines that today's calendar would count otherwise. */
  readonly moved: readonly MovedDeadline[];
  readonly names: ReadonlyMap<string, string>;
}

/** What is kept for the whole organ. */
export function OfficeFacts({ organ, state, moved, names }: OfficeFactsProps) {
  const { standards, consultations, evaluations } = state;
  const set = (id: keyof typeof standards) => {
    const setting = standards[id];
    return setting ? `${dayWords(setting.setOn)}　${setting.rule}` : factWords.notYet;
  };
  return (
    <section class="section" aria-labelledby="facts">
      <h2 id="facts">{caseWords.facts}</h2>
      <Facts
        facts={[
          [standardWords.processingStandard, set('processingStandard')],
          [standardWords.securityStandard, set('securityStandard')],
        ]}
      />
      {consultations.length > 0 && (
        <Table
          caption={officeFactWords.consultations}
          columns={[
            officeFactWords.consulted,
            officeFactWords.matter,
            officeFactWords.answered,
            officeFactWords.opinion,
          ]}
          rows={consultations.map(({ consultedOn, standards: asked, opinion }) => [
            dayWords(consultedOn),
            asked.map((id) => standardWords[id]).join('、'),
            opinion ? dayWords(opinion.answeredOn) : factWords.notYet,
            opinion?.summary ?? '',
          ])}
        />
      )}
      {evaluations.length > 0 && (
        <Table
          caption={officeFactWords.evaluations}
          columns={[officeFactWords.on, officeFactWords.result, officeFactWords.improvement]}
          rows={evaluations.map(({ on, result, improvement }) => [dayWords(on), result, improvement])}
        />
      )}
      <Changes organ={organ} state={state} names={names} />
      {moved.length > 0 && (
        <>
          <p>{lifeWords.movedLead}</p>
          <Table
            caption={lifeWords.movedDeadlines}
            columns={[lifeWords.caseColumn, lifeWords.deadline, lifeWords.printed, lifeWords.counted]}
            rows={moved.map(({ kind, id, name, printed, counted }) => [
              <a href={casePath(organ.id, kind, id)}>{id}</a>,
              deadlineWord(name),
              dayWords(printed),
              dayWords(counted),
            ])}
          />
        </>
      )}
    </section>
  );
}

type Row = readonly [what: string, when: string, who: string];

/** What changed in the office, and on which days. */
function changesOf(state: OfficeState, name: (person: string) => string): readonly Row[] {
  const { handOvers, substitutes, services, divisionChanges, closedDays } = state;
  return [
    ...handOvers.map(
      ({ on, from, to, cases }): Row => [
        lifeWords.handOvers,
        dayWords(on),
        `${name(from)} → ${name(to)}（${lifeWords.cases(cases.length)}）`,
      ],
    ),
    ...substitutes.map(
      ({ person, substitute, from, to }): Row => [
        lifeWords.substitutes,
        registerWords.until(dayWords(from), dayWords(to)),
        `${name(person)} → ${name(substitute)}`,
      ],
    ),
    ...services.map(
      ({ person, serves, on, reason }): Row => [
        serves ? lifeWords.returns : lifeWords.leaves,
        dayWords(on),
        `${name(person)}（${reason}）`,
      ],
    ),
    ...divisionChanges.map(
      ({ on, from, to }): Row => [lifeWords.divisions, dayWords(on), `${from.join('、')} → ${to}`],
    ),
    ...closedDays.map(
      ({ day, name: called, withdrawnOn }): Row => [
        lifeWords.closedDays,
        dayWords(day),
        withdrawnOn ? `${called}（${lifeWords.withdrawn} ${dayWords(withdrawnOn)}）` : called,
      ],
    ),
  ];
}

/** How the office changes: who works on what, who stands in for whom, divisions and closed days. */
function Changes({ organ, state, names }: Pick<OfficeFactsProps, 'organ' | 'state' | 'names'>) {
  const name = (person: string) => names.get(person) ?? person;
  const { assignments } = state;
  const rows = changesOf(state, name);
  return (
    <>
      {rows.length > 0 && (
        <Table
          caption={caseWords.lists.office.short}
          columns={[lifeWords.what, lifeWords.when, lifeWords.who]}
          rows={rows}
        />
      )}
      {assignments.length > 0 && (
        <Table
          caption={lifeWords.assignments}
          columns={[lifeWords.caseColumn, lifeWords.who]}
          rows={assignments.map(({ kind, id, person }) => [
            <a href={casePath(organ.id, kind, id)}>{`${caseWords.lists[kind].short}　${id}`}</a>,
            name(person),
          ])}
        />
      )}
    </>
  );
}
