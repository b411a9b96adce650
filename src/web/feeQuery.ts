import type { RuleSet } from '../core/organ/ruleSet.ts';
import { feeWords } from '../messages/feeWords.ts';

export const feeKinds = ['new', 'createdByOther', 'createdByHolder'] as const;
export type FeeKind = (typeof feeKinds)[number];

/** A number that an estimate asks for. */
export interface FeeField {
  readonly name: 'minutes' | 'outsourcing' | 'persons' | 'identical' | 'first';
  readonly label: string;
  readonly hint?: string;
  readonly least: number;
  readonly most: number;
  /** May be left empty. */
  readonly isOptional?: true;
}

const field = {
  minutes: { name: 'minutes', label: feeWords.minutes, hint: feeWords.minutesHint, least: 0, most: 1_000_000 },
  outsourcing: {
    name: 'outsourcing',
    label: feeWords.outsourcing,
    hint: feeWords.outsourcingHint,
    least: 0,
    most: 10_000_000_000,
    isOptional: true,
  },
  persons: {
    name: 'persons',
    label: feeWords.persons,
    hint: feeWords.personsHint,
    least: 0,
    most: 10_000_000_000,
    isOptional: true,
  },
  identical: {
    name: 'identical',
    label: feeWords.identical,
    hint: feeWords.identicalHint,
    least: 1,
    most: 1_000,
    isOptional: true,
  },
  first: { name: 'first', label: feeWords.first, least: 0, most: 10_000_000_000 },
} as const satisfies Record<FeeField['name'], FeeField>;

/** The kinds of fees for which the organ has a rule. */
export const kindsOf = ({ fee }: RuleSet): readonly FeeKind[] =>
  feeKinds.filter((kind) => (kind === 'new' ? fee.newProposal : fee[kind]) !== null);

/** What the organ's rule of a kind of fee is reckoned from. */
export function fieldsOf({ fee }: RuleSet, kind: FeeKind): readonly FeeField[] {
  if (kind === 'createdByOther') return [field.first];
  if (kind === 'createdByHolder') return [];
  if (fee.newProposal?.value.kind === 'cumulativePersons') return [field.persons];
  return [field.minutes, field.outsourcing, ...(fee.identicalProposals ? [field.identical] : [])];
}

/** A whole number as it was typed, in full width or with commas as well; null where there is none. */
const numberIn = (typed: string): number | null => {
  const digits = typed.normalize('NFKC').replaceAll(/[,\s]/g, '');
  return /^\d{1,13}$/.test(digits) ? Number(digits) : null;
};

/** The input of the rule, or what is wrong with what was typed, by field. */
export type FeeQuery =
  | { readonly input: Readonly<Record<string, unknown>> }
  | { readonly mistakes: ReadonlyMap<string, string> };

export function readFeeQuery(rules: RuleSet, kind: FeeKind, asked: URLSearchParams): FeeQuery {
  const mistakes = new Map<string, string>();
  const values: Partial<Record<FeeField['name'], number>> = {};
  for (const { name, least, most, isOptional } of fieldsOf(rules, kind)) {
    const typed = (asked.get(name) ?? '').trim();
    if (typed === '' && isOptional) continue;
    const value = numberIn(typed);
    if (value === null || value < least || value > most) mistakes.set(name, feeWords.whole(least, most));
    else values[name] = value;
  }
  if (mistakes.size > 0) return { mistakes };
  const { minutes = 0, outsourcing, persons, identical = 1, first } = values;
  return {
    input: {
      kind,
      effortMinutes: [minutes],
      /** Of a fee by persons only whether creation is outsourced counts, not what is paid for it. */
      outsourcingYen: outsourcing ?? (persons === undefined ? null : 0),
      cumulativePersons: persons ?? null,
      identicalProposals: identical,
      firstContractorFee: first ?? null,
    },
  };
}
