import type { RuleSet } from '../../core/organ/ruleSet.ts';
import type { OfficialDocument } from '../block.ts';
import { cited } from '../wording/cited.ts';
import { organWords } from '../wording/organWords.ts';
import { printedDay } from '../wording/printedDay.ts';
import { type CommissionReportFacts, commissionReport } from './commissionReport.ts';

/** 違反等の報告 (PPC-1). */
export interface ViolationReportFacts extends CommissionReportFacts {
  readonly knownOn: string;
  /** 違反した法令又は契約の条項. */
  readonly term: string;
  /** 重大な違反 (CAN-3). */
  readonly isMaterial: boolean;
  /** What was said to the counterparty since then, oldest first. */
  readonly contacts: readonly { readonly on: string; readonly way: string; readonly text: string }[];
  /** 解除の意思; null = not decided on the day of the report. */
  readonly intent: { readonly on: string; readonly reason: string } | null;
}

export const violationReport = (rules: RuleSet, facts: ViolationReportFacts): OfficialDocument =>
  commissionReport(rules, 'violationReport', facts, {
    opening: `${organWords(rules).data}の提供を受けた者について、法違反その他の契約違反を行ったと判断した、又はその他報告する必要があると判断した`,
    fields: [
      ['違反した法令又は契約の条項', facts.term],
      ['判断した日', printedDay(rules, facts.knownOn)],
      ['講じた措置及び今後の対応', responses(rules, facts).join('\n')],
    ],
  });

/** What was found, done and decided up to the report, as the record has it. */
function responses(rules: RuleSet, { isMaterial, contacts, intent }: ViolationReportFacts): readonly string[] {
  const cancellation = cited(rules, 'cancellation');
  return [
    `契約の重大な違反に${isMaterial ? '当たる' : '当たらない'}と判断した。`,
    ...contacts.map(({ on, way, text }) => `${printedDay(rules, on)}、契約の相手方に${way}により連絡した。${text}`),
    intent === null
      ? `${cancellation}の規定による契約の解除をするかどうかは、この報告の日までに決定していない。`
      : `${printedDay(rules, intent.on)}、${cancellation}の規定による契約の解除をする意思を決定した。理由は、次のとおりである。${intent.reason}`,
  ];
}
