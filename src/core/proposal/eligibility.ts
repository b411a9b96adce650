import { bar } from '../calendar/bar.ts';
import { addDays, type Day } from '../calendar/day.ts';
import { minority } from '../calendar/minority.ts';
import { happened } from '../decision.ts';
import type { BarringFact, DisqualificationId, DisqualificationItem } from '../organ/provision.ts';
import type { RuleSet } from '../organ/ruleSet.ts';
import { type Decided, isBlank, type Known, todayOf } from './facts.ts';
import { proposerIds } from './missingParts.ts';
import { no } from './refusals.ts';
import type { DismissGround, RecordGround, ReviewEligibility } from './reviewCommands.ts';
import type { Ground, Obstacle, ReportableFact } from './reviewState.ts';
import type { ProposalState } from './state.ts';

const groundIds = {
  minor: 'DQ-1',
  adultWard: 'DQ-2',
  curatorship: 'DQ-2',
  impairedCapacity: 'DQ-2',
  bankrupt: 'DQ-3',
  imprisonment: 'DQ-4',
  penaltyUnderAct: 'DQ-4',
  penaltyUnderOrdinance: 'DQ-4',
  penaltyUnderAdministrativeOrgansAct: 'DQ-4',
  penaltyUnderIncorporatedAgenciesAct: 'DQ-4',
  penaltyUnderOtherOrdinance: 'DQ-4',
  cancelledByOrgan: 'DQ-5',
  cancelledByOtherOrgan: 'DQ-5',
  cancelledUnderAdministrativeOrgansAct: 'DQ-5',
  cancelledUnderIncorporatedAgenciesAct: 'DQ-5',
  cancelledUnderOtherOrdinance: 'DQ-5',
} as const satisfies Record<BarringFact, DisqualificationId>;

/** 懲役, 禁錮 and 拘禁刑 bar alike, whichever of them the organ prints (1c-07). */
const barringFactOf = (fact: ReportableFact): BarringFact =>
  fact === 'imprisonmentWithWork' || fact === 'imprisonmentWithoutWork' ? 'imprisonment' : fact;

/** The item of the organ that covers a fact; an item of its own before one of the Act that binds it all the same. */
const itemOf = (covered: BarringFact | 'officer', { disqualification }: RuleSet): DisqualificationItem | null =>
  [...disqualification.items, ...disqualification.byAct].find(({ covers }) => covers.includes(covered)) ?? null;

interface Span {
  readonly from: string | null;
  readonly through: string | null;
}

const coversDay = ({ from, through }: Span, day: string): boolean =>
  (from === null || from <= day) && (through === null || day <= through);

/** 欠格事由に当たる事実の記録: what was declared or is known, kept as the days on which it bars and nothing more. */
export function recordGround(command: RecordGround, state: ProposalState, rules: RuleSet, facts: Known): Decided {
  const fact = barringFactOf(command.fact);
  const item = itemOf(fact, rules);
  const refusal = partyRefusal(command, state, rules) ?? (item ? null : no('factNoGround', { fact }));
  if (refusal || item === null) return refusal ?? no('factNoGround', { fact });
  const span = spanOf(command, fact, rules, state.receivedOn);
  if ('refusal' in span) return span;
  const days = [state.receivedOn, todayOf(facts)];
  if (!days.some((day) => coversDay(span, day) || (span.from ?? '') > day))
    return no('groundOver', { fact, through: span.through }, item.text);
  return happened({
    type: 'groundRecorded',
    data: {
      ...groundOf(fact, item, command.officer !== null ? itemOf('officer', rules) : null),
      ground: `ground:${state.review.groundsRecorded + 1}`,
      party: command.party,
      ...span,
      knownFrom: command.knownFrom,
      recordedOn: todayOf(facts),
    },
    personal: { fact: command.fact, officer: command.officer, note: command.note },
  });
}

const groundOf = (fact: BarringFact, item: DisqualificationItem, officer: DisqualificationItem | null) => ({
  id: officer ? ('DQ-6' as const) : groundIds[fact],
  /** What bars the officer; null where the proposer is barred itself. */
  inOfficer: officer ? groundIds[fact] : null,
  label: (officer ?? item).label,
  basis: (officer ?? item).text,
});

function partyRefusal(command: RecordGround, state: ProposalState, rules: RuleSet) {
  const { party, officer } = command;
  const proposer = state.proposers[proposerIds(state).indexOf(party)];
  if (!proposer) return no('partyUnknown', { party });
  if (officer === null) return null;
  if (proposer.kind === 'individual') return no('officerOfIndividual', { party });
  const titles = rules.disqualification.officerTitles;
  if (titles?.value.includes(officer.title) || !isBlank(officer.reason)) return null;
  return no('officerReasonMissing', { title: officer.title, titles: titles?.value ?? [] }, titles?.text);
}

/** The days on which a fact bars: while it lasts, and where years are counted from its end to the last of them. */
function spanOf(command: RecordGround, fact: BarringFact, rules: RuleSet, proposalDay: string) {
  const { since, endedOn, birthDate } = command;
  if (fact === 'minor') return minorSpan(birthDate, proposalDay);
  const id = groundIds[fact];
  if (id !== 'DQ-4' && id !== 'DQ-5')
    return { from: since, through: endedOn === null ? null : addDays(endedOn as Day, -1) };
  const years = rules.disqualification.barYears;
  if (years === null) return no('proposalSettingMissing', { setting: 'disqualification.barYears' });
  const counted = id === 'DQ-5' ? since : endedOn;
  if (id === 'DQ-5' && counted === null) return no('groundDayMissing', { fact });
  return { from: since, through: counted === null ? null : bar(counted as Day, years.value).barredThrough };
}

function minorSpan(birthDate: string | null, proposalDay: string) {
  if (birthDate === null) return no('groundDayMissing', { fact: 'minor' });
  const { adultFrom } = minority(birthDate as Day, proposalDay as Day);
  return { from: null, through: addDays(adultFrom, -1) };
}

/** 記録の取消し: the fact proved wrong, or a cancellation that was found concerns someone else of the same name. */
export function dismissGround(command: DismissGround, state: ProposalState, facts: Known): Decided {
  const { ground, reason } = command;
  const known = [
    ...state.review.grounds.map((one) => one.ground),
    ...facts.cancellations.map(({ id }) => `case:${id}`),
  ];
  if (!known.includes(ground)) return no('groundUnknown', { ground, grounds: known });
  if (isBlank(reason)) return no('dismissalReasonMissing', { ground });
  return happened({
    type: 'groundDismissed',
    data: { ground, reason: reason.trim(), by: facts.actor.person, on: todayOf(facts) },
  });
}

/** What must be known to tell whether someone may propose. */
export type Standing = Pick<ProposalState, 'minors' | 'receivedOn'> & {
  readonly review: Pick<ProposalState['review'], 'grounds' | 'dismissed'>;
};

/**
 * Everything that bars the proposal: grounds that apply on the proposal day (who is barred then can't propose) or on the
 * day of the look (1c-26), the minors of the proposal day, and the organ's own cancellations, found by name.
 */
export function obstaclesOn(standing: Standing, rules: RuleSet, facts: Pick<Known, 'cancellations'>, day: string) {
  const { review, receivedOn } = standing;
  const open = [...minorGrounds(standing, rules), ...review.grounds, ...foundGrounds(facts, rules)].filter(
    ({ ground }) => !review.dismissed.includes(ground),
  );
  return open
    .filter((ground) => coversDay(ground, receivedOn) || coversDay(ground, day))
    .map(
      ({ ground, party, id, inOfficer, label, basis, through, certain }): Obstacle => ({
        ground,
        party,
        id,
        inOfficer,
        label,
        basis,
        through,
        certain,
      }),
    );
}

function minorGrounds({ minors, receivedOn }: Standing, rules: RuleSet): Ground[] {
  const item = itemOf('minor', rules);
  if (item === null) return [];
  return minors.map((number) => ({
    ...groundOf('minor', item, null),
    ground: `minor:proposer:${number}`,
    party: `proposer:${number}`,
    from: receivedOn,
    through: receivedOn,
    certain: true,
  }));
}

function foundGrounds({ cancellations }: Pick<Known, 'cancellations'>, rules: RuleSet): Ground[] {
  const item = itemOf('cancelledByOrgan', rules);
  const years = rules.disqualification.barYears;
  if (item === null || years === null) return [];
  return cancellations.map(({ id, party, cancelledOn, certain }) => ({
    ...groundOf('cancelledByOrgan', item, null),
    ground: `case:${id}`,
    party,
    from: cancelledOn,
    through: bar(cancelledOn as Day, years.value).barredThrough,
    certain,
  }));
}

/** CRI-1 on a day: null when nothing bars. An uncertain find has to be dismissed with a reason or confirmed first. */
export function eligibilityRefusal(state: ProposalState, rules: RuleSet, facts: Known) {
  const [first, ...others] = obstaclesOn(state, rules, facts, todayOf(facts)).toSorted(
    (one, other) => Number(other.certain) - Number(one.certain),
  );
  if (first === undefined) return null;
  const all = [first, ...others];
  return no(
    first.certain ? 'proposerDisqualified' : 'possibleCancellation',
    {
      grounds: all.map(({ ground }) => ground),
      items: all.map(({ label, basis }) => label || basis),
      ids: all.map(({ id }) => id),
      parties: all.map(({ party }) => party),
      through: first.through,
    },
    first.basis,
  );
}

/**
 * Whether a body proposes while the list of the bodies that can't is not complete (1c-36): nobody can then say that it is
 * not one of them.
 */
export function unlistedBodyRefusal({ proposers }: ProposalState, { disqualification }: RuleSet) {
  const { excludedBodies, furtherExcludedBodies } = disqualification;
  if (excludedBodies === null || furtherExcludedBodies !== null) return null;
  return proposers.every(({ kind }) => kind === 'individual')
    ? null
    : no('proposalSettingMissing', { setting: 'disqualification.furtherExcludedBodies' }, excludedBodies.text);
}

/** 欠格事由の確認 on demand (1c-26): what bars today is written down, also when nothing does. */
export function reviewEligibility(
  { note }: ReviewEligibility,
  state: ProposalState,
  rules: RuleSet,
  facts: Known,
): Decided {
  const obstacles = obstaclesOn(state, rules, facts, todayOf(facts));
  return happened({
    type: 'eligibilityReviewed',
    data: { occasion: 'demand', on: todayOf(facts), by: facts.actor.person, obstacles, note },
  });
}
