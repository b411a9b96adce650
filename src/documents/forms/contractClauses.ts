import type { RuleSet } from '../../core/organ/ruleSet.ts';
import type { Block, ListItem } from '../block.ts';
import { inPersons } from '../wording/amounts.ts';
import { cited } from '../wording/cited.ts';
import { organWords } from '../wording/organWords.ts';
import { inOwnDigits, printedDay, printedSpan } from '../wording/printedDay.ts';
import type { UseContractFacts } from './contractFacts.ts';

/** 条: its heading and its paragraphs (項), which may have items (号). */
export interface Clause {
  readonly heading: string;
  readonly texts: readonly (string | { readonly text: string; readonly items: readonly string[] })[];
}

/** 条項 as blocks, numbered from 第1条 on; a clause of one paragraph has no number of its own. */
export const clauseBlocks = (rules: RuleSet, clauses: readonly Clause[]): readonly Block[] =>
  clauses.flatMap(({ heading, texts }, index): readonly Block[] => [
    { type: 'heading', text: inOwnDigits(rules, `第${index + 1}条（${heading}）`) },
    {
      type: 'list',
      items: texts.map((text, at) => paragraphOf(text, texts.length > 1 ? inOwnDigits(rules, String(at + 1)) : '')),
    },
  ]);

const paragraphOf = (text: Clause['texts'][number], label: string): ListItem =>
  typeof text === 'string'
    ? { label, text }
    : { label, text: text.text, items: text.items.map((item, index) => ({ label: `(${index + 1})`, text: item })) };

/** 提供, 手数料: what the organ does and what it is paid. */
export function exchange(rules: RuleSet, facts: UseContractFacts): readonly Clause[] {
  const { fee } = organWords(rules);
  const { delivery, provisionDeadline, feeYen, feePaidOn, feeDeadline } = facts;
  const late = '遅れる見込みとなったときは、速やかに乙に通知する。';
  const amount = `金${feeYen.toLocaleString('en-US')}円`;
  return [
    {
      heading: '提供',
      texts: [
        `提供の方法は、${delivery}とする。`,
        provisionDeadline
          ? `甲は、本データを${printedDay(rules, provisionDeadline)}までに提供する。${late}`
          : `甲は、本データを作成したときは、速やかに提供する。${late}`,
        '甲は、本データに目録及び署名を添える。乙は、別記の指紋により、本データが甲の作成したものであることを確かめることができる。',
      ],
    },
    {
      heading: fee,
      texts: [
        feePaidOn
          ? `乙は、${fee}として${amount}を${printedDay(rules, feePaidOn)}に納付した。`
          : `乙は、${fee}として${amount}を${feeDeadline ? `${printedDay(rules, feeDeadline)}までに` : 'この契約の締結の前に'}納付する。`,
      ],
    },
  ];
}

/** 利用: what for, how long, by whom and where. */
export function use(rules: RuleSet, facts: UseContractFacts): readonly Clause[] {
  return [
    {
      heading: '利用の目的及び方法',
      texts: [
        `乙は、本データを次の目的のためにのみ利用する。${facts.purposeOfUse}`,
        `利用の方法は、次のとおりとする。${facts.methodOfUse}`,
      ],
    },
    {
      heading: '利用の期間',
      texts: [
        `利用の期間は、${facts.usePeriod ? printedSpan(rules, facts.usePeriod) : ''}とする。`,
        '乙は、利用の期間が終わったときは、本データ及びその複製を速やかに消去し、その旨を甲に報告する。',
      ],
    },
    {
      heading: '取扱従事者等',
      texts: [
        `本データを取り扱う者は、${facts.handlers}とし、利用の場所は、${facts.placeOfUse}とする。`,
        '乙は、取扱従事者を交代させようとするときはあらかじめ、取扱従事者を追加するときその他提案書に記載した事項に変更があるときは直ちに、甲に通知し、その指示に従う。',
      ],
    },
  ];
}

/** 禁止と安全管理. */
export const duties = (rules: RuleSet): readonly Clause[] => [
  {
    heading: '識別行為の禁止',
    texts: [
      `乙は、法令に基づく場合を除き、本人を識別するために、本データを他の情報と照合してはならない。${rules.citations.matchingBan ? `甲も、${cited(rules, 'matchingBan')}の規定により、同様とする。` : ''}`,
    ],
  },
  {
    heading: '再提供の禁止',
    texts: [
      '乙は、甲の承諾なく、本データの全部又は一部を第三者に提供してはならない。この条の違反は、この契約の重大な違反とする。',
    ],
  },
  {
    heading: '安全管理',
    texts: [
      '乙は、提案書に記載した漏えいの防止その他の適切な管理のための措置を講じ、その内容を公表するよう努める。',
      '乙は、本データの漏えいその他の事故を知ったときは、直ちに甲に報告し、その指示に従う。',
    ],
  },
];

/** 変更、解除、機関が加える条項、協議. */
export function ending(rules: RuleSet, facts: UseContractFacts): readonly Clause[] {
  const { contract, ownership } = rules;
  return [
    { heading: '変更', texts: changeTexts(rules) },
    { heading: '解除', texts: cancellationTexts(rules) },
    ...contract.addedClauses.map(({ heading, texts }) => ({ heading, texts })),
    ...(ownership ? [{ heading: '著作権', texts: [ownership.value.replace(/帰属します。$/, '帰属する。')] }] : []),
    ...facts.addedClauses,
    { heading: '協議', texts: ['この契約に定めのない事項及びこの契約に関する疑義は、甲乙が協議して定める。'] },
  ];
}

/** What follows when the counterparty wants to change something (STP-22). */
function changeTexts(rules: RuleSet): readonly string[] {
  const { data } = organWords(rules);
  const business = `乙は、本データをその用に供する事業を変更しようとするとき（利用の目的の追加若しくは変更又は利用の期間の延長を含む。）は、作成された${data}についての新たな提案をしなければならない。`;
  if (rules.contract.amendment?.value === 'none') return ['この契約の締結後は、契約条件の変更は認めない。', business];
  return [business];
}

/** CAN-1..3, and where the organ cancels on grounds of the contract alone, what they are (CAN-4). */
function cancellationTexts(rules: RuleSet): Clause['texts'] {
  const law = cited(rules, 'cancellation');
  const barred = cited(rules, 'disqualification');
  return [
    {
      text: `甲は、乙が次のいずれかに該当するときは、${law === '' ? '' : `${law}の規定により、`}この契約を解除することができる。`,
      items: [
        '偽りその他不正の手段によりこの契約を締結したとき。',
        `${barred === '' ? '欠格事由' : `${barred}各号`}のいずれかに該当することとなったとき。`,
        'この契約において定められた事項について重大な違反があったとき。',
      ],
    },
    ...(rules.contract.cancellableOnContractGrounds?.value
      ? [
          '甲は、前項に該当しない場合であっても、乙がこの契約に定める義務に違反し、期間を定めた甲の求めに応じてこれを是正しないときは、この契約を解除することができる。',
        ]
      : []),
    '甲は、この契約を解除したときは、乙に対し、本データ及びその複製の消去又は返還を求めることができる。',
  ];
}

/** 本データの内容 of a contract on data that is yet to be created. */
export const subjectOf = (facts: UseContractFacts): Clause => ({
  heading: '本データの内容',
  texts: [
    `甲は、個人情報ファイル「${facts.subject}」を加工し、本人の数を${inPersons(facts.persons ?? 0)}、項目及び加工の方法を別表のとおりとする本データを作成し、乙に提供する。`,
  ],
});
