import type { RuleSet } from '../../core/organ/ruleSet.ts';
import type { OfficialDocument } from '../block.ts';
import { dayToWrite, fieldTable } from '../frame/fieldTable.ts';
import { sheet } from '../frame/sheet.ts';
import { under } from '../wording/cited.ts';
import { organWords } from '../wording/organWords.ts';
import { printedDay } from '../wording/printedDay.ts';
import { penaltyBlocks } from './penaltyBlocks.ts';

/** 従事者への周知 (SEC-6). */
export interface ConfidentialityBriefingFacts {
  /** Null = to be filled in, as are `subject` and `toldBy`. */
  readonly date: string | null;
  readonly subject: string | null;
  /** Who is told; null = to be filled in and signed. */
  readonly person: {
    readonly name: string;
    readonly affiliation: string;
    readonly standing: 'staff' | 'temporaryWorker' | 'contractor';
  } | null;
  /** Office of whoever told them. */
  readonly toldBy: string | null;
}

const standings = { staff: '職員', temporaryWorker: '派遣労働者', contractor: '受託業務に従事する者' } as const;

/** What those who handle the data are told before they are let to it, and their word that they were. */
export function confidentialityBriefing(
  rules: RuleSet,
  facts: ConfidentialityBriefingFacts,
  formDate: string,
): OfficialDocument {
  const { data } = organWords(rules);
  const { date, subject, person, toldBy } = facts;
  return sheet(rules, 'confidentialityBriefing', {
    date: date ?? formDate,
    blocks: [
      {
        type: 'paragraph',
        text: `${under(rules, 'confidentiality')}${data}等（${data}、その作成に用いた${organWords(rules).source}から削除した記述等及び個人識別符号並びに加工の方法に関する情報）の取扱いに従事する者及び従事していた者は、次の義務を負います。`,
      },
      {
        type: 'list',
        items: [
          `業務に関して知り得た${data}等の内容をみだりに他人に知らせ、又は不当な目的に利用してはならないこと。この義務は、従事しなくなった後も続くこと。`,
          ...(rules.creation.matchingBan
            ? [`法令に基づく場合を除き、本人を識別するために${data}を他の情報と照合してはならないこと。`]
            : []),
          '漏えいを防止するための規程及び措置に従うこと。',
        ].map((text, index) => ({ label: String(index + 1), text })),
      },
      ...penaltyBlocks(rules, rules.penalties.toldToStaff),
      { type: 'heading', text: '周知の記録' },
      fieldTable([
        ['対象とする情報', subject],
        ['周知した日', date ? printedDay(rules, date) : dayToWrite],
        ['周知した者', toldBy],
        ['周知を受けた者の所属', person?.affiliation ?? null],
        ['周知を受けた者の区分', person ? standings[person.standing] : '□ 職員　□ 派遣労働者　□ 受託業務に従事する者'],
        ['周知を受けた者の氏名（自署）', person?.name ?? null, 12],
        ['上記の義務を理解した日', person && date ? printedDay(rules, date) : dayToWrite],
      ]),
    ],
  });
}
