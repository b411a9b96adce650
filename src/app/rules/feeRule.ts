import type { NewFeeRule } from '../../core/organ/feeRules.ts';
import type { RuleSet, Sourced } from '../../core/organ/ruleSet.ts';
import { effortFee, type Fee, holderFee, personsFee, sameAsFirstFee, sharedFee } from '../../core/proposal/fee.ts';
import { unreachable } from '../../core/unreachable.ts';
import { feeLineText } from '../../messages/feeLine.ts';
import { choice, minutesField, optional, personsField, proposalsField, readFields, yenField } from './field.ts';
import { badInput, citationOf, notConfigured, type Outcome, type Output, type Rule } from './outcome.ts';

type Input = Readonly<Record<string, unknown>>;

/** What a fee is answered with; amounts in yen. */
export interface FeeOutput extends Output {
  readonly total: number;
  readonly lines: readonly { readonly label: string; readonly yen: number }[];
}

type FeeOutcome = Outcome<FeeOutput>;

const answered = ({ total, lines, derivation }: Fee, source: NonNullable<Sourced<unknown>>): FeeOutcome => ({
  output: { total, lines: lines.map(({ id, yen }) => ({ label: feeLineText[id], yen })) },
  citation: citationOf(source),
  derivation,
});

/** FEE-01..08. Members that the kind and the organ's formula have no use for are not looked at. */
export const feeRule: Rule = {
  members: ['kind', 'effortMinutes', 'outsourcingYen', 'cumulativePersons', 'identicalProposals', 'firstContractorFee'],
  answer: (rules, input) => feeAnswer(rules, input),
};

/** The fee of an input by an organ's rules, with its lines and how it was reached. */
export function feeAnswer(rules: RuleSet, input: Input): FeeOutcome {
  if (!rules.fee.newProposal && !rules.fee.createdByOther && !rules.fee.createdByHolder)
    return notConfigured(rules, 'fee', '手数料の額');
  const read = readFields(input, {
    kind: choice('new', 'createdByOther', 'createdByHolder'),
    identicalProposals: optional(proposalsField, 1),
  });
  if ('problem' in read) return read;
  const { kind, identicalProposals } = read.values;
  if (identicalProposals > 1 && !rules.fee.identicalProposals)
    return notConfigured(rules, 'fee.identicalProposals', '同一の提案が複数あるときの案分（identicalProposals）');
  if (kind === 'new') return newFee(rules, input, identicalProposals);
  if (identicalProposals > 1)
    return badInput(`identicalProposals: ${identicalProposals} は使えません。案分は kind が new のときだけです。`);
  return kind === 'createdByOther' ? otherFee(rules, input) : flatFee(rules);
}

function newFee(rules: RuleSet, input: Input, identicalProposals: number): FeeOutcome {
  const { newProposal } = rules.fee;
  if (!newProposal) return notConfigured(rules, 'fee.newProposal', '新規の提案の手数料');
  const formula = newProposal.value;
  switch (formula.kind) {
    case 'effort':
      return feeByEffort(rules, { ...newProposal, value: formula }, input, identicalProposals);
    case 'cumulativePersons':
      return feeByPersons({ ...newProposal, value: formula }, input);
    default:
      return unreachable(formula);
  }
}

type NewFee<Kind extends NewFeeRule['kind']> = NonNullable<Sourced<Extract<NewFeeRule, { kind: Kind }>>>;

function feeByEffort(rules: RuleSet, rule: NewFee<'effort'>, input: Input, identicalProposals: number): FeeOutcome {
  const read = readFields(input, { effortMinutes: minutesField, outsourcingYen: optional(yenField, null) });
  if ('problem' in read) return read;
  const effort = { minutes: read.values.effortMinutes, outsourcingYen: read.values.outsourcingYen };
  return identicalProposals > 1 && rules.fee.identicalProposals
    ? answered(sharedFee(rule.value, effort, identicalProposals), rules.fee.identicalProposals)
    : answered(effortFee(rule.value, effort), rule);
}

function feeByPersons(rule: NewFee<'cumulativePersons'>, input: Input): FeeOutcome {
  const outsourced = readFields(input, { outsourcingYen: optional(yenField, null) });
  if ('problem' in outsourced) return outsourced;
  if (outsourced.values.outsourcingYen === null) return answered(personsFee(rule.value, null), rule);
  const read = readFields(input, { cumulativePersons: personsField });
  return 'problem' in read ? read : answered(personsFee(rule.value, read.values.cumulativePersons), rule);
}

function otherFee(rules: RuleSet, input: Input): FeeOutcome {
  const { createdByOther } = rules.fee;
  if (!createdByOther) return notConfigured(rules, 'fee.createdByOther', '作成された情報の手数料');
  const read = readFields(input, { firstContractorFee: yenField });
  return 'problem' in read ? read : answered(sameAsFirstFee(read.values.firstContractorFee), createdByOther);
}

function flatFee(rules: RuleSet): FeeOutcome {
  const { createdByHolder } = rules.fee;
  if (!createdByHolder) return notConfigured(rules, 'fee.createdByHolder', '既に契約を締結した者の手数料');
  return answered(holderFee(createdByHolder.value.yen), createdByHolder);
}
