import { effortTaskWords } from './effortTaskWords.ts';
import { timelineWords } from './timelineWords.ts';

const items: Readonly<Record<string, string>> = {
  ...effortTaskWords,
  total: '作業の時間の合計',
  outsourcingYen: '委託料',
};

const isYen = (item: string): boolean => item === 'outsourcingYen';
const amount = (item: string, value: number): string =>
  isYen(item)
    ? `${Math.round(value).toLocaleString('ja-JP')}円`
    : `${(value / 60).toLocaleString('ja-JP', { maximumFractionDigits: 1 })}人時`;
const times = (ratio: number): string => `${ratio.toFixed(2)}倍`;

/** What the figures tell of one item, for a suggestion. */
interface Learned {
  readonly item: string;
  readonly ratio: number;
  readonly usual: number;
  readonly cases: readonly { readonly number: { readonly fiscalYear: number; readonly serial: number } }[];
}

const numbers = (cases: Learned['cases']): string =>
  cases.map(({ number }) => timelineWords.numberOf(number.fiscalYear, number.serial)).join('、');

/** Words of what was estimated and what it took. */
export const effortWords = {
  title: '工数の見積りと実績',
  lead: '手数料の積算に用いた見積りと、実際に要した工数・委託料を、案件を通して比べます。実績は、契約の後に案件のページで記録したものです。',
  csv: 'CSVで保存（Excelで開けます）',
  kind: { newProposal: '新たな提案', createdProposal: '作成された情報についての提案' },
  kindColumn: '提案の種類',
  itemColumn: '項目',
  count: '件数',
  ratio: '実績÷見積り（中央値）',
  usual: '実績（中央値）',
  estimated: '見積り',
  actual: '実績',
  cases: '案件',
  caseColumn: '案件',
  unit: '単位',
  minutes: '分',
  yen: '円',
  none: '見積りと実績の両方がある案件は、まだありません。',
  noneNext: '契約の後、案件のページの「実際に要した工数を記録する」で実績を記録してください。',
  unrecorded: '実績がまだ記録されていない契約',
  item: (item: string) => items[item] ?? item,
  isYen,
  amount,
  times,
  counted: (count: number) => `${count}件`,
  /** What earlier cases say beside an estimate; it is only shown, the official decides. */
  suggestion: (learned: readonly Learned[]): string =>
    learned.length === 0
      ? ''
      : `参考：これまでの実績では、${learned
          .map(
            ({ item, ratio, usual, cases }) =>
              `${items[item] ?? item}は見積りの${times(ratio)}（中央値。実績の中央値 ${amount(item, usual)}、${cases.length}件：${numbers(cases)}）`,
          )
          .join('、')}でした。値は自動では入りません。`,
} as const;
