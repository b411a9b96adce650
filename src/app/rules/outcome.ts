import type { ClosedDays } from '../../core/calendar/closedDays.ts';
import type { DerivationStep } from '../../core/derivationStep.ts';
import type { OrganProfile } from '../../core/organ/organProfile.ts';
import type { Citation, RuleSet, Sourced } from '../../core/organ/ruleSet.ts';

/** What the rules are answered from. */
export interface RulesSources {
  readonly profiles: readonly OrganProfile[];
  /** The named closed days; 年末年始 is the organ's own. */
  readonly holidays: Omit<ClosedDays, 'yearEnd'>;
}

/** Why a line has no answer; `message` names the member. */
export interface Problem {
  readonly code: 'badLine' | 'badInput' | 'notConfigured';
  readonly message: string;
}

export type Output = Readonly<Record<string, unknown>>;

export type Outcome<Answer extends Output = Output> =
  | { readonly output: Answer; readonly citation: Citation; readonly derivation: readonly DerivationStep[] }
  | { readonly problem: Problem };

/** One rule: the members that its input may have, and how it is answered for an organ's rule set. */
export interface Rule {
  readonly members: readonly string[];
  answer(rules: RuleSet, input: Readonly<Record<string, unknown>>, sources: RulesSources): Outcome;
}

export const badInput = (message: string): { readonly problem: Problem } => ({
  problem: { code: 'badInput', message },
});

/** A rule that the organ's sources leave open. `member` is the path in the profile. */
export const notConfigured = (rules: RuleSet, member: string, what: string): { readonly problem: Problem } => ({
  problem: { code: 'notConfigured', message: `${rules.organ}: ${what}（${member}）が定められていません。` },
});

/** The citation alone, without the value that it supports. */
export function citationOf({ text, source, law }: NonNullable<Sourced<unknown>> | Citation): Citation {
  return law === undefined ? { text, source } : { text, source, law };
}
