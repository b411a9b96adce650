import type { RuleSet } from '../../core/organ/ruleSet.ts';
import type { Block, OfficialDocument, Text } from '../block.ts';
import { dayToWrite } from '../frame/fieldTable.ts';
import { formOf } from '../frame/formOf.ts';
import { makePaper } from '../frame/makePaper.ts';
import { cited } from '../wording/cited.ts';
import { fingerprintLines } from '../wording/fingerprintLines.ts';
import { organWords } from '../wording/organWords.ts';
import { inOwnDigits, printedDay } from '../wording/printedDay.ts';
import { spelledOut } from '../wording/spelledOut.ts';
import { type Clause, clauseBlocks } from './contractClauses.ts';
import type { UseContractFacts } from './contractFacts.ts';

/** 契約書: preamble, clauses, day, signatures, 別記; a draft leaves day and seals open. @throws IncompletePaperError */
export function contractFrame(
  rules: RuleSet,
  kind: 'useContract' | 'createdUseContract',
  facts: UseContractFacts,
  clauses: readonly Clause[],
): OfficialDocument {
  const { data } = organWords(rules);
  const { number, name } = formOf(rules, kind);
  const title = contractTitle(name, data, kind);
  const parties = `${facts.contractParty}（以下「甲」という。）と${facts.counterparties.map(({ name: party }) => party).join('及び')}（以下「乙」という。）とは、`;
  return makePaper(rules, kind, {
    date: facts.signedOn ?? facts.draftedOn,
    title,
    required: requiredItems(facts),
    blocks: [
      ...(number ? [{ type: 'formNumber', text: number } as const] : []),
      ...head(rules, facts),
      { type: 'title', text: title },
      {
        type: 'paragraph',
        text: `${parties}${basis(rules, kind)}${data}（以下「本データ」という。）の利用に関し、次のとおり契約を締結する。`,
      },
      ...clauseBlocks(rules, clauses),
      ...closing(rules, facts),
      ...annexes(facts),
    ],
  });
}

/** A form that an organ only calls 契約書 is printed with what it is about. */
const contractTitle = (name: string, data: string, kind: string): string =>
  name.includes(data) ? name : `${kind === 'useContract' ? '' : '作成された'}${data}の利用に関する契約書`;

const requiredItems = (facts: UseContractFacts) => ({
  契約の当事者: facts.contractParty,
  契約の相手方: facts.counterparties,
  利用の目的: facts.purposeOfUse,
  利用の方法: facts.methodOfUse,
  利用の期間: facts.usePeriod,
  提供の方法: facts.delivery,
  本データの内容: facts.subject,
});

function head(rules: RuleSet, { documentNumber, copy, taxStamp }: UseContractFacts): readonly Block[] {
  const lines = [documentNumber, copy && inOwnDigits(rules, `${copy.of}通のうち${copy.number}通目`)].filter(
    (line) => typeof line === 'string',
  );
  return [{ type: 'reference', lines }, ...(taxStamp ? [{ type: 'stampBox', label: '収入印紙' } as const] : [])];
}

function basis(rules: RuleSet, kind: 'useContract' | 'createdUseContract'): string {
  const contract = cited(rules, 'contract');
  if (contract === '') return '';
  if (kind === 'useContract') return `${spelledOut(rules, contract)}の規定に基づき、`;
  const created = cited(rules, 'createdProposal');
  return `${spelledOut(rules, `${created}第2項`)}において準用する${contract}の規定に基づき、作成された`;
}

function closing(rules: RuleSet, { signedOn, contractParty, counterparties }: UseContractFacts): readonly Block[] {
  const day: Text = signedOn ? printedDay(rules, signedOn) : dayToWrite;
  const copies = rules.contract.copies?.value ?? 2;
  return [
    {
      type: 'paragraph',
      text: inOwnDigits(
        rules,
        `この契約の成立を証するため、本書${copies}通を作成し、甲乙が記名押印の上、各自その1通を保有する。`,
      ),
    },
    { type: 'reference', lines: [day] },
    { type: 'signature', party: '甲', lines: [contractParty] },
    ...counterparties.map(({ name, address, representative }) => {
      const lines = [address, name, representative].filter((line) => line !== null);
      return { type: 'signature', party: '乙', lines } as const;
    }),
  ];
}

const annexes = ({ items, keyFingerprint }: UseContractFacts): readonly Block[] => [
  ...(items.length === 0
    ? []
    : ([
        { type: 'heading', text: '別表　本データの項目及び加工の方法' },
        {
          type: 'table',
          widths: [1, 2],
          header: ['項目', '加工の方法'],
          rows: items.map(({ item, detail }) => [item, detail]),
        },
      ] as const)),
  { type: 'heading', text: '別記　本データの発行者の確認' },
  { type: 'paragraph', text: '本データの署名に用いた甲の公開鍵の指紋（SHA-256）は、次のとおりである。' },
  { type: 'paragraph', text: fingerprintLines(keyFingerprint), align: 'center' },
];
