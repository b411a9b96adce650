import type { RuleSet } from '../../core/organ/ruleSet.ts';
import type { OfficialDocument } from '../block.ts';
import { fieldTable } from '../frame/fieldTable.ts';
import { type LetterFacts, letter } from '../frame/letter.ts';
import { cited, under } from '../wording/cited.ts';
import { organWords } from '../wording/organWords.ts';
import { printedDay } from '../wording/printedDay.ts';

/** 付託 (H 8(1)); the addressee is the committee itself. */
export interface CommitteeReferralFacts extends Omit<LetterFacts, 'addressee'> {
  readonly number: string;
  readonly proposalDate: string;
  readonly subject: string;
  /** Names of the papers that go to the committee. */
  readonly papers: readonly string[];
}

/** The head refers a proposal to the committee, with exactly the papers that it needs. */
export function committeeReferral(rules: RuleSet, facts: CommitteeReferralFacts): OfficialDocument {
  const { data, honorific } = organWords(rules);
  const committee = rules.review.committee?.value ?? '';
  const { number, proposalDate, subject, papers } = facts;
  return letter(
    rules,
    'committeeReferral',
    { ...facts, addressee: committee === '' ? [] : [`${committee}委員長　${honorific}`] },
    {
      required: { 付託する書類: papers },
      contact: false,
      body: [
        {
          type: 'paragraph',
          text: `${under(rules, 'referral')}次の${data}をその用に供して行う事業に関する提案についての審査を付託しますので、${cited(rules, 'review')}各号に掲げる基準に適合するかどうかを審査し、その結果を報告してください。`,
        },
        { type: 'record' },
        fieldTable([
          ['受付番号', number],
          ['提案の日', printedDay(rules, proposalDate)],
          ['提案に係る個人情報ファイル等の名称', subject],
        ]),
        { type: 'heading', text: '付託に係る書類' },
        { type: 'list', items: papers.map((text, index) => ({ label: String(index + 1), text })) },
        { type: 'end' },
      ],
    },
  );
}
