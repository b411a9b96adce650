import type { RuleSet } from '../../core/organ/ruleSet.ts';
import type { OfficialDocument } from '../block.ts';
import { type StatutoryGround, spelledGround } from './cancellationGround.ts';
import { type CommissionReportFacts, commissionReport } from './commissionReport.ts';

/** 契約を解除しようとすることの報告 (PPC-2): for the grounds of 法120条 alone. */
export interface CancellationIntentReportFacts extends CommissionReportFacts {
  readonly ground: StatutoryGround;
}

export const cancellationIntentReport = (rules: RuleSet, facts: CancellationIntentReportFacts): OfficialDocument =>
  commissionReport(rules, 'cancellationIntentReport', facts, {
    opening: '利用に関する契約の相手方が次の事由に該当すると認め、契約を解除しようとする',
    fields: [['解除の事由', spelledGround(rules, facts.ground)]],
  });
