import type { RuleSet } from '../../core/organ/ruleSet.ts';
import type { Block, OfficialDocument } from '../block.ts';
import { fieldTable } from '../frame/fieldTable.ts';
import { sheet } from '../frame/sheet.ts';
import { inPersons } from '../wording/amounts.ts';
import { organWords } from '../wording/organWords.ts';
import { printedDay } from '../wording/printedDay.ts';

/** 概要 of one file, from its entry in the register; null = not stated. */
export interface FileOutlineFacts {
  readonly name: string;
  readonly division: string;
  readonly purpose: string;
  readonly recordItems: readonly string[];
  readonly recordScope: string;
  readonly persons: number | null;
}

export interface FileOutlinesFacts {
  readonly publishedOn: string;
  readonly files: readonly FileOutlineFacts[];
}

/** 各個人情報ファイルの概要 (FRM-05, A 第4(2)ウ). */
export function fileOutlines(rules: RuleSet, { publishedOn, files }: FileOutlinesFacts): OfficialDocument {
  return sheet(rules, 'fileOutlines', {
    date: publishedOn,
    required: { 個人情報ファイル: files },
    blocks: [
      { type: 'reference', lines: [printedDay(rules, publishedOn)] },
      { type: 'sender', lines: [organWords(rules).head], seal: false },
      ...files.flatMap(outlineOf),
    ],
  });
}

const outlineOf = (file: FileOutlineFacts, index: number): readonly Block[] => [
  { type: 'heading', text: `${index + 1}　${file.name}` },
  fieldTable([
    ['保有する所属', file.division],
    ['利用目的', file.purpose],
    ['記録項目', file.recordItems.map((item, at) => `${at + 1} ${item}`).join('　')],
    ['記録範囲', file.recordScope],
    ['本人の数', file.persons === null ? '―' : inPersons(file.persons)],
  ]),
];
