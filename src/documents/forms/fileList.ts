import type { RuleSet } from '../../core/organ/ruleSet.ts';
import type { OfficialDocument } from '../block.ts';
import { sheet } from '../frame/sheet.ts';
import { organWords } from '../wording/organWords.ts';
import { printedDay } from '../wording/printedDay.ts';

/** A file of a call, with what the list says of it. */
export interface ListedFileFacts {
  readonly name: string;
  readonly division: string;
  /** 同種のファイルを取りまとめた単位 (EXC-2); null = by itself. */
  readonly group: string | null;
}

export interface FileListFacts {
  readonly publishedOn: string;
  readonly files: readonly ListedFileFacts[];
}

/** 個人情報ファイルの一覧 (FRM-05, A 第4(2)イ). */
export function fileList(rules: RuleSet, { publishedOn, files }: FileListFacts): OfficialDocument {
  return sheet(rules, 'fileList', {
    date: publishedOn,
    required: { 個人情報ファイル: files },
    blocks: [
      { type: 'reference', lines: [printedDay(rules, publishedOn)] },
      { type: 'sender', lines: [organWords(rules).head], seal: false },
      {
        type: 'table',
        widths: [1, 6, 4, 3],
        header: ['番号', '個人情報ファイルの名称', '保有する所属', '募集の単位'],
        rows: files.map(({ name, division, group }, index) => [String(index + 1), name, division, group ?? '単独']),
      },
    ],
  });
}
