import { hasIndividualNumberCheckDigit } from '../../japan/hasIndividualNumberCheckDigit.ts';
import { municipalityCheckDigit } from '../../japan/municipalityCheckDigit.ts';
import { readDate } from '../../japan/readDate.ts';
import { prefectures } from '../../japan/regions.ts';
import { isArticleNumber, isCardNumber, isCorporateNumber } from './checkDigits.ts';
import { isGivenName, isKanaName, isPersonName, isSurname, namesPerson } from './personNames.ts';
import {
  countries,
  crimes,
  educations,
  illness,
  maritalStates,
  occupations,
  prefectureWords,
  relations,
  religions,
  sexes,
} from './vocabulary.ts';

/** A shape that values can have, once they were folded (`foldValue`). */
interface Shape {
  /** What a value of this shape looks like to an official. */
  readonly label: string;
  readonly fits: (value: string) => boolean;
}

const pattern = (label: string, regularExpression: RegExp, condition?: (digits: string) => boolean): Shape => ({
  label,
  fits: (value) => regularExpression.test(value) && (condition === undefined || condition(value.replaceAll(/\D/g, ''))),
});
const anyOf = (label: string, words: ReadonlySet<string>): Shape => ({ label, fits: (value) => words.has(value) });

const twelve = /^\d{4}[- ]?\d{4}[- ]?\d{4}$/;
const phone =
  /^(?:0\d{9,10}|[789]0\d{8}|\(?0\d{1,4}[-)( .]{1,2}\d{1,4}[-)( .]{1,2}\d{3,4}|\+81[- ]?\(?0?\)?\d{1,4}[- ]?\d{1,4}[- ]?\d{3,4})(?: ?\(?(?:内線|内|ext\.?) ?\d{1,6}\)?)?$/i;
const prefecture = `(?:${prefectures.join('|')})`;
const name = '[\\p{Script=Han}ぁ-んァ-ヶー々]';
const number = '(?:\\d{1,4}|[一二三四五六七八九十]{1,3})';
const address = new RegExp(
  [
    `^(?:〒? ?\\d{3}-?\\d{4} ?)?(?:${name}| ){1,12}[都道府県市区町村郡](?:${name}| ){0,20}(?:${number}(?:丁目|番地?|号|-|の|地割)|\\d+(?: |$|${name})|番地|大字)`,
    `^${name}{1,10}(?:${number}丁目 ?${number}|\\d{1,3}-\\d{1,4}-\\d{1,4})`,
  ].join('|'),
  'u',
);
const place = new RegExp(`^${prefecture}?(?:${name}{1,5}郡)?${name}{1,7}[市区町村](?:${name}{1,12})?$`, 'u');
/** An address inside of a sentence is no column of addresses. */
const sentence = /[。、]|(?:へ|を|から|まで|との|です|ます|した)(?:[\p{Script=Han}ぁ-ん]|$)/u;
const isPrefecture = (value: string) => prefectures.includes(value) || prefectureWords.has(value);

export const shapes = {
  mail: pattern('メールアドレス', /^[^@\s]+@[^@\s]+\.[A-Za-z]{2,}$/),
  phone: pattern('電話番号', phone),
  postalCode: pattern('郵便番号', /^(?:〒 ?\d{3}-?\d{4}|\d{3}-\d{4})$/),
  sevenDigits: pattern('7桁の番号', /^\d{7}$/),
  individualNumber: pattern('12桁の番号', twelve),
  checkedIndividualNumber: pattern('検査用数字まで合う個人番号', twelve, hasIndividualNumberCheckDigit),
  elevenDigits: {
    label: '11桁の番号',
    fits: (value) =>
      /^(?:\d{11}|\d{5}-\d{6}|\d{3}-\d{4}-\d{4}|\d{4}-\d{3}-\d{4})$/.test(value) && !/^0[5789]0/.test(value),
  },
  tenDigits: pattern('10桁の番号', /^\d{10}$/),
  eightDigits: pattern('8桁の番号', /^\d{8}$/),
  pensionNumber: pattern('基礎年金番号（4桁-6桁）', /^\d{4}-\d{6}$/),
  employmentNumber: pattern('雇用保険被保険者番号（4桁-6桁-1桁）', /^\d{4}-\d{6}-\d$/),
  passportNumber: pattern('旅券番号（英字2字と7桁）', /^[A-Z]{2} ?\d{7}$/i),
  residenceCard: pattern('在留カード番号（英字2字・8桁・英字2字）', /^[A-Z]{2} ?\d{8} ?[A-Z]{2}$/),
  insuredCode: pattern('記号・番号', /^(?:記号)?[\p{L}\d]{1,8}(?:[-・ ]|番号)\d{1,8}(?:\((?:枝番)?\d{1,2}\))?$/u),
  corporateNumber: pattern(
    '法人番号（13桁、検査用数字まで合うもの）',
    /^T?\d[- ]?\d{4}[- ]?\d{4}[- ]?\d{4}$/,
    isCorporateNumber,
  ),
  articleNumber: pattern('商品や図書の番号（13桁、検査用数字まで合うもの）', /^[\d-]{13,17}$/, isArticleNumber),
  cardNumber: pattern(
    'カード番号（検査用数字まで合うもの）',
    /^\d{4}[- ]?\d{4,6}[- ]?\d{4,5}[- ]?\d{0,4}$/,
    isCardNumber,
  ),
  bankAccount: pattern(
    '口座番号',
    /^(?:.{0,12}(?:銀行|信用金庫|信金|農協|JA|支店|店).{0,12})?(?:(?:普通|当座|貯蓄|総合)[ :]?(?:預金)?[ :]?\d{6,8})$|^\d{4}-\d{3}-(?:[124]-)?\d{7}$|^[01]\d{4}-\d{5,8}1?$/,
  ),
  westernDate: pattern(
    '西暦の年月日',
    /^(?:(?:1[89]|20)\d{2}(?:[-/.]\d{1,2}[-/.]\d{1,2}|年\d{1,2}月\d{1,2}日)|(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))(?: ?\([月火水木金土日](?:曜日?)?\))?(?:[ T]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?$|^(?:(?:0?[1-9]|1[0-2])\/(?:0?[1-9]|[12]\d|3[01])\/(?:19|20)\d{2}|\d{1,2}[- ](?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*[- ,]+(?:19|20)\d{2})$/i,
  ),
  eraDate: pattern(
    '和暦の年月日',
    /^(?:明治|大正|昭和|平成|令和|[MTSHR明大昭平令]) ?(?:(?:元|\d{1,2}|[〇一二三四五六七八九十]{1,3})[-/.年] ?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[-/.月] ?(?:\d{1,2}|[一二三四五六七八九十]{1,3})日?|\d{6})(?:生|生まれ)?$/i,
  ),
  eraCode: {
    label: '元号の番号の付いた7桁の年月日',
    fits: (value) => /^[1-5]\d{6}$/.test(value) && !('unreadable' in readDate(value)),
  },
  yearMonth: pattern(
    '年月',
    /^(?:(?:1[89]|20)\d{2}[-/年]\d{1,2}月?|(?:1[89]|20)\d{2}年|(?:明治|大正|昭和|平成|令和)(?:元|\d{1,2})年(?:\d{1,2}月)?(?:生まれ|生)?)$/,
  ),
  period: pattern('週や四半期', /^(?:19|20)\d{2}(?:年度?)?[- ]?(?:W\d{1,2}|第\d{1,2}週|Q[1-4]|第[1-4]四半期)$/i),
  coordinate: pattern(
    '日本の緯度・経度',
    /^(?:(?:2\d|3\d|4[0-5]|12[2-9]|13\d|14\d|15[0-3])\.\d{4,}|(?:2\d|3\d|4[0-5])\.\d{3,}[, ]+1[2-5]\d\.\d{3,}|(?:北緯|東経|N|E)? ?\d{2,3}[°度] ?\d{1,2}['′分] ?[\d.]+["″秒]?.*|POINT ?\(.+\)|N?\d{2}\.\d{1,2}\.\d{1,2}(?:\.\d+)?[, ]+E?1\d{2}\.\d{1,2}\.\d{1,2}(?:\.\d+)?)$/,
  ),
  address: { label: '番地のある住所', fits: (value) => address.test(value) && !sentence.test(value) },
  place: { label: '市区町村や町の名', fits: (value) => place.test(value) && !sentence.test(value) },
  municipalityName: pattern(
    '市区町村の名',
    new RegExp(`^${prefecture}?(?:${name}{1,5}郡)?${name}{1,6}[市区町村]$`, 'u'),
  ),
  prefectureName: { label: '都道府県の名', fits: isPrefecture },
  municipalityCode: {
    label: '団体コード（検査数字まで合うもの）',
    fits: (value) => /^(?:0[1-9]|[1-3]\d|4[0-7])\d{4}$/.test(value) && municipalityCheckDigit(value) === value[5],
  },
  personName: { label: '人の姓名', fits: isPersonName },
  surname: { label: '姓', fits: isSurname },
  givenName: { label: '名', fits: isGivenName },
  kanaName: { label: 'カナの姓名', fits: isKanaName },
  latinName: pattern('ローマ字の姓名', /^[A-Z][A-Za-z'.-]+,? [A-Z][A-Za-z'.-]+(?: [A-Z][A-Za-z'.-]*)?$/),
  organization: pattern(
    '会社や学校などの名',
    /(?:株式会社|有限会社|合同会社|合資会社|\(株\)|\(有\)|(?:財団|社団|学校|医療|社会福祉|宗教)法人|協同組合|大学|小学校|中学校|高等学校|高校|学園|幼稚園|保育園|保育所|こども園|病院|医院|クリニック|診療所|工業|商店|商事|製作所|建設|運輸|銀行|商会|工務店|事務所|研究所|役場|市役所|県庁)/,
  ),
  vehicle: pattern('自動車の登録番号', /^[\p{Script=Han}ぁ-んァ-ヶ]{1,4} ?\d{2,3} ?[ぁ-ん] ?[\d・]{1,2}-?\d{1,2}$/u),
  account: pattern('SNSの利用者名', /^@[A-Za-z0-9_.]{3,30}$/),
  network: pattern(
    'IPアドレスや端末の番号',
    /^(?:\d{1,3}(?:\.\d{1,3}){3}|(?:[0-9A-F]{2}[:-]){5}[0-9A-F]{2}|(?:[0-9A-F]{1,4}:){7}[0-9A-F]{1,4}|(?:[0-9A-F]{1,4}:){1,6}(?::[0-9A-F]{1,4}){1,6})$/i,
  ),
  uuid: pattern(
    'UUIDやハッシュ値',
    /^(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{64}|[0-9a-z+/]{20,}={1,2})$/i,
  ),
  age: pattern('年齢', /^満?(?:\d{1,2}|1[0-2]\d)[歳才](?: ?\d{1,2}[かヶカケヵ]月)?$/),
  ageBand: pattern(
    '年齢の区分',
    /^(?:\d{1,3}歳?[-~〜]\d{1,3}歳?|\d0歳?代(?:前半|後半|以上|以下)?|\d{1,3}歳?(?:以上|未満|以下))$/,
  ),
  sex: anyOf('性別', sexes),
  bloodType: pattern('血液型', /^(?:A|B|O|AB)型?(?: ?\(?Rh[+-]?\)?)?$/i),
  occupation: anyOf('職業', occupations),
  country: anyOf('国の名', countries),
  relation: anyOf('続柄', relations),
  marital: anyOf('婚姻の状態', maritalStates),
  education: anyOf('学歴', educations),
  illness: { label: '病名', fits: (value) => value.length <= 30 && illness.test(value) },
  medicine: pattern(
    '薬の名',
    /(?:錠|カプセル|顆粒|細粒|散|軟膏|クリーム|点眼液|注射液|シロップ|吸入剤?|テープ|坐剤)(?: ?\d+(?:\.\d+)? ?(?:mg|g|μg|mcg|mL|%|単位).*)$/i,
  ),
  url: pattern('ウェブの番地', /^(?:https?:\/\/|www\.)\S+$/i),
  diseaseCode: pattern('国際疾病分類の符号', /^[A-TV-Z]\d{2}(?:\.\d{1,2})?$/),
  careLevel: pattern(
    '要介護度・障害の等級',
    /^(?:要介護|要支援) ?[1-5]$|^(?:非該当|事業対象者)$|^(?:身体|精神|療育).{0,16}(?:[1-7]級|[AB]\d?)$/,
  ),
  religion: anyOf('宗教', religions),
  crime: anyOf('罪名', crimes),
  money: pattern('金額', /^[¥\\-]?\d{1,3}(?:,?\d{3})*(?:\.\d+)?(?:円|万円|千円|億円)$|^[¥\\]\d[\d,]*$/),
  integer: pattern('整数', /^[-+]?(?:0|[1-9]\d*)$/),
  decimal: pattern('数', /^[-+]?\d+(?:\.\d+)?$/),
  digits: pattern('数字だけの符号', /^\d+$/),
  code: pattern('英数字の符号', /^[A-Za-z0-9_-]*\d[A-Za-z0-9_-]*$/),
} as const satisfies Record<string, Shape>;

export type ShapeName = keyof typeof shapes;
export const shapeNames = Object.keys(shapes) as ShapeName[];

export const hasShape = (value: string, name: ShapeName): boolean => shapes[name].fits(value);

const alone = (digits: string) => new RegExp(`(?:^|[^\\d.-])${digits}(?:$|[^\\d.-])`);

/** Things that are looked for inside of longer texts. */
export const embedded = {
  individualNumber: pattern('12桁の番号', alone('\\d{4}[- ]?\\d{4}[- ]?\\d{4}')),
  residenceCode: pattern('11桁の番号', alone('[1-9]\\d{10}')),
  pensionNumber: pattern('基礎年金番号の形の番号', alone('\\d{4}-\\d{6}')),
  passportNumber: pattern(
    '旅券や在留カードの番号',
    /(?:^|[^A-Za-z\d])[A-Z]{2}(?:\d{7}|\d{8}[A-Z]{2})(?:$|[^A-Za-z\d])/,
  ),
  phone: pattern(
    '電話番号',
    /(?:^|[^\d-])(?:\(?0\d{1,4}[-)( .]{1,2}\d{1,4}[-)( .]{1,2}\d{3,4}|0[5789]0 ?\d{4} ?\d{4}|0\d{9})(?:$|[^\d-])/,
  ),
  mail: pattern('メールアドレス', /[A-Za-z0-9._%+-]+(?:@|\(at\)|\[at\]| at )[A-Za-z0-9-]+\.[A-Za-z]/),
  postalCode: pattern('郵便番号', /〒 ?\d{3}-?\d{4}/),
  address: pattern(
    '住所',
    new RegExp(
      `${name}{1,6}[市区町村郡]${name}{1,12}(?:\\d{1,4}|[一二三四五六七八九十]{1,3})(?:丁目|番地?|号|-\\d)`,
      'u',
    ),
  ),
  date: pattern('年月日', /(?:(?:明治|大正|昭和|平成|令和)(?:元|\d{1,2})年|(?:19|20)\d{2}[-/年])\d{1,2}[-/月]\d{1,2}/),
  person: { label: '人の名', fits: namesPerson },
} as const satisfies Record<string, Shape>;

export type EmbeddedName = keyof typeof embedded;
export const embeddedNames = Object.keys(embedded) as EmbeddedName[];
