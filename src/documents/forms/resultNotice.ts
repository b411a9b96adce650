import type { Form } from '../../core/organ/form.ts';
import type { CriterionId } from '../../core/organ/provision.ts';
import type { RuleSet } from '../../core/organ/ruleSet.ts';
import { formatEra } from '../../japan/formatEra.ts';
import type { Block, OfficialDocument } from '../block.ts';
import { spelledOut } from './spelledOut.ts';

/** A finding on one criterion, with its reason. */
export interface FindingFacts {
  readonly criterion: CriterionId;
  readonly met: boolean;
  readonly reason: string;
}

interface NoticeFacts {
  readonly documentNumber: string;
  /** 施行日, `YYYY-MM-DD`. */
  readonly noticeDate: string;
  /** Lines of the addressee, 様 or 御中 in the last. */
  readonly addressee: readonly string[];
  readonly proposalDate: string;
  readonly fileName: string;
}

/** The five items that a conforming notice must have (法114条2項, FRM-13). */
export interface ConformingNoticeFacts extends NoticeFacts {
  /** With whom the contract can be made. */
  readonly contractParty: string;
  readonly feeYen: number;
  readonly feePayment: string;
  readonly feeDeadline: string;
  readonly applicationDeadline: string;
  readonly delivery: string;
  readonly findings: readonly FindingFacts[];
}

export interface NonConformingNoticeFacts extends NoticeFacts {
  /** The criteria that are not met, each with its reason. */
  readonly findings: readonly FindingFacts[];
}

const yen = (amount: number) => `${amount.toLocaleString('en-US')}円`;
const data = ({ terms }: RuleSet) => terms.data?.value ?? '';
const printedNumber = (form: Form): readonly Block[] => {
  const number = form?.number ?? form?.nationalNumber;
  return number ? [{ type: 'formNumber', text: number }] : [];
};

function opening(rules: RuleSet, facts: NoticeFacts, form: Form): readonly Block[] {
  return [
    ...printedNumber(form),
    { type: 'reference', lines: [facts.documentNumber, formatEra(facts.noticeDate)] },
    { type: 'addressee', lines: facts.addressee },
    { type: 'sender', lines: [rules.identity.head?.value ?? ''], seal: true },
    { type: 'title', text: form?.name ?? '審査結果通知書' },
  ];
}

const paper = (
  rules: RuleSet,
  facts: NoticeFacts,
  kind: string,
  title: string,
  blocks: readonly Block[],
): OfficialDocument => ({
  kind,
  title,
  issuer: rules.identity.name?.value ?? '',
  date: facts.noticeDate,
  blocks,
});

const wordingOf = (rules: RuleSet, criterion: CriterionId) => {
  const found = rules.review.criteria.find(({ id }) => id === criterion);
  return found ? `${found.label}　${found.wording ?? ''}` : criterion;
};

/** 審査結果通知書（適合）(FRM-13): no 教示, since the notice is no administrative disposition (OUT-7). */
export function conformingNotice(rules: RuleSet, facts: ConformingNoticeFacts): OfficialDocument {
  const form = rules.forms.conformingNotice;
  const { review, conformingNotice: basis, contract } = rules.citations;
  const fee = rules.terms.fee?.value ?? '手数料';
  const text = `${formatEra(facts.proposalDate)}付けで提案のあった${data(rules)}をその用に供して行う事業については、${spelledOut(review?.value ?? '')}各号に掲げる基準に適合すると認めるので、${basis?.value ?? ''}の規定により、次のとおり通知します。`;
  const rows = [
    ['提案に係る個人情報ファイルの名称', facts.fileName],
    [
      '契約の締結',
      `${contract?.value ?? ''}の規定により、${facts.contractParty}との間で${data(rules)}の利用に関する契約を締結することができます。`,
    ],
    [`${fee}の額`, yen(facts.feeYen)],
    [`${fee}の納付の方法`, facts.feePayment],
    [`${fee}の納付の期限`, formatEra(facts.feeDeadline)],
    [
      '契約の締結の申込みの期限',
      `${formatEra(facts.applicationDeadline)}（同封の申込書及び契約書２通に必要事項を記入し、提出してください。）`,
    ],
    ['提供の方法', facts.delivery],
  ];
  return paper(rules, facts, 'conformingNotice', form?.name ?? '審査結果通知書', [
    ...opening(rules, facts, form),
    { type: 'paragraph', text },
    { type: 'record' },
    { type: 'table', widths: [2, 5], rows },
    { type: 'heading', text: '審査の結果' },
    { type: 'table', widths: [3, 1, 4], header: ['基準', '結果', '理由'], rows: findingRows(rules, facts.findings) },
    { type: 'end' },
  ]);
}

/** 審査結果通知書（不適合）(FRM-14): which criterion is not met, and for what reason, as concretely as possible. */
export function nonConformingNotice(rules: RuleSet, facts: NonConformingNoticeFacts): OfficialDocument {
  const form = rules.forms.nonConformingNotice;
  const { review, nonConformingNotice: basis } = rules.citations;
  const text = `${formatEra(facts.proposalDate)}付けで提案のあった${data(rules)}をその用に供して行う事業については、次の理由により、${spelledOut(review?.value ?? '')}各号に掲げる基準に適合しないと認めるので、${basis?.value ?? ''}の規定により通知します。`;
  return paper(rules, facts, 'nonConformingNotice', form?.name ?? '審査結果通知書', [
    ...opening(rules, facts, form),
    { type: 'paragraph', text },
    { type: 'record' },
    { type: 'table', widths: [2, 5], rows: [['提案に係る個人情報ファイルの名称', facts.fileName]] },
    { type: 'heading', text: '適合しない基準及びその理由' },
    { type: 'table', widths: [3, 1, 4], header: ['基準', '結果', '理由'], rows: findingRows(rules, facts.findings) },
    { type: 'end' },
  ]);
}

const findingRows = (rules: RuleSet, findings: readonly FindingFacts[]) =>
  findings.map(({ criterion, met, reason }) => [wordingOf(rules, criterion), met ? '適合' : '不適合', reason]);
