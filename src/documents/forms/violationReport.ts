import type { RuleSet } from '../../core/organ/ruleSet.ts';
import type { OfficialDocument } from '../block.ts';
import { organWords } from '../wording/organWords.ts';
import { printedDay } from '../wording/printedDay.ts';
import { type CommissionReportFacts, commissionReport } from './commissionReport.ts';

/** 違反等の報告 (PPC-1). */
export interface ViolationReportFacts extends CommissionReportFacts {
  readonly knownOn: string;
  /** 法違反, 契約違反, その他必要と判断した場合. */
  readonly kind: 'law' | 'contract' | 'other';
  readonly response: string;
}

const kinds = { law: '法の違反', contract: '契約の違反', other: 'その他報告を必要と判断したもの' } as const;

export const violationReport = (rules: RuleSet, facts: ViolationReportFacts): OfficialDocument =>
  commissionReport(rules, 'violationReport', facts, {
    opening: `${organWords(rules).data}の提供を受けた者について、法違反その他の契約違反を行ったと判断した、又はその他報告する必要があると判断した`,
    fields: [
      ['区分', kinds[facts.kind]],
      ['判断した日', printedDay(rules, facts.knownOn)],
      ['講じた措置及び今後の対応', facts.response],
    ],
  });
