import type { RuleSet } from '../organ/ruleSet.ts';
import type { PersonCount } from '../register/entry.ts';
import type { ProposalFacts } from './facts.ts';
import type { ProposalState } from './state.ts';
import { objectorsOf } from './thirdParties.ts';

type Counts = Pick<ProposalFacts, 'call' | 'entry'>;

/** 名寄せ後 or 延べ, as the organ counts. */
const counted = ({ uniquePersons, cumulativePersons }: PersonCount, { review }: RuleSet): number =>
  review.countBasis?.value === 'cumulative' ? cumulativePersons : uniquePersons;

/** What the register counts now; of a unit of several files nobody has counted the persons there (EXC-2). */
const countedNow = ({ call, entry }: Counts): PersonCount | null => (call?.group ? null : (entry?.persons ?? null));

/** Persons of the file as fixed at the close of the call (DDL-14), without those who object (STP-11). */
export function personsOfFile(state: Pick<ProposalState, 'review'>, rules: RuleSet, facts: Counts): number | null {
  const persons = facts.call?.personsAtClose ?? countedNow(facts);
  return persons && counted(persons, rules) - objectorsOf(state);
}

/** What the register counts today, where that is no longer the number fixed at the close (1c-09); null = it is the same. */
export function movedCount({ created }: Pick<ProposalState, 'created'>, rules: RuleSet, facts: Counts): number | null {
  const [fixed, now] = [facts.call?.personsAtClose ?? null, countedNow(facts)];
  if (created !== null || fixed === null || now === null) return null;
  return counted(now, rules) === counted(fixed, rules) ? null : counted(now, rules);
}
