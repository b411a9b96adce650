import type { ReleaseState } from '../../../core/release/state.ts';
import { caseWords } from '../../../messages/caseWords.ts';
import { deliveryText } from '../../../messages/deliveryText.ts';
import { factWords } from '../../../messages/factWords.ts';
import { registerWords } from '../../../messages/registerWords.ts';
import { Banner } from '../../components/Banner.tsx';
import { type Fact, Facts } from '../../components/Facts.tsx';
import { dayWords } from '../../components/momentWords.ts';
import { Table } from '../../components/Table.tsx';
import type { OrganCard } from '../../organCard.ts';
import { ReleaseAsideFacts } from './ReleaseAsideFacts.tsx';

interface ReleaseFactsProps {
  readonly organ: OrganCard;
  readonly state: ReleaseState;
  readonly names: ReadonlyMap<string, string>;
}

/** A creation: what is wanted, what was made, how it was verified, how it was handed over. */
export function ReleaseFacts({ organ, state, names }: ReleaseFactsProps) {
  const { failure, wantedPersons, provisionDeadline, responsibleOrganization } = state;
  return (
    <>
      {failure && (
        <Banner tone="warning" title={caseWords.failure}>
          <p>{failure.message}</p>
          <p class="soft">
            {caseWords.failurePlace}：{failure.place}
          </p>
        </Banner>
      )}
      <section class="section" aria-labelledby="facts">
        <h2 id="facts">{caseWords.facts}</h2>
        <Facts
          facts={[
            [factWords.division, responsibleOrganization],
            [factWords.wantedPersons, wantedPersons === null ? factWords.none : registerWords.persons(wantedPersons)],
            [factWords.provisionDeadline, provisionDeadline ? dayWords(provisionDeadline) : factWords.none],
            [factWords.source, state.source?.name ?? factWords.notYet],
            [factWords.recipe, state.recipe?.name ?? factWords.notYet],
            ...provided(state),
          ]}
        />
      </section>
      <ReleaseAsideFacts state={state} names={names} />
      <VerificationReport organ={organ} state={state} names={names} />
    </>
  );
}

const provided = ({ provision }: ReleaseState): readonly Fact[] =>
  provision
    ? [
        [factWords.providedOn, `${dayWords(provision.providedOn)}　${deliveryText(provision)}`],
        ...(provision.mediumNumber ? [[factWords.mediumNumber, provision.mediumNumber] as const] : []),
        [factWords.provisionMeasures, provision.measures],
      ]
    : [];

/** 検査の結果: what was counted on the output, and each item of the standard (STP-19). */
export function VerificationReport({ organ, state, names }: ReleaseFactsProps) {
  const { creation, verification } = state;
  if (!creation) return null;
  const { check } = creation;
  const { standards } = organ.rules.creation;
  return (
    <section class="section" aria-labelledby="check">
      <h2 id="check">{factWords.check}</h2>
      <Banner
        tone={check.passed ? 'success' : 'error'}
        title={check.passed ? caseWords.checkPassed : caseWords.checkFailed}
      >
        <p>{factWords.checkText}</p>
      </Banner>
      <Facts
        facts={[
          [factWords.rows, factWords.rowCounts(creation.rows, creation.outputRows, creation.suppressedRecords)],
          [factWords.persons, registerWords.persons(creation.persons)],
          [factWords.items, creation.items.join('、')],
          [
            factWords.smallestClass,
            check.smallestClass === null ? factWords.none : factWords.classes(check.smallestClass, check.classes),
          ],
          [factWords.engine, creation.engineVersion],
          ...(verification
            ? [
                [factWords.verifiedBy, `${dayWords(verification.on)}　${names.get(verification.by) ?? ''}`] as const,
                [factWords.verificationNote, verification.note || factWords.none] as const,
              ]
            : []),
        ]}
      />
      <Table
        caption={factWords.check}
        columns={[factWords.standard, factWords.result]}
        rows={Object.entries(check.items).map(([item, passed], at) => [
          `${caseWords.standard(item)}　${standards[at]?.wording ?? ''}`,
          passed ? caseWords.met : caseWords.notMet,
        ])}
      />
    </section>
  );
}
