import type { RuleSet } from '../../core/organ/ruleSet.ts';
import type { OfficialDocument } from '../block.ts';
import { fieldTable } from '../frame/fieldTable.ts';
import { letter } from '../frame/letter.ts';
import { cited } from '../wording/cited.ts';
import {
  criterionText,
  type FindingFacts,
  judgedBy,
  type NoticeFacts,
  proposedBusiness,
  subjectLabel,
} from './noticeFacts.ts';

export interface NonConformingNoticeFacts extends NoticeFacts {
  /** The criteria that are not met, each with its reason, as the review found them. */
  readonly findings: readonly FindingFacts[];
}

/** 審査結果通知書（不適合）(FRM-14): which criterion is not met, and for what reason, as concretely as possible; no 教示 (OUT-7). */
export function nonConformingNotice(rules: RuleSet, facts: NonConformingNoticeFacts): OfficialDocument {
  const unmet = facts.findings.filter(({ met }) => !met);
  return letter(rules, facts.created ? 'createdNonConformingNotice' : 'nonConformingNotice', facts, {
    required: {
      文書番号: facts.documentNumber,
      適合しない基準: unmet,
      ...Object.fromEntries(
        unmet.map(({ criterion, reason }) => [`${criterionText(rules, criterion)}に適合しない理由`, reason]),
      ),
      [subjectLabel(rules, facts)]: facts.subject,
    },
    body: [
      {
        type: 'paragraph',
        text: `${proposedBusiness(rules, facts)}については、次の理由により、${judgedBy(rules, facts)}に掲げる基準に適合しないと認めるので、${cited(rules, 'nonConformingNotice')}の規定により、下記のとおり通知します。`,
      },
      { type: 'record' },
      fieldTable([[subjectLabel(rules, facts), facts.subject]]),
      { type: 'heading', text: '適合しない基準及びその理由' },
      {
        type: 'table',
        widths: [3, 4],
        header: ['適合しない基準', '理由'],
        rows: unmet.map(({ criterion, reason }) => [criterionText(rules, criterion), reason]),
      },
      { type: 'end' },
    ],
  });
}
