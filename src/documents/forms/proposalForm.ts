import type { RuleSet } from '../../core/organ/ruleSet.ts';
import type { Handler } from '../../core/proposal/form.ts';
import type { Block, OfficialDocument } from '../block.ts';
import { type Field, fieldTable } from '../frame/fieldTable.ts';
import { type FilingFacts, filing } from '../frame/filing.ts';
import { ruleContent, ruledItemBlocks } from '../frame/ruleContents.ts';
import { inPersons } from '../wording/amounts.ts';
import { under } from '../wording/cited.ts';
import { organWords } from '../wording/organWords.ts';
import { printedSpan } from '../wording/printedDay.ts';

/** What a proposal says of the data and its use, 法112条2項4号〜8号 (FRM-07 (4)〜(8)); null and empty = to be filled in. */
export interface UseFacts {
  readonly purpose: string | null;
  readonly method: string | null;
  readonly business: string | null;
  readonly period: { readonly from: string; readonly to: string } | null;
  readonly handlers: readonly Handler[];
  readonly placeOfUse: string | null;
  readonly environment: string | null;
  readonly placeOfStorage: string | null;
  readonly management: string | null;
  readonly measures: string | null;
  readonly medium: string | null;
  readonly delivery: 'counter' | 'post' | null;
}

/** 提案書 (規則 別記様式第7). */
export interface ProposalFormFacts extends FilingFacts, UseFacts {
  readonly fileName: string | null;
  readonly persons: number | null;
  /** Each 記録項目 that is wanted, and how detailed. */
  readonly items: readonly { readonly item: string; readonly detail: string }[];
  /** 添付書類 that are handed in; null = to be ticked. */
  readonly attached: readonly string[] | null;
}

/** 提案書 (FRM-07), blank or filled. */
export function proposalForm(rules: RuleSet, facts: ProposalFormFacts, formDate: string): OfficialDocument {
  const { data } = organWords(rules);
  return filing(rules, 'proposal', facts, {
    formDate,
    body: [
      {
        type: 'paragraph',
        text: `${under(rules, 'proposal')}${data}をその用に供して行う事業について、次のとおり提案します。`,
      },
      fieldTable([
        ['１　個人情報ファイルの名称', facts.fileName],
        [`２　${data}の本人の数`, facts.persons === null ? null : inPersons(facts.persons)],
      ]),
      { type: 'heading', text: '３　加工の方法を特定するに足りる事項' },
      itemTable(facts.items),
      ...useBlocks(rules, facts, 4),
      ...ruledItemBlocks(rules, '８', facts.date === null),
      ...attachmentBlocks(rules, facts.attached),
      proposalRemarks(rules),
    ],
  });
}

function itemTable(items: ProposalFormFacts['items']): Block {
  const room = Array.from({ length: 4 }, () => ({ item: null, detail: null }));
  const rows = (items.length === 0 ? room : items).map(({ item, detail }) => [
    item === null ? ({ text: [{ type: 'blank', name: '記録項目', width: 10 }], height: 9 } as const) : item,
    detail ?? [{ type: 'blank', name: '情報の程度', width: 20 } as const],
  ]);
  return { type: 'table', widths: [2, 5], header: ['提供を希望する記録項目', '希望する情報の程度'], rows };
}

/** 利用、期間、管理のための措置、提供の方法, numbered from the given box on. */
export function useBlocks(rules: RuleSet, facts: UseFacts, from: number): readonly Block[] {
  const heading = (index: number, text: string): Block => ({
    type: 'heading',
    text: `${fullWidth(from + index)}　${text}`,
  });
  return [
    heading(0, '利用の目的及び方法並びに利用に供する事業の内容'),
    fieldTable([
      ['利用の目的', facts.purpose, 20],
      ['利用の方法', facts.method, 20],
      ['利用に供する事業の内容（新たな産業の創出等に資する理由を含む。）', facts.business, 40],
    ]),
    fieldTable([
      [`${fullWidth(from + 1)}　事業の用に供しようとする期間`, facts.period && printedSpan(rules, facts.period)],
    ]),
    heading(2, '漏えいの防止その他の適切な管理のために講ずる措置'),
    handlerTable(facts.handlers),
    fieldTable(measureFields(facts)),
    heading(3, '希望する提供の方法'),
    deliveryChecks(rules, facts),
  ];
}

const fullWidth = (number: number) => String.fromCharCode(0xff10 + number);

/** 取扱従事者: 氏名、所属、職名. */
export function handlerTable(handlers: readonly Handler[]): Block {
  const room = (name: string) => ({ text: [{ type: 'blank', name, width: 8 }], height: 9 }) as const;
  const rows =
    handlers.length === 0
      ? Array.from({ length: 3 }, () => [room('氏名'), room('所属'), room('職名')])
      : handlers.map(({ name, affiliation, post }) => [name, affiliation, post]);
  return { type: 'table', widths: [1, 1, 1], header: ['取扱従事者の氏名', '所属', '職名'], rows };
}

const measureFields = (facts: UseFacts): readonly Field[] => [
  ['利用する場所', facts.placeOfUse],
  ['利用する環境', facts.environment],
  ['保管する場所', facts.placeOfStorage],
  ['管理の方法', facts.management, 15],
  ['権限及び責任、規程類の整備、権限のない者による取扱いの防止その他の措置', facts.measures, 25],
];

/** 媒体 and 方法: boxes to tick where the organ names them, else words. */
function deliveryChecks({ delivery: { media } }: RuleSet, { medium, delivery }: UseFacts): Block {
  const ticks = (names: readonly string[], chosen: string | null): string =>
    names.map((name) => `${name === chosen ? '■' : '□'} ${name}`).join('　');
  const named = media?.value ?? [];
  const ways = { counter: '窓口受領', post: '郵送' } as const;
  return fieldTable([
    ['提供媒体', named.length > 0 ? ticks(named, medium) : medium],
    ['提供方法', ticks(Object.values(ways), delivery && ways[delivery])],
  ]);
}

/** 添付書類 with their boxes, in the organ's words; what these say of the call guideline's other parts is left out. */
export function attachmentBlocks(rules: RuleSet, attached: readonly string[] | null): readonly Block[] {
  if (rules.attachments.length === 0) return [];
  const byRule = ruleContent(rules, 'attachments');
  const items = rules.attachments.map(({ id, wording, label }) => ({
    checked: attached?.includes(id) ?? false,
    text: [(wording ?? label).replace(/（上記[^（）]*）/g, ''), id === 'byRule' && byRule ? `（${byRule}）` : ''].join(
      '',
    ),
  }));
  return [
    { type: 'heading', text: '添付書類' },
    { type: 'checks', items },
  ];
}

/** 備考 of the form: how it is filled in. */
function proposalRemarks(rules: RuleSet): Block {
  const { copies } = rules.intake;
  const minimum = rules.review.minPersons;
  const texts = [
    '個人情報ファイルの名称は、個人情報ファイル簿に記載されているとおりに記載してください。',
    minimum
      ? `本人の数は、${inPersons(minimum.value)}以上で、個人情報ファイルの本人の数以下としてください。`
      : '本人の数は、個人情報ファイルの本人の数以下としてください。',
    '希望する情報の程度は、「住所」について「都道府県名のみ」など、加工の方法が分かるように具体的に記載してください。',
    ...(copies ? [`この提案書及び添付書類は、${copies.value}部提出してください。`] : []),
    '各欄に書ききれないときは、別紙に記載して添付してください。',
  ];
  return { type: 'remarks', items: texts.map((text, index) => ({ label: fullWidth(index + 1), text })) };
}
