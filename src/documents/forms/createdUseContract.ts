import type { RuleSet } from '../../core/organ/ruleSet.ts';
import type { OfficialDocument } from '../block.ts';
import { duties, ending, exchange, use } from './contractClauses.ts';
import type { UseContractFacts } from './contractFacts.ts';
import { contractFrame } from './contractFrame.ts';

/** 契約書 on data that was created before (FRM-20): nothing is processed anew. */
export const createdUseContract = (rules: RuleSet, facts: UseContractFacts): OfficialDocument =>
  contractFrame(rules, 'createdUseContract', facts, [
    {
      heading: '本データの内容',
      texts: [
        `甲は、作成した「${facts.subject}」（その概要は、個人情報ファイル簿に記載されたとおりとする。）を、本データとして乙に提供する。`,
      ],
    },
    ...exchange(rules, facts),
    ...use(rules, facts),
    ...duties(rules),
    ...ending(rules, facts),
  ]);
