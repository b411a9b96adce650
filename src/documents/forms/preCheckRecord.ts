import type { RuleSet } from '../../core/organ/ruleSet.ts';
import type { ContactWay } from '../../core/proposal/state.ts';
import { contactWayWords } from '../../messages/contactWayWords.ts';
import { noAssurance } from '../../messages/noAssurance.ts';
import type { OfficialDocument } from '../block.ts';
import { fieldTable } from '../frame/fieldTable.ts';
import { sheet } from '../frame/sheet.ts';
import { printedDay } from '../wording/printedDay.ts';

/** 事前相談 (STP-05): help with a draft; it promises nothing. */
export interface PreCheckRecordFacts {
  readonly on: string;
  readonly way: ContactWay;
  readonly fileName: string;
  readonly asker: string | null;
  /** Office of the official who answered. */
  readonly answeredBy: string;
  readonly note: string;
}

export function preCheckRecord(rules: RuleSet, facts: PreCheckRecordFacts): OfficialDocument {
  const { on, way, fileName, asker, answeredBy, note } = facts;
  const own = note.replace(noAssurance, '').trimEnd();
  return sheet(rules, 'preCheckRecord', {
    date: on,
    required: { 相談の内容: own, 対応した者: answeredBy },
    blocks: [
      fieldTable([
        ['相談の日', printedDay(rules, on)],
        ['相談の方法', contactWayWords[way]],
        ['個人情報ファイルの名称', fileName],
        ['相談した者', asker ?? '―'],
        ['対応した者', answeredBy],
        ['相談及び回答の内容', own],
      ]),
      { type: 'paragraph', text: noAssurance },
    ],
  });
}
