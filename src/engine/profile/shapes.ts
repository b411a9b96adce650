/** A shape that values can have; the pattern is RE2 and has to match the whole value once its width is folded. */
interface Shape {
  /** What a value of this shape looks like to an official. */
  readonly label: string;
  readonly pattern: string;
  /** A further condition, as SQL. @param digits SQL of the digits of the value */
  readonly condition?: (digits: string) => string;
}

const han = '\\p{Han}々ヶヵ';
const kana = 'ぁ-んァ-ヶー';

/** Whether the last of 12 digits is the check digit of the other 11 (個人番号の検査用数字). */
function hasCheckDigit(digits: string): string {
  const digit = (place: number) => `TRY_CAST(substr(${digits}, ${place}, 1) AS INTEGER)`;
  const weight = (place: number) => (place > 5 ? 13 - place : 7 - place);
  const sum = Array.from({ length: 11 }, (_, index) => `${digit(index + 1)} * ${weight(index + 1)}`).join(' + ');
  return `${digit(12)} = CASE WHEN (${sum}) % 11 <= 1 THEN 0 ELSE 11 - (${sum}) % 11 END`;
}

export const shapes = {
  mail: { label: 'メールアドレス', pattern: '[^@\\s]+@[^@\\s]+\\.[A-Za-z]{2,}' },
  phone: {
    label: '電話番号',
    pattern: '(0\\d{9,10}|0\\d{1,4}[-(]\\d{1,4}[-)]\\d{3,4}|\\+81[- ]?\\d{1,4}-\\d{1,4}-\\d{3,4})',
  },
  postalCode: { label: '郵便番号', pattern: '〒? ?\\d{3}-\\d{4}' },
  sevenDigits: { label: '7桁の番号', pattern: '\\d{7}' },
  individualNumber: { label: '12桁の番号', pattern: '\\d{4}[- ]?\\d{4}[- ]?\\d{4}' },
  checkedIndividualNumber: {
    label: '検査用数字まで合う個人番号',
    pattern: '\\d{4}[- ]?\\d{4}[- ]?\\d{4}',
    condition: hasCheckDigit,
  },
  elevenDigits: { label: '11桁の番号', pattern: '\\d{11}' },
  tenDigits: { label: '10桁の番号', pattern: '\\d{10}' },
  pensionNumber: { label: '基礎年金番号（4桁-6桁）', pattern: '\\d{4}-\\d{6}' },
  passportNumber: { label: '旅券番号（英字2字と7桁）', pattern: '[A-Z]{2}\\d{7}' },
  westernDate: {
    label: '西暦の年月日',
    pattern:
      '((1[89]|20)\\d{2}[-/.]\\d{1,2}[-/.]\\d{1,2}|(1[89]|20)\\d{2}年\\d{1,2}月\\d{1,2}日|(19|20)\\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\\d|3[01]))( 0{1,2}:00(:00)?)?',
  },
  eraDate: {
    label: '和暦の年月日',
    pattern: '(明治|大正|昭和|平成|令和|[MTSHRmtshr明大昭平令])(元|\\d{1,2})[-/.年]\\d{1,2}[-/.月]\\d{1,2}日?',
  },
  coordinate: { label: '日本の緯度・経度', pattern: '(2\\d|3\\d|4[0-5]|12[2-9]|13\\d|14\\d|15[0-3])\\.\\d{3,}' },
  address: {
    label: '番地のある住所',
    pattern: `[${han}${kana}]*[都道府県市区町村郡][${han}${kana}]*[^\\d]*[\\d一二三四五六七八九十]+(丁目|番地?|号|-)?.*`,
  },
  personName: { label: '姓と名', pattern: `[${han}${kana}]{1,5}[ \u3000][${han}${kana}]{1,5}` },
  kanaName: { label: 'カナの姓と名', pattern: `[${kana}ヴ゛゜]{1,12}[ \u3000][${kana}ヴ゛゜]{1,12}` },
  age: { label: '年齢', pattern: '(\\d{1,2}|1[0-2]\\d)[歳才]' },
  sex: { label: '性別', pattern: '(男性?|女性?|[MF]|[Mm]ale|[Ff]emale)' },
  integer: { label: '整数', pattern: '[-+]?(0|[1-9]\\d*)' },
  decimal: { label: '数', pattern: '[-+]?\\d+(\\.\\d+)?' },
  digits: { label: '数字だけの符号', pattern: '\\d+' },
  code: { label: '英数字の符号', pattern: '[A-Za-z0-9_-]*\\d[A-Za-z0-9_-]*' },
} as const satisfies Record<string, Shape>;

export type ShapeName = keyof typeof shapes;
export const shapeNames = Object.keys(shapes) as ShapeName[];

/** Shapes that are looked for inside longer texts as well; the pattern has to match a part of the value. */
export const embedded = {
  twelveDigits: { label: '12桁の番号', pattern: '(^|[^\\d.-])\\d{4}[- ]?\\d{4}[- ]?\\d{4}($|[^\\d.-])' },
  elevenDigits: { label: '11桁の番号', pattern: '(^|[^\\d.-])\\d{11}($|[^\\d.-])' },
  phone: { label: '電話番号', pattern: '(^|[^\\d-])0\\d{1,4}-\\d{1,4}-\\d{3,4}($|[^\\d-])' },
  mail: { label: 'メールアドレス', pattern: '[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+\\.[A-Za-z]' },
  postalCode: { label: '郵便番号', pattern: '〒 ?\\d{3}-?\\d{4}' },
  date: {
    label: '年月日',
    pattern: '((明治|大正|昭和|平成|令和)(元|\\d{1,2})年|(19|20)\\d{2}[-/年])\\d{1,2}[-/月]\\d{1,2}',
  },
  person: { label: '敬称の付いた人の名', pattern: `[${han}]{2,}(さん|様|氏)` },
} as const satisfies Record<string, Shape>;

export type EmbeddedName = keyof typeof embedded;
export const embeddedNames = Object.keys(embedded) as EmbeddedName[];
