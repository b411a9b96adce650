import type { RuleSet } from '../../core/organ/ruleSet.ts';
import { formatEra } from '../../japan/formatEra.ts';
import type { Block, OfficialDocument } from '../block.ts';
import { spelledOut } from './spelledOut.ts';

/** 加工の方法: an item of the data and how detailed it is. */
export interface ItemFacts {
  readonly item: string;
  readonly detail: string;
}

/** What the contract is about (FRM-16). Days are `YYYY-MM-DD`; null = not agreed. */
export interface UseContractFacts {
  readonly documentNumber: string;
  readonly signedOn: string;
  /** Who contracts for the organ. */
  readonly contractParty: string;
  /** Name, address and representative of the counterparty, as they sign. */
  readonly counterparty: readonly string[];
  readonly fileName: string;
  readonly persons: number;
  readonly items: readonly ItemFacts[];
  readonly purposeOfUse: string;
  readonly methodOfUse: string;
  readonly usePeriod: { readonly from: string; readonly to: string };
  readonly placeOfUse: string;
  readonly handlers: string;
  readonly delivery: string;
  readonly provisionDeadline: string | null;
  readonly feeYen: number;
  readonly feePaidOn: string;
  /** SHA-256 of the organ's public key, 64 hexadecimal digits: what the package's signature is checked against. */
  readonly keyFingerprint: string;
  /** Whether 収入印紙 has to be put on this copy (FEE-13). */
  readonly taxStamp: boolean;
  /** Clauses that the organ adds, in its own words. */
  readonly addedClauses: readonly string[];
}

/** 契約書: a model that the organ may add clauses to; no source gives the clauses. */
export function useContract(rules: RuleSet, facts: UseContractFacts): OfficialDocument {
  const data = rules.terms.data?.value ?? '';
  const title = `${data}の利用に関する契約書`;
  const basis = rules.citations.contract?.value ?? '';
  const intro = `${facts.contractParty}（以下「甲」という。）と${facts.counterparty[0] ?? ''}（以下「乙」という。）とは、${spelledOut(basis)}の規定に基づき、${data}（以下「本データ」という。）の利用に関し、次のとおり契約を締結する。`;
  const clauses = clausesOf(rules, facts).flatMap(({ heading, texts }, index) =>
    clauseBlocks(index + 1, heading, texts),
  );
  return {
    kind: 'useContract',
    title,
    issuer: rules.identity.name?.value ?? '',
    date: facts.signedOn,
    blocks: [
      { type: 'reference', lines: [facts.documentNumber] },
      ...(facts.taxStamp ? [{ type: 'stampBox', label: '収入印紙' } as const] : []),
      { type: 'title', text: title },
      { type: 'paragraph', text: intro },
      ...clauses,
      {
        type: 'paragraph',
        text: 'この契約の成立を証するため、本書２通を作成し、甲乙が記名押印の上、各自その１通を保有する。',
      },
      { type: 'reference', lines: [formatEra(facts.signedOn)] },
      { type: 'signature', party: '甲', lines: [facts.contractParty] },
      { type: 'signature', party: '乙', lines: facts.counterparty },
      { type: 'heading', text: '別表　本データの項目及び加工の方法' },
      {
        type: 'table',
        widths: [1, 2],
        header: ['項目', '加工の方法'],
        rows: facts.items.map(({ item, detail }) => [item, detail]),
      },
      { type: 'heading', text: '別記　本データの発行者の確認' },
      { type: 'paragraph', text: '本データの署名に用いた甲の公開鍵の指紋（SHA-256）は、次のとおりである。' },
      { type: 'paragraph', text: facts.keyFingerprint.replace(/(.{8})(?=.)/g, '$1 ') },
    ],
  };
}

interface Clause {
  readonly heading: string;
  readonly texts: readonly string[];
}

const clauseBlocks = (number: number, heading: string, texts: readonly string[]): readonly Block[] => [
  { type: 'heading', text: `第${number}条（${heading}）` },
  { type: 'list', items: texts.map((text, index) => ({ label: texts.length > 1 ? String(index + 1) : '', text })) },
];

function clausesOf(rules: RuleSet, facts: UseContractFacts): readonly Clause[] {
  return [
    ...subject(facts),
    ...use(facts),
    ...duties(rules),
    ...ending(rules),
    ...facts.addedClauses.map((text) => ({ heading: '追加条項', texts: [text] })),
  ];
}

const subject = (facts: UseContractFacts): readonly Clause[] => [
  {
    heading: '本データの内容',
    texts: [
      `甲は、個人情報ファイル「${facts.fileName}」を加工し、本人の数を${facts.persons.toLocaleString('en-US')}人、項目及び加工の方法を別表のとおりとする本データを作成し、乙に提供する。`,
    ],
  },
  {
    heading: '提供',
    texts: [
      `提供の方法は、${facts.delivery}とする。`,
      facts.provisionDeadline
        ? `甲は、本データを${formatEra(facts.provisionDeadline)}までに提供する。遅れる見込みとなったときは、速やかに乙に通知する。`
        : '甲は、本データを作成したときは、速やかに提供する。遅れる見込みとなったときは、速やかに乙に通知する。',
      '甲は、本データに目録及び署名を添える。乙は、別記の指紋により、本データが甲の作成したものであることを確かめることができる。',
    ],
  },
  {
    heading: '手数料',
    texts: [`乙は、手数料として金${facts.feeYen.toLocaleString('en-US')}円を${formatEra(facts.feePaidOn)}に納付した。`],
  },
];

const use = (facts: UseContractFacts): readonly Clause[] => [
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
      `利用の期間は、${formatEra(facts.usePeriod.from)}から${formatEra(facts.usePeriod.to)}までとする。`,
      '乙は、利用の期間が終わったときは、本データ及びその複製を速やかに消去し、その旨を甲に報告する。',
    ],
  },
  {
    heading: '取扱従事者等',
    texts: [
      `本データを取り扱う者は、${facts.handlers}とし、利用の場所は、${facts.placeOfUse}とする。`,
      '乙は、取扱従事者を交代させようとするときはあらかじめ、追加するときその他の記載事項に変更があるときは直ちに、甲に通知し、その指示に従う。',
    ],
  },
];

const duties = ({ citations }: RuleSet): readonly Clause[] => [
  {
    heading: '識別行為の禁止',
    texts: [
      `乙は、法令に基づく場合を除き、本人を識別するために、本データを他の情報と照合してはならない。${citations.matchingBan ? `甲も、${citations.matchingBan.value}の規定により、同様とする。` : ''}`,
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

const ending = ({ citations, contract, ownership }: RuleSet): readonly Clause[] => [
  {
    heading: '解除',
    texts: [
      `甲は、乙が偽りその他不正の手段によりこの契約を締結したとき、欠格事由に該当することとなったとき、又はこの契約に定める事項について重大な違反があったときは、${citations.cancellation?.value ?? ''}の規定により、この契約を解除することができる。`,
    ],
  },
  ...(contract.amendment?.value === 'none'
    ? [{ heading: '契約条件の変更', texts: ['この契約の締結後は、契約条件の変更は認めない。'] }]
    : []),
  ...(ownership ? [{ heading: '著作権', texts: [ownership.value] }] : []),
  { heading: '協議', texts: ['この契約に定めのない事項及び疑義は、甲乙が協議して定める。'] },
];
