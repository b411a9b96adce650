import { unifyHyphens } from '../../japan/unifyHyphens.ts';

const longMark = /(?<=\d)ー(?=\d)/g;

/** 第123456号, 個人番号: 123456, No.123456: the words around a number. */
const aroundNumber = /^(?:第|no\.?|№|番号|[^\d:]{1,10}:)?[: ]*([A-Z]{0,2}\d[\d -]{5,})号?$/i;

/** A value as its shape is looked at: narrow, with one kind of hyphen, a number without the words around it. */
export const foldValue = (value: string): string =>
  unifyHyphens(value.normalize('NFKC'))
    .replaceAll(longMark, '-')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replace(aroundNumber, '$1');

/** Words that stand for no value. */
export const isBlank = (folded: string): boolean =>
  /^(?:[-ー*・.?]*|なし|無し?|無記入|不明|不詳|未(?:登録|記入|入力|回答|定|詳|設定|取得|確認)|要確認|確認中|対象外|空欄|欠測|欠損|(?:該当|特に|記載|記入|回答|登録|情報|データ|届出)なし|n\/?a|null|none|nan|unknown)$/i.test(
    folded,
  );
