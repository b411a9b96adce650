import type { RuleSet } from '../../core/organ/ruleSet.ts';
import type { OfficialDocument } from '../block.ts';
import { fieldTable } from '../frame/fieldTable.ts';
import { sheet } from '../frame/sheet.ts';
import { printedDay } from '../wording/printedDay.ts';
import { type LeakFacts, leakFields } from './leakReport.ts';

/** 漏えい等の記録 once it is dealt with (PPC-4). Days are `YYYY-MM-DD`. */
export interface LeakRecordFacts extends LeakFacts {
  readonly number: string;
  /** 速報 and 確報; null = none was due. */
  readonly reports: { readonly preliminaryOn: string | null; readonly finalOn: string | null } | null;
  readonly endedOn: string;
  readonly measures: string;
}

export function leakRecord(rules: RuleSet, facts: LeakRecordFacts): OfficialDocument {
  const { number, reports, endedOn, measures } = facts;
  const day = (value: string | null) => (value === null ? '―' : printedDay(rules, value));
  const reported = reports
    ? `速報　${day(reports.preliminaryOn)}　確報　${day(reports.finalOn)}`
    : '報告を要する事態に当たらない。';
  return sheet(rules, 'leakRecord', {
    date: endedOn,
    required: { 番号: number, 概要: facts.account, 再発防止のための措置: measures },
    blocks: [
      fieldTable([
        ['番号', number],
        ...leakFields(rules, facts),
        ['個人情報保護委員会への報告', reported],
        ['再発防止のための措置', measures],
        ['対応を終えた日', printedDay(rules, endedOn)],
      ]),
    ],
  });
}
