import type { CriterionId } from '../../core/organ/provision.ts';
import type { RuleSet } from '../../core/organ/ruleSet.ts';
import type { Block } from '../block.ts';
import type { LetterFacts } from '../frame/letter.ts';
import { cited } from '../wording/cited.ts';
import { organWords } from '../wording/organWords.ts';
import { printedDay } from '../wording/printedDay.ts';
import { spelledOut } from '../wording/spelledOut.ts';

/** A finding on one criterion, with its reason. */
export interface FindingFacts {
  readonly criterion: CriterionId;
  readonly met: boolean;
  readonly reason: string;
}

/** What every result notice says of the proposal. */
export interface NoticeFacts extends LetterFacts {
  readonly proposalDate: string;
  /** The proposal is about created data (STP-24): `subject` is then the name of the data, else that of the file. */
  readonly created: boolean;
  readonly subject: string;
}

/** Heading of the box that names what the proposal is about. */
export const subjectLabel = (rules: RuleSet, { created }: NoticeFacts): string =>
  created ? `提案に係る${organWords(rules).data}の名称` : '提案に係る個人情報ファイルの名称';

/** 「令和…年…月…日付けで提案のあった…をその用に供して行う事業」 */
export function proposedBusiness(rules: RuleSet, { proposalDate, created }: NoticeFacts): string {
  const { data } = organWords(rules);
  return `${printedDay(rules, proposalDate)}付けで提案のあった${created ? '作成された' : ''}${data}をその用に供して行う事業`;
}

/** The criteria by which the proposal was judged: all of them, or on created data 1 and 4 to 7 alone (CRI-X). */
export function judgedBy(rules: RuleSet, { created }: NoticeFacts): string {
  const review = spelledOut(rules, cited(rules, 'review'));
  if (!created || rules.createdData.criteria === null) return `${review}各号`;
  return `${spelledOut(rules, `${cited(rules, 'createdProposal')}第2項`)}において準用する${cited(rules, 'review')}第1号及び第4号から第7号まで`;
}

/** 基準、結果、理由, one row a criterion. */
export const findingTable = (rules: RuleSet, findings: readonly FindingFacts[]): Block => ({
  type: 'table',
  widths: [8, 2, 8],
  header: ['基準', '結果', '理由'],
  rows: findings.map(({ criterion, met, reason }) => [
    criterionText(rules, criterion),
    { text: met ? '適合' : '不適合', align: 'center' },
    reason,
  ]),
});

/** A criterion as the organ prints it, by its label and words. */
export function criterionText({ review }: RuleSet, criterion: CriterionId): string {
  const found = review.criteria.find(({ id }) => id === criterion);
  return found ? [found.label, found.wording].filter((part) => part).join('　') : criterion;
}
