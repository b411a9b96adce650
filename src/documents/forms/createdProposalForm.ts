import type { RuleSet } from '../../core/organ/ruleSet.ts';
import type { OfficialDocument } from '../block.ts';
import { fieldTable } from '../frame/fieldTable.ts';
import { type FilingFacts, filing } from '../frame/filing.ts';
import { ruledItemBlocks } from '../frame/ruleContents.ts';
import { under } from '../wording/cited.ts';
import { organWords } from '../wording/organWords.ts';
import { attachmentBlocks, type UseFacts, useBlocks } from './proposalForm.ts';

/** 作成された情報についての提案書 (規則 別記様式第12): items 1 and 4-8 alone, no file name and no number of persons. */
export interface CreatedProposalFormFacts extends FilingFacts, UseFacts {
  /** What tells the data: its name on the register. */
  readonly dataName: string | null;
  /** Who proposes: somebody else, or a holder who changes the business. */
  readonly occasion: 'newUse' | 'changeOfBusiness' | null;
  readonly attached: readonly string[] | null;
}

/** 提案書 on created data (FRM-18), blank or filled. */
export function createdProposalForm(
  rules: RuleSet,
  facts: CreatedProposalFormFacts,
  formDate: string,
): OfficialDocument {
  const { data } = organWords(rules);
  const { occasion } = facts;
  return filing(rules, 'createdProposal', facts, {
    formDate,
    body: [
      {
        type: 'paragraph',
        text: `${under(rules, 'createdProposal')}作成された${data}をその用に供して行う事業について、次のとおり提案します。`,
      },
      {
        type: 'checks',
        items: [
          { checked: occasion === 'newUse', text: `新たに${data}を事業の用に供しようとする場合` },
          {
            checked: occasion === 'changeOfBusiness',
            text: `利用に関する契約を締結した者が、${data}をその用に供する事業を変更しようとする場合`,
          },
        ],
      },
      fieldTable([
        [`１　提案に係る${data}を特定するに足りる事項（個人情報ファイル簿に記載された名称等）`, facts.dataName],
      ]),
      ...useBlocks(rules, facts, 2),
      ...ruledItemBlocks(rules, '６', facts.date === null),
      ...attachmentBlocks(rules, facts.attached),
    ],
  });
}
