import type { CriterionId } from '../../core/organ/provision.ts';
import type { RuleSet } from '../../core/organ/ruleSet.ts';
import type { OfficialDocument } from '../block.ts';
import { formOf } from '../frame/formOf.ts';
import { makePaper } from '../frame/makePaper.ts';
import { cited } from '../wording/cited.ts';
import { organWords } from '../wording/organWords.ts';
import { printedDay } from '../wording/printedDay.ts';
import { spelledOut } from '../wording/spelledOut.ts';
import { criterionText, type FindingFacts, findingTable } from './noticeFacts.ts';

/** 委員会の報告 (H 8(2)). */
export interface CommitteeReportFacts {
  readonly reportedOn: string;
  readonly referredOn: string;
  readonly number: string;
  readonly subject: string;
  readonly criteria: readonly CriterionId[];
  readonly findings: readonly FindingFacts[];
}

/** The committee tells the head what it found on every criterion. */
export function committeeReport(rules: RuleSet, facts: CommitteeReportFacts): OfficialDocument {
  const { head, honorific } = organWords(rules);
  const { reportedOn, referredOn, number, subject, criteria, findings } = facts;
  const found = criteria.map((criterion) => findings.find((one) => one.criterion === criterion));
  const judged = found.filter((one) => one !== undefined);
  const conforming = judged.every(({ met }) => met);
  const committee = rules.review.committee?.value ?? '';
  return makePaper(rules, 'committeeReport', {
    date: reportedOn,
    required: {
      委員会の名称: committee,
      ...Object.fromEntries(criteria.map((id, index) => [`${criterionText(rules, id)}の理由`, found[index]?.reason])),
    },
    blocks: [
      { type: 'reference', lines: [printedDay(rules, reportedOn)] },
      { type: 'addressee', lines: [`${head}　${honorific}`] },
      { type: 'sender', lines: [`${committee}委員長`], seal: true },
      { type: 'title', text: formOf(rules, 'committeeReport').name },
      {
        type: 'paragraph',
        text: `${printedDay(rules, referredOn)}付けで付託のあった提案（受付番号${number}、${subject}）について審査した結果、${spelledOut(rules, cited(rules, 'review'))}各号に掲げる基準に${conforming ? '適合する' : '適合しない'}と認めたので、${cited(rules, 'committeeReport')}の規定により、下記のとおり報告します。`,
      },
      { type: 'record' },
      findingTable(rules, judged),
      { type: 'end' },
    ],
  });
}
