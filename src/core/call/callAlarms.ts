import type { Day } from '../calendar/day.ts';
import { fiscalYearOf, fiscalYearSpan } from '../calendar/fiscalYear.ts';
import type { RuleSet } from '../organ/ruleSet.ts';
import { lateItems } from './openingObstacle.ts';
import type { CallState, PublishedItem } from './state.ts';

/** What an organ must be told about its calls before anyone asks. */
export type CallAlarm =
  /** Fewer windows opened in the 年度 than the rules want; `over` = the 年度 has ended and nothing can be made good (DDL-02). */
  | {
      readonly kind: 'tooFewCalls';
      readonly fiscalYear: number;
      readonly opened: number;
      readonly wanted: number;
      /** The last day on which a window of this 年度 can open. */
      readonly lastOpening: string;
      readonly over: boolean;
      readonly basis: string;
    }
  /** The organ must solicit and nobody has said how often. */
  | { readonly kind: 'frequencyUnset'; readonly setting: 'solicitation.perFiscalYear'; readonly basis: string }
  /** A window stands before its opening, or past it, with something unpublished (PUB-2, PUB-3). */
  | {
      readonly kind: 'notPublished';
      readonly title: string;
      readonly opensOn: string;
      readonly items: readonly PublishedItem[];
      /** The opening day has come: the window did not open for this. */
      readonly over: boolean;
      readonly basis: string;
    };

const hasOpened = ({ stage }: CallState): boolean => stage === 'open' || stage === 'closed';
const isPrepared = ({ stage }: CallState): boolean => stage === 'draft' || stage === 'published';

/**
 * What is missing in an organ's calls on a day: of the 年度 that runs and of the one before, as far as the rule set was in
 * force in it. A window counts for the 年度 of its opening day (1c-27); one that is prepared for a day to come keeps the
 * running 年度 quiet. An organ that need not solicit (Ichikawa: 随時又は定期的に) has no alarm of the first two kinds.
 * @param calls all calls of the organ
 */
export function callAlarms(rules: RuleSet, calls: readonly CallState[], today: string): readonly CallAlarm[] {
  return [...frequencyAlarms(rules, calls, today as Day), ...publicationAlarms(rules, calls, today)];
}

function frequencyAlarms({ solicitation, effectiveFrom }: RuleSet, calls: readonly CallState[], today: Day) {
  const { mandatory, perFiscalYear } = solicitation;
  if (mandatory?.value !== true) return [];
  if (perFiscalYear === null)
    return [{ kind: 'frequencyUnset', setting: 'solicitation.perFiscalYear', basis: mandatory.text } as const];
  const year = fiscalYearOf(today);
  return [year - 1, year]
    .filter((one) => effectiveFrom === null || effectiveFrom <= fiscalYearSpan(one).through)
    .flatMap((one) => yearAlarm(one, calls, today, perFiscalYear.value, perFiscalYear.text));
}

function yearAlarm(
  fiscalYear: number,
  calls: readonly CallState[],
  today: Day,
  wanted: number,
  basis: string,
): readonly CallAlarm[] {
  const { through: lastOpening } = fiscalYearSpan(fiscalYear);
  const ofYear = calls.filter(({ opensOn }) => fiscalYearOf(opensOn as Day) === fiscalYear);
  const opened = ofYear.filter(hasOpened).length;
  const coming = ofYear.filter((call) => isPrepared(call) && call.opensOn >= today).length;
  if (opened + coming >= wanted) return [];
  return [{ kind: 'tooFewCalls', fiscalYear, opened, wanted, lastOpening, over: today > lastOpening, basis }];
}

/** Windows that are prepared and that what is published so far would not let open. */
const publicationAlarms = (rules: RuleSet, calls: readonly CallState[], today: string): readonly CallAlarm[] =>
  calls.filter(isPrepared).flatMap((call) => {
    const late = lateItems(call, rules);
    const [first] = late;
    if (first === undefined) return [];
    const { title, opensOn } = call;
    const items = late.map(({ item }) => item);
    return [{ kind: 'notPublished', title, opensOn, items, over: today >= opensOn, basis: first.basis }];
  });
