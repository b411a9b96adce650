import type { RuleSet } from '../../core/organ/ruleSet.ts';
import type { PartyDetails } from '../../core/proposal/form.ts';
import type { Block, OfficialDocument, Text } from '../block.ts';
import { organWords } from '../wording/organWords.ts';
import { printedDay } from '../wording/printedDay.ts';
import { dayToWrite, type Field, fieldTable } from './fieldTable.ts';
import type { FormKindId } from './formKinds.ts';
import { formOf } from './formOf.ts';
import { makePaper } from './makePaper.ts';

/** What every paper that comes in has; null and empty = to be filled in. */
export interface FilingFacts {
  /** `YYYY-MM-DD` */
  readonly date: string | null;
  readonly proposers: readonly PartyDetails[];
  readonly agent: PartyDetails | null;
}

export interface FilingParts {
  /** Day that a blank form bears in its file: the day of its rules. */
  readonly formDate: string;
  /** Boxes for 住所, 電話 … of each party; only names and seal where false. */
  readonly contacts?: boolean;
  readonly body: readonly Block[];
}

/** A paper that a proposer or a counterparty hands in, blank or filled: title, day, addressee, who files, body. */
export function filing(rules: RuleSet, kind: FormKindId, facts: FilingFacts, parts: FilingParts): OfficialDocument {
  const { name, number } = formOf(rules, kind);
  const { head, honorific } = organWords(rules);
  const suffix = rules.identity.head ? honorific : '御中';
  return makePaper(rules, kind, {
    date: facts.date ?? parts.formDate,
    blocks: [
      ...(number ? [{ type: 'formNumber', text: number } as const] : []),
      ...receiptBox(rules, kind),
      { type: 'title', text: name },
      { type: 'reference', lines: [facts.date ? printedDay(rules, facts.date) : dayToWrite] },
      { type: 'addressee', lines: [`${head}　${suffix}`] },
      ...(parts.contacts === false ? signers(facts) : parties(facts)),
      ...parts.body,
    ],
  });
}

/** 収受日付印 is put on the proposal where the organ's rules say so (STP-06). */
const receiptBox = ({ intake }: RuleSet, kind: FormKindId): readonly Block[] =>
  intake.receiptStamp?.value && (kind === 'proposal' || kind === 'createdProposal')
    ? [{ type: 'stampBox', label: '収受日付印', width: 30, height: 30, align: 'right' }]
    : [];

function parties({ proposers, agent }: FilingFacts): readonly Block[] {
  const several = proposers.length > 1;
  const [first = null, ...others] = proposers;
  return [
    { type: 'heading', text: several ? '提案をする者（１）（代表して通知を受ける者）' : '提案をする者' },
    fieldTable(partyFields(first)),
    ...others.flatMap((party, index): readonly Block[] => [
      { type: 'heading', text: `提案をする者（${index + 2}）` },
      fieldTable(partyFields(party)),
    ]),
    ...(agent ? [{ type: 'heading', text: '代理人' } as const, fieldTable(partyFields(agent))] : []),
  ];
}

/** 氏名又は名称 and all that FRM-07 (1) wants of a party. */
export const partyFields = (party: PartyDetails | null): readonly Field[] => [
  ['ふりがな', party?.kana ?? null, 6],
  ['氏名又は名称', party?.name ?? null],
  ['代表者の氏名', boxOf(party, 'representative')],
  ['住所又は居所（法人その他の団体は主たる事務所）', boxOf(party, 'address'), 12],
  ['電話番号', boxOf(party, 'phone')],
  ['電子メールアドレス', boxOf(party, 'email')],
  ['担当部署', boxOf(party, 'section')],
  ['担当者の氏名', boxOf(party, 'contactPerson')],
];

/** A box that a filled paper leaves open says so; one of a blank form is room to write. */
const boxOf = (party: PartyDetails | null, key: keyof PartyDetails): string | null =>
  party === null ? null : (party[key] ?? '―');

function signers({ proposers, agent }: FilingFacts): readonly Block[] {
  if (proposers.length === 0) return [{ type: 'sender', lines: signatureLines(null), seal: true }];
  return [
    ...proposers.map((party) => ({ type: 'sender', lines: signatureLines(party), seal: true }) as const),
    ...(agent ? [{ type: 'sender', lines: [`代理人　${agent.name}`], seal: true } as const] : []),
  ];
}

/** 住所, 氏名又は名称, 代表者 above the seal. */
export function signatureLines(party: PartyDetails | null): readonly Text[] {
  if (party === null)
    return [
      ['住所又は居所　', ...linesOf('住所又は居所')],
      ['氏名又は名称　', ...linesOf('氏名又は名称')],
      ['代表者の氏名　', ...linesOf('代表者の氏名')],
    ];
  const { address, name, representative } = party;
  return [address, name, representative].filter((line) => line !== null);
}

const linesOf = (name: string) => [{ type: 'blank', name, width: 18, ruled: true } as const];
