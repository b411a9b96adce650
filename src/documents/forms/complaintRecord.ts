import type { RuleSet } from '../../core/organ/ruleSet.ts';
import type { OfficialDocument } from '../block.ts';
import { fieldTable } from '../frame/fieldTable.ts';
import { sheet } from '../frame/sheet.ts';
import { cited } from '../wording/cited.ts';
import { printedDay } from '../wording/printedDay.ts';

/** 苦情の処理 (STP-25). Null = not yet. */
export interface ComplaintRecordFacts {
  readonly receivedOn: string;
  readonly number: string;
  readonly complainant: string | null;
  readonly content: string;
  /** 担当する組織. */
  readonly unit: string;
  readonly steps: readonly { readonly on: string; readonly text: string }[];
  readonly result: { readonly on: string; readonly text: string } | null;
  /** あっせん to another organ, where the organ mediates. */
  readonly referral: { readonly on: string; readonly to: string; readonly reason: string } | null;
}

export function complaintRecord(rules: RuleSet, facts: ComplaintRecordFacts): OfficialDocument {
  const { receivedOn, number, complainant, content, unit, steps, result, referral } = facts;
  const mediates = rules.complaints.mediation?.value ?? false;
  return sheet(rules, 'complaintRecord', {
    date: receivedOn,
    required: { 受付番号: number, 苦情の内容: content, 処理する組織: unit },
    blocks: [
      fieldTable([
        ['受付番号', number],
        ['受付の日', printedDay(rules, receivedOn)],
        ['根拠', cited(rules, 'complaint') || '―'],
        ['申出人', complainant ?? '―'],
        ['苦情の内容', content],
        ['処理する組織', unit],
      ]),
      ...(steps.length === 0
        ? []
        : ([
            { type: 'heading', text: '処理の経過' },
            {
              type: 'table',
              widths: [1, 4],
              header: ['日', '内容'],
              rows: steps.map(({ on, text }) => [printedDay(rules, on), text]),
            },
          ] as const)),
      fieldTable([
        ...(mediates
          ? ([
              [
                '関係機関へのあっせん',
                referral ? `${printedDay(rules, referral.on)}　${referral.to}　${referral.reason}` : 'なし',
              ],
            ] as const)
          : []),
        ['処理の結果', result ? `${printedDay(rules, result.on)}　${result.text}` : '処理中'],
      ]),
    ],
  });
}
