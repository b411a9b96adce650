import type { ComplaintState } from '../../../core/complaint/state.ts';
import type { LeakState } from '../../../core/leak/state.ts';
import type { OtherProvisionState } from '../../../core/otherProvision/state.ts';
import { afterOptionWords } from '../../../messages/afterWords.ts';
import { caseWords } from '../../../messages/caseWords.ts';
import { factWords } from '../../../messages/factWords.ts';
import { lifeWords } from '../../../messages/lifeWords.ts';
import { registerWords } from '../../../messages/registerWords.ts';
import { casePath } from '../../casePaths.ts';
import { type Fact, Facts } from '../../components/Facts.tsx';
import { dayWords } from '../../components/momentWords.ts';
import type { OrganCard } from '../../organCard.ts';

const dayOr = (day: string | null): string => (day ? dayWords(day) : factWords.notYet);
const words = (values: readonly string[]): string => values.map((value) => afterOptionWords[value] ?? value).join('、');

function Section({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <section class="section" aria-labelledby="facts">
      <h2 id="facts">{caseWords.facts}</h2>
      <Facts facts={facts} />
    </section>
  );
}

/** A complaint without who made it and what was said. */
export function ComplaintFacts({ organ, state }: { readonly organ: OrganCard; readonly state: ComplaintState }) {
  const { receivedOn, unit, subject, handledOn, referral, settledOn, improvement } = state;
  return (
    <Section
      facts={[
        [lifeWords.receivedOn, dayWords(receivedOn)],
        [lifeWords.unit, unit],
        [
          lifeWords.subject,
          subject ? <a href={casePath(organ.id, subject.kind, subject.id)}>{subject.id}</a> : factWords.none,
        ],
        [lifeWords.handledOn, handledOn.map(dayWords).join('、') || factWords.notYet],
        ...(referral ? [[lifeWords.referral, `${referral.to}（${dayWords(referral.on)}）`] as const] : []),
        [lifeWords.settledOn, dayOr(settledOn)],
        ...(improvement ? [[lifeWords.improvement, improvement] as const] : []),
      ]}
    />
  );
}

/** A leak with its clock. */
export function LeakFacts({ state }: { readonly state: LeakState }) {
  const { knownOn, things, persons, grounds, clock, preliminaryOn, finalOn, principalsToldOn, measures } = state;
  const reports: readonly Fact[] =
    clock === null
      ? [[lifeWords.preliminary, lifeWords.noReport]]
      : [
          [
            lifeWords.preliminary,
            preliminaryOn
              ? lifeWords.doneOn(dayWords(preliminaryOn))
              : lifeWords.between(dayWords(clock.preliminaryFrom), dayWords(clock.preliminaryBy)),
          ],
          [lifeWords.final, finalOn ? lifeWords.doneOn(dayWords(finalOn)) : lifeWords.by(dayWords(clock.finalBy))],
          [lifeWords.leakCount, lifeWords.leakFirstDay[clock.firstDay ?? 'unconfirmed']],
        ];
  return (
    <Section
      facts={[
        [lifeWords.knownOn, dayWords(knownOn)],
        [lifeWords.things, words(things)],
        [factWords.persons, registerWords.persons(persons)],
        [lifeWords.grounds, words(grounds) || factWords.none],
        ...reports,
        [lifeWords.principals, dayOr(principalsToldOn)],
        ...(measures ? [[lifeWords.measures, measures] as const] : []),
      ]}
    />
  );
}

/** A provision of other 匿名加工情報. */
export function OtherProvisionFacts({ state }: { readonly state: OtherProvisionState }) {
  const { items, way, byLaw, announcedOn, place, handedOverOn, statedBy } = state;
  return (
    <Section
      facts={[
        [lifeWords.items, items.join('、')],
        [lifeWords.way, way],
        ...(byLaw ? [[lifeWords.byLaw, byLaw] as const] : []),
        [lifeWords.announced, announcedOn ? `${dayWords(announcedOn)}　${place ?? ''}` : factWords.notYet],
        [lifeWords.handedOver, dayOr(handedOverOn)],
        ...(statedBy ? [[lifeWords.stated, words([statedBy])] as const] : []),
      ]}
    />
  );
}
