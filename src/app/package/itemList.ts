import type { WantedItem } from '../../core/proposal/form.ts';
import { granularityWords } from '../../messages/granularityWords.ts';
import { valueFormWords } from '../../messages/valueFormWords.ts';

/** 項目: a column of the data as its reader has to know it. */
export interface DescribedItem {
  readonly name: string;
  readonly meaning: string;
  /** What was done, in the words of the commission's table of techniques. */
  readonly processing: string;
  readonly form: string;
}

/** The public report, as far as the list is made from it. */
export interface ReportedColumn {
  readonly name: string;
  readonly descriptions: readonly string[];
}

/** A column of the output as its values look. */
export interface SeenColumn {
  readonly name: string;
  readonly type: string;
  readonly distinct: number;
  readonly empty: number;
}

/** 項目一覧: every column of the data in its order, with what was agreed, what was done and what its values look like. */
export const itemsOf = (
  fileName: string,
  wanted: readonly WantedItem[],
  reported: readonly ReportedColumn[],
  seen: readonly SeenColumn[],
): readonly DescribedItem[] =>
  reported.map(({ name, descriptions }) => {
    const item = wanted.find((one) => one.name === name);
    const agreed = item?.detail ?? (item?.granularity ? granularityWords[item.granularity] : null);
    const column = seen.find((one) => one.name === name);
    return {
      name,
      meaning: `個人情報ファイル「${fileName}」の記録項目「${name}」${agreed ? `。提案による加工の程度: ${agreed}` : ''}`,
      processing: descriptions.length > 0 ? descriptions.join('、') : 'なし',
      form: column ? formOf(column) : '',
    };
  });

const formOf = ({ type, distinct, empty }: SeenColumn): string =>
  `${valueFormWords(type)}、${distinct.toLocaleString('ja-JP')}種類${empty > 0 ? `、空 ${empty.toLocaleString('ja-JP')}件` : ''}`;

const cell = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** The list as CSV that opens in a spreadsheet: UTF-8 with BOM, CRLF. */
export const itemListCsv = (items: readonly DescribedItem[]): string =>
  `\uFEFF${[
    ['項目', '意味', '加工', '値の形'],
    ...items.map(({ name, meaning, processing, form }) => [name, meaning, processing, form]),
  ]
    .map((row) => row.map(cell).join(','))
    .join('\r\n')}\r\n`;
