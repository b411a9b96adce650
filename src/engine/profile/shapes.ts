import { hasIndividualNumberCheckDigit } from '../../japan/hasIndividualNumberCheckDigit.ts';

/** A shape that values can have, once their width is folded. */
interface Shape {
  /** What a value of this shape looks like to an official. */
  readonly label: string;
  /** Matches the whole value. */
  readonly pattern: RegExp;
  /** A further condition on the digits of the value. */
  readonly condition?: (digits: string) => boolean;
}

export const shapes = {
  mail: { label: 'メールアドレス', pattern: /^[^@\s]+@[^@\s]+\.[A-Za-z]{2,}$/ },
  phone: {
    label: '電話番号',
    pattern: /^(0\d{9,10}|0\d{1,4}[-(]\d{1,4}[-)]\d{3,4}|\+81[- ]?\d{1,4}-\d{1,4}-\d{3,4})$/,
  },
  postalCode: { label: '郵便番号', pattern: /^〒? ?\d{3}-\d{4}$/ },
  sevenDigits: { label: '7桁の番号', pattern: /^\d{7}$/ },
  individualNumber: { label: '12桁の番号', pattern: /^\d{4}[- ]?\d{4}[- ]?\d{4}$/ },
  checkedIndividualNumber: {
    label: '検査用数字まで合う個人番号',
    pattern: /^\d{4}[- ]?\d{4}[- ]?\d{4}$/,
    condition: hasIndividualNumberCheckDigit,
  },
  elevenDigits: { label: '11桁の番号', pattern: /^\d{11}$/ },
  tenDigits: { label: '10桁の番号', pattern: /^\d{10}$/ },
  pensionNumber: { label: '基礎年金番号（4桁-6桁）', pattern: /^\d{4}-\d{6}$/ },
  passportNumber: { label: '旅券番号（英字2字と7桁）', pattern: /^[A-Z]{2}\d{7}$/ },
  westernDate: {
    label: '西暦の年月日',
    pattern:
      /^((1[89]|20)\d{2}([-/.]\d{1,2}[-/.]\d{1,2}|年\d{1,2}月\d{1,2}日)|(19|20)\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01]))( \d{1,2}:\d{2}(:\d{2})?)?$/,
  },
  eraDate: {
    label: '和暦の年月日',
    pattern: /^(明治|大正|昭和|平成|令和|[MTSHR明大昭平令])(元|\d{1,2})[-/.年]\d{1,2}[-/.月]\d{1,2}日?$/i,
  },
  coordinate: { label: '日本の緯度・経度', pattern: /^(2\d|3\d|4[0-5]|12[2-9]|13\d|14\d|15[0-3])\.\d{3,}$/ },
  address: {
    label: '番地のある住所',
    pattern: /^[\p{L}々ヶ]+[都道府県市区町村郡][^@]*[\d一二三四五六七八九十]+(丁目|番地?|号|-)?[^@]*$/u,
  },
  personName: {
    label: '姓と名',
    pattern: /^[\p{Script=Han}ぁ-んァ-ヶー々]{1,5} [\p{Script=Han}ぁ-んァ-ヶー々]{1,5}$/u,
  },
  kanaName: { label: 'カナの姓と名', pattern: /^[ぁ-んァ-ヶー]{1,12} [ぁ-んァ-ヶー]{1,12}$/ },
  age: { label: '年齢', pattern: /^(\d{1,2}|1[0-2]\d)[歳才]$/ },
  sex: { label: '性別', pattern: /^(男性?|女性?|M|F|male|female)$/i },
  integer: { label: '整数', pattern: /^[-+]?(0|[1-9]\d*)$/ },
  decimal: { label: '数', pattern: /^[-+]?\d+(\.\d+)?$/ },
  digits: { label: '数字だけの符号', pattern: /^\d+$/ },
  code: { label: '英数字の符号', pattern: /^[A-Za-z0-9_-]*\d[A-Za-z0-9_-]*$/ },
} as const satisfies Record<string, Shape>;

export type ShapeName = keyof typeof shapes;
export const shapeNames = Object.keys(shapes) as ShapeName[];

export const hasShape = (value: string, name: ShapeName): boolean => {
  const { pattern, condition }: Shape = shapes[name];
  return pattern.test(value) && (condition === undefined || condition(value.replaceAll(/\D/g, '')));
};

/** Things that are looked for inside of longer texts. */
export const embedded = {
  individualNumber: { label: '12桁の番号', pattern: /(^|[^\d.-])\d{4}[- ]?\d{4}[- ]?\d{4}($|[^\d.-])/ },
  residenceCode: { label: '11桁の番号', pattern: /(^|[^\d.-])\d{11}($|[^\d.-])/ },
  phone: { label: '電話番号', pattern: /(^|[^\d-])0\d{1,4}-\d{1,4}-\d{3,4}($|[^\d-])/ },
  mail: { label: 'メールアドレス', pattern: /[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+\.[A-Za-z]/ },
  postalCode: { label: '郵便番号', pattern: /〒 ?\d{3}-?\d{4}/ },
  date: {
    label: '年月日',
    pattern: /((明治|大正|昭和|平成|令和)(元|\d{1,2})年|(19|20)\d{2}[-/年])\d{1,2}[-/月]\d{1,2}/,
  },
  person: { label: '敬称の付いた人の名', pattern: /[\p{Script=Han}]{2,}(さん|様|氏)/u },
} as const satisfies Record<string, Shape>;

export type EmbeddedName = keyof typeof embedded;
export const embeddedNames = Object.keys(embedded) as EmbeddedName[];
