import type { CriterionId } from '../organ/provision.ts';
import type { RuleSet } from '../organ/ruleSet.ts';
import type { ProposalState } from './state.ts';

/** The criteria that a proposal is judged by, in the organ's order: on created data 1, 4, 5, 6 and 7 alone (CRI-X). */
export function criteriaOf({ created }: Pick<ProposalState, 'created'>, rules: RuleSet): readonly CriterionId[] {
  const all = rules.review.criteria.map(({ id }) => id);
  const { criteria } = rules.createdData;
  return created === null || criteria === null ? all : all.filter((id) => criteria.value.includes(id));
}
