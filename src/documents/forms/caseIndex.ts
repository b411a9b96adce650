import type { RuleSet } from '../../core/organ/ruleSet.ts';
import type { OfficialDocument } from '../block.ts';
import { sheet } from '../frame/sheet.ts';
import { printedDay } from '../wording/printedDay.ts';

/** 目録: every paper and file of the case, oldest first. */
export interface CaseIndexFacts {
  readonly date: string;
  readonly number: string;
  readonly papers: readonly {
    readonly on: string;
    readonly title: string;
    readonly documentNumber: string | null;
    /** First page in the whole file; null for a file that stands beside it. */
    readonly page: number | null;
    /** SHA-256, 64 hexadecimal digits; null = not issued. */
    readonly digest: string | null;
  }[];
}

export function caseIndex(rules: RuleSet, { date, number, papers }: CaseIndexFacts): OfficialDocument {
  return sheet(rules, 'caseIndex', {
    date,
    required: { 受付番号: number, 書類: papers },
    blocks: [
      { type: 'paragraph', text: `受付番号　${number}` },
      {
        type: 'table',
        widths: [2, 6, 9, 7, 2, 8],
        header: ['番号', '日付', '書類', '文書番号', '頁', 'ダイジェスト'],
        rows: papers.map(({ on, title, documentNumber, page, digest }, index) => [
          { text: String(index + 1), align: 'right' },
          printedDay(rules, on),
          title,
          documentNumber ?? '―',
          { text: page === null ? '別' : String(page), align: 'right' },
          digest === null ? '―' : digest.slice(0, 16),
        ]),
      },
    ],
  });
}
