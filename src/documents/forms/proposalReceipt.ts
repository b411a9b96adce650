import type { RuleSet } from '../../core/organ/ruleSet.ts';
import type { OfficialDocument } from '../block.ts';
import { contactBlock } from '../frame/contactBlock.ts';
import { fieldTable } from '../frame/fieldTable.ts';
import { sheet } from '../frame/sheet.ts';
import { organWords } from '../wording/organWords.ts';
import { printedDay } from '../wording/printedDay.ts';

/** 受付 of a proposal (STP-06). */
export interface ProposalReceiptFacts {
  readonly receivedOn: string;
  /** 受付番号 */
  readonly number: string;
  readonly addressee: readonly string[];
  /** The file, or the created data. */
  readonly subject: string;
  readonly channel: string;
  readonly copies: number;
  /** Titles of the papers that came in. */
  readonly papers: readonly string[];
}

/** What a proposer gets in hand: that the papers came in, and that nothing is decided by it. */
export function proposalReceipt(rules: RuleSet, facts: ProposalReceiptFacts): OfficialDocument {
  const { data } = organWords(rules);
  const { receivedOn, number, addressee, subject, channel, copies, papers } = facts;
  const kept = rules.intake.papersReturned?.value === false ? '提出された書類は、返却しません。' : '';
  return sheet(rules, 'proposalReceipt', {
    date: receivedOn,
    required: { 受付番号: number, 宛名: addressee },
    blocks: [
      { type: 'addressee', lines: addressee },
      { type: 'sender', lines: [organWords(rules).head], seal: false },
      { type: 'paragraph', text: `${data}をその用に供して行う事業に関する提案の書類を、次のとおり受け付けました。` },
      fieldTable([
        ['受付番号', number],
        ['受付の日', printedDay(rules, receivedOn)],
        ['提案の対象', subject],
        ['提出の方法', channel],
        ['部数', `${copies}部`],
      ]),
      { type: 'heading', text: '受け付けた書類' },
      { type: 'list', items: papers.map((text, index) => ({ label: String(index + 1), text })) },
      {
        type: 'paragraph',
        text: `この受付は、提案が審査の基準に適合することを示すものではありません。書類に不備があるときは、後日、説明又は訂正をお願いすることがあります。${kept}`,
      },
      contactBlock(rules),
    ],
  });
}
