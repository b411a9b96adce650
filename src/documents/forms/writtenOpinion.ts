import type { RuleSet } from '../../core/organ/ruleSet.ts';
import type { OfficialDocument } from '../block.ts';
import { fieldTable } from '../frame/fieldTable.ts';
import { filing } from '../frame/filing.ts';
import { under } from '../wording/cited.ts';
import { organWords } from '../wording/organWords.ts';

/** 意見書 (I 24条の8(2)); null = to be filled in. */
export interface WrittenOpinionFacts {
  readonly date: string | null;
  readonly thirdParty: { readonly name: string; readonly address: string | null } | null;
  readonly fileName: string | null;
  readonly objects: boolean | null;
  readonly text: string | null;
}

/** The form that goes with the notice to third parties, blank or as it came back. */
export function writtenOpinion(rules: RuleSet, facts: WrittenOpinionFacts, formDate: string): OfficialDocument {
  const { data } = organWords(rules);
  const { date, thirdParty, fileName, objects, text } = facts;
  const party = thirdParty && {
    ...thirdParty,
    kana: null,
    representative: null,
    birthDate: null,
    phone: null,
    email: null,
    section: null,
    contactPerson: null,
  };
  return filing(
    rules,
    'writtenOpinion',
    { date, proposers: party ? [party] : [], agent: null },
    {
      formDate,
      contacts: false,
      body: [
        {
          type: 'paragraph',
          text: `${under(rules, 'thirdParties')}次の個人情報ファイルに係る${data}の作成について、意見を提出します。`,
        },
        fieldTable([['個人情報ファイルの名称', fileName]]),
        { type: 'heading', text: '作成についての意思' },
        {
          type: 'checks',
          items: [
            { checked: objects === true, text: '作成に反対します。' },
            { checked: objects === false, text: '作成に反対しません。' },
          ],
        },
        fieldTable([['意見及びその理由', text, 60]]),
      ],
    },
  );
}
