import type { Day } from '../../core/calendar/day.ts';
import type { DerivationStep } from '../../core/derivationStep.ts';
import type { RuleSet } from '../../core/organ/ruleSet.ts';
import type { OrganId } from '../../core/role.ts';
import type { PlanNoteFacts } from '../../messages/planNote.ts';
import type { Parts } from '../parts.ts';
import type { StateRecord } from '../ports/eventStore.ts';

/** A value that can be chosen, in words; `part` is a part of a case whose word stands in messages. */
export type Choice = { readonly value: string } & ({ readonly label: string } | { readonly part: string });

/** What a form is given beforehand by the rules and the case. Paths are without row numbers. */
export interface FormPlan {
  /** Fields of the command, as far as they are known; personal data is not among them. */
  readonly filled: Readonly<Record<string, unknown>>;
  /** Choices of a field that takes the case's or the organ's own. */
  readonly choices: Readonly<Record<string, readonly Choice[]>>;
  /** Fields that the form does not show, and that are not said. */
  readonly hidden: readonly string[];
  /** How a prefilled day was reached. */
  readonly derivations: Readonly<Record<string, readonly DerivationStep[]>>;
  /** What the organ's rules or the case say beside a field. */
  readonly notes: readonly PlanNote[];
}

/** A fact beside a field; the words stand in messages. */
export type PlanNote = { readonly path: string } & PlanNoteFacts;

/** What a plan is made from. `asked` are the parameters of the address: `call`, `party`, `release`. */
export interface Planning {
  readonly parts: Parts;
  readonly organ: OrganId;
  readonly record: StateRecord | null;
  readonly rules: RuleSet;
  readonly today: Day;
  readonly asked: Readonly<Record<string, string>>;
}

export const nothing: FormPlan = { filled: {}, choices: {}, hidden: [], derivations: {}, notes: [] };

export type Planner = (planning: Planning) => Partial<FormPlan> | Promise<Partial<FormPlan>>;

/** The case's state; every form of a command on a case has one. */
export const stateOf = <State>({ record }: Planning): State => {
  if (!record) throw new Error('this form needs a case');
  return record.state as State;
};
