import type { RuleSet } from '../../core/organ/ruleSet.ts';
import type { OfficialDocument } from '../block.ts';
import { duties, ending, exchange, subjectOf, use } from './contractClauses.ts';
import type { UseContractFacts } from './contractFacts.ts';
import { contractFrame } from './contractFrame.ts';

/** 契約書 on data that is yet to be created (FRM-16): a model that the organ and the division add clauses to; no source gives the clauses. */
export const useContract = (rules: RuleSet, facts: UseContractFacts): OfficialDocument =>
  contractFrame(rules, 'useContract', facts, [
    subjectOf(facts),
    ...exchange(rules, facts),
    ...use(rules, facts),
    ...duties(rules),
    ...ending(rules, facts),
  ]);
