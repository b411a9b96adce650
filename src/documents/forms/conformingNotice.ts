import type { RuleSet } from '../../core/organ/ruleSet.ts';
import type { OfficialDocument } from '../block.ts';
import { type Field, fieldTable } from '../frame/fieldTable.ts';
import { formOf } from '../frame/formOf.ts';
import { letter } from '../frame/letter.ts';
import { ruleFields } from '../frame/ruleContents.ts';
import { inYen } from '../wording/amounts.ts';
import { cited } from '../wording/cited.ts';
import { organWords } from '../wording/organWords.ts';
import { inOwnDigits, printedDay } from '../wording/printedDay.ts';
import {
  type FindingFacts,
  findingTable,
  judgedBy,
  type NoticeFacts,
  proposedBusiness,
  subjectLabel,
} from './noticeFacts.ts';

/** The items that a conforming notice must have (法114条2項, FRM-13). Days are `YYYY-MM-DD`. */
export interface ConformingNoticeFacts extends NoticeFacts {
  /** With whom the contract can be made, as the notice says it (1c-33). */
  readonly contractParty: string;
  readonly feeYen: number | null;
  readonly feePayment: string;
  readonly feeDeadline: string;
  readonly applicationDeadline: string;
  readonly delivery: string;
  /** What the review found on each criterion. */
  readonly findings: readonly FindingFacts[];
  /** 必要と認める事項, added by the division. */
  readonly further?: readonly { readonly label: string; readonly text: string }[];
}

/** 審査結果通知書（適合）: no 教示, since the notice is no administrative disposition (OUT-7). */
export function conformingNotice(rules: RuleSet, facts: ConformingNoticeFacts): OfficialDocument {
  const { fee } = organWords(rules);
  const { contractParty, feeYen, feePayment, feeDeadline, applicationDeadline, delivery } = facts;
  return letter(rules, facts.created ? 'createdConformingNotice' : 'conformingNotice', facts, {
    required: {
      文書番号: facts.documentNumber,
      契約の相手方: contractParty,
      [`納付すべき${fee}の額`]: feeYen,
      [`${fee}の納付方法`]: feePayment,
      [`${fee}の納付期限`]: feeDeadline,
      契約の締結の申込みの期限: applicationDeadline,
      提供の方法: delivery,
      [subjectLabel(rules, facts)]: facts.subject,
    },
    body: [
      {
        type: 'paragraph',
        text: `${proposedBusiness(rules, facts)}については、${judgedBy(rules, facts)}に掲げる基準に適合すると認めるので、${cited(rules, 'conformingNotice')}の規定により、下記のとおり通知します。`,
      },
      { type: 'record' },
      fieldTable(itemFields(rules, facts)),
      ...enclosures(rules, facts),
      { type: 'heading', text: '審査の結果' },
      findingTable(rules, facts.findings),
      { type: 'end' },
    ],
  });
}

function itemFields(rules: RuleSet, facts: ConformingNoticeFacts): readonly Field[] {
  const { data, fee } = organWords(rules);
  const copies = rules.contract.copies?.value ?? 2;
  return [
    [subjectLabel(rules, facts), facts.subject],
    [
      '契約の締結',
      `${cited(rules, 'contract')}の規定により、${facts.contractParty}との間で${data}の利用に関する契約を締結することができます。`,
    ],
    [`納付すべき${fee}の額`, inYen(facts.feeYen ?? 0)],
    [`${fee}の納付方法`, facts.feePayment],
    [`${fee}の納付期限`, printedDay(rules, facts.feeDeadline)],
    [`${data}の提供の方法`, facts.delivery],
    [
      '契約の締結の申込みの期限',
      `${printedDay(rules, facts.applicationDeadline)}${inOwnDigits(rules, `（同封の申込書及び契約書${copies}通に必要事項を記入し、提出してください。）`)}`,
    ],
    ...ruleFields(rules, 'contractProcedure', 'noticeItems'),
    ...(facts.further ?? []).map(({ label, text }) => [label, text] as const),
  ];
}

/** 同封書類: the blank application and the contract's drafts, where the organ encloses them. */
function enclosures(rules: RuleSet, { created }: NoticeFacts) {
  if (!rules.notice.encloses) return [];
  const copies = rules.contract.copies?.value ?? 2;
  const application = formOf(rules, 'contractApplication').name;
  const contract = formOf(rules, created ? 'createdUseContract' : 'useContract').name;
  const items = [application, inOwnDigits(rules, `${contract}の案　${copies}通`)];
  return [
    { type: 'heading', text: '同封書類' },
    { type: 'list', items: items.map((text, index) => ({ label: String(index + 1), text })) },
  ] as const;
}
