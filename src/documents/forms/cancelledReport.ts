import type { RuleSet } from '../../core/organ/ruleSet.ts';
import type { OfficialDocument } from '../block.ts';
import { printedDay } from '../wording/printedDay.ts';
import { type StatutoryGround, spelledGround } from './cancellationGround.ts';
import { type CommissionReportFacts, commissionReport } from './commissionReport.ts';

/** 契約を解除したことの報告 (PPC-3): for the grounds of 法120条 alone. */
export interface CancelledReportFacts extends CommissionReportFacts {
  readonly ground: StatutoryGround;
  readonly cancelledOn: string;
  /** Last day on which the party can't propose (CAN-6). */
  readonly barredThrough: string;
}

export const cancelledReport = (rules: RuleSet, facts: CancelledReportFacts): OfficialDocument =>
  commissionReport(rules, 'cancelledReport', facts, {
    opening: '利用に関する契約を解除した',
    fields: [
      ['解除した日', printedDay(rules, facts.cancelledOn)],
      ['解除の事由', spelledGround(rules, facts.ground)],
      ['新たな提案をすることができない期間', `${printedDay(rules, facts.barredThrough)}まで`],
    ],
  });
