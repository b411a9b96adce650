import type { RuleSet } from '../../core/organ/ruleSet.ts';
import type { PartyDetails } from '../../core/proposal/form.ts';
import type { OfficialDocument } from '../block.ts';
import { fieldTable } from '../frame/fieldTable.ts';
import { filing, partyFields } from '../frame/filing.ts';
import { organWords } from '../wording/organWords.ts';

/** 委任状 (規則54条2項); null and empty = to be filled in. */
export interface PowerOfAttorneyFacts {
  readonly date: string | null;
  readonly proposers: readonly PartyDetails[];
  readonly agent: PartyDetails | null;
  readonly fileName: string | null;
}

/** 代理人の権限を証する書面 (FRM-10): who is charged with what, signed by the proposer. */
export function powerOfAttorney(rules: RuleSet, facts: PowerOfAttorneyFacts, formDate: string): OfficialDocument {
  const { data, fee } = organWords(rules);
  return filing(
    rules,
    'powerOfAttorney',
    { ...facts, agent: null },
    {
      formDate,
      contacts: false,
      body: [
        { type: 'paragraph', text: '次の者を代理人と定め、下記の事項に関する権限を委任します。' },
        { type: 'heading', text: '代理人' },
        fieldTable(partyFields(facts.agent)),
        { type: 'record' },
        {
          type: 'list',
          items: [
            `${data}をその用に供して行う事業に関する提案書及び添付書類を提出すること。`,
            '提案書類についての説明の求めに応じ、又はこれを訂正すること。',
            '審査結果の通知を受け取ること。',
            `利用に関する契約の締結の申込み及び${fee}の納付に関すること。`,
          ].map((text, index) => ({ label: `${index + 1}`, text })),
        },
        fieldTable([['提案に係る個人情報ファイルの名称', facts.fileName]]),
        { type: 'end' },
      ],
    },
  );
}
