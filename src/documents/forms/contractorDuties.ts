import type { RuleSet } from '../../core/organ/ruleSet.ts';
import type { Block, OfficialDocument } from '../block.ts';
import { type LetterFacts, letter } from '../frame/letter.ts';
import { organWords } from '../wording/organWords.ts';
import { penaltyBlocks } from './penaltyBlocks.ts';

/** 受託者への周知 (SEC-7). */
export interface ContractorDutiesFacts extends LetterFacts {
  /** The contractor itself handles personal or anonymized information as a business: Chapter 4 of the Act applies too. */
  readonly handlesPersonalInformation: boolean;
}

/** What binds a contractor, and the penalties that apply to the kind of body. */
export function contractorDuties(rules: RuleSet, facts: ContractorDutiesFacts): OfficialDocument {
  const { data } = organWords(rules);
  const duties = rules.creation.contractorDuties;
  return letter(rules, 'contractorDuties', facts, {
    required: { 義務: duties },
    body: [
      {
        type: 'paragraph',
        text: `${data}の作成等の委託を受けた者${rules.creation.subOutsourcing?.value ? '（２以上の段階にわたる委託を受けた者を含む。）' : ''}が委託に係る業務を行う場合には、下記の義務を負いますので、お知らせします。業務に従事する者にも、漏れなく知らせてください。`,
      },
      { type: 'record' },
      { type: 'heading', text: '義務' },
      { type: 'list', items: duties.map(({ label, wording }) => ({ label, text: wording ?? '' })) },
      ...chapterFour(rules, facts),
      ...penaltyBlocks(rules, rules.penalties.toldToContractors),
      { type: 'end' },
    ],
  });
}

/** 法第４章 of those who are 個人情報取扱事業者 or 匿名加工情報取扱事業者; organs outside the Act do not tell of it. */
function chapterFour({ identity }: RuleSet, { handlesPersonalInformation }: ContractorDutiesFacts): readonly Block[] {
  if (identity.boundByAct?.value !== true || !handlesPersonalInformation) return [];
  return [
    {
      type: 'paragraph',
      text: '個人情報取扱事業者又は匿名加工情報取扱事業者に該当する者は、個人情報の保護に関する法律第４章の規定に基づき、個人情報等を適正に取り扱う必要があります。',
    },
  ];
}
