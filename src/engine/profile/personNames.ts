import { surnameReadings, surnames } from './surnames.ts';

const letters = '[\\p{Script=Han}ぁ-んァ-ヶー々]';
const apart = new RegExp(`^${letters}{1,5} ${letters}{1,5}$`, 'u');
/** Last characters of words for things, places, trades and illnesses, not of given names. */
const noGivenName =
  /[所店社会院園校部課局館堂屋組業寺県市町村区郡駅線橋号階棟式型用類費料日年月率額数者員職師医長病症炎癌傷科系品物費金税券証書表種別他中上下内外前後等級種度]$/u;
const givenEnding =
  /(?:郎|子|美|男|雄|夫|介|助|香|奈|菜|恵|代|江|彦|之|太|樹|斗|翔|也|哉|平|吉|造|蔵|輔|佑|生|希|咲|花|華|音|乃|沙|衣|里|理|絵|枝|葉|穂|帆|織|紀|貴|智|哲|博|浩|弘|宏|誠|誉|健|剛|豊|茂|勇|勝|進|実|明|和|清|正|武|洋|学|隆|孝|薫|葵|蓮|凛|結|陽|優|悠|翼|空|愛|唯|舞|遥|彩|綾|麻|友|真由|ゆき|みき|さくら|ひろし)$/u;
const givenReading =
  /..(?:ハナコ|タロウ|ジロウ|イチロウ|サブロウ|ケンジ|ケンタ|ユウコ|ユミコ|ヨウコ|ケイコ|カズコ|サチコ|トモコ|ミサキ|サクラ|アオイ|ハルト|ユウト|ショウタ|ダイスケ|ヒロシ|タカシ|マコト|アキラ|シゲル|ミノル|イサム|ススム|キヨシ|ヨシコ|ノリコ|ヒロコ|ジュンコ|アキコ|ミチコ|マサコ|エイジ|シンジ|コウジ|ユウジ|セイジ|ケンイチ|シンイチ|コウイチ|ユウイチ|マリコ|メグミ|カオリ|ナオミ|カズオ|ヨシオ|テツオ|フミオ|ヒロユキ|ノリユキ|マサユキ|トモユキ|チヒロ)$/u;
const variants: Readonly<Record<string, string>> = {
  髙: '高',
  邊: '辺',
  邉: '辺',
  齋: '斎',
  齊: '斉',
  澤: '沢',
  﨑: '崎',
  濱: '浜',
  濵: '浜',
  櫻: '桜',
  廣: '広',
  嶋: '島',
};
const folded = (name: string) => name.replaceAll(/[髙邊邉齋齊澤﨑濱濵櫻廣嶋]/gu, (one) => variants[one] ?? one);

/** The surname at the beginning of a text, the longest that is known. */
function surnameOf(text: string, known: ReadonlySet<string>): string | undefined {
  const plain = folded(text);
  for (let length = Math.min(5, plain.length - 1); length > 0; length--)
    if (known.has(plain.slice(0, length))) return text.slice(0, length);
  return undefined;
}

/** What may stand behind a name: its reading in brackets, a form of address. */
const behindName = / ?(?:\([ぁ-んァ-ヶー ]+\)|様|殿|さん)$/u;

/** 佐藤 花子, 佐藤花子 (a common surname in front), 架空花子 (the ending of a given name), 佐藤 花子（サトウ ハナコ）. */
export function isPersonName(written: string): boolean {
  const value = written.replace(behindName, '');
  if (apart.test(value)) return !noGivenName.test(value) || surnameOf(value, surnames) !== undefined;
  if (!/^[\p{Script=Han}ぁ-んァ-ヶー々]{2,8}$/u.test(value) || noGivenName.test(value)) return false;
  if (!/[\p{Script=Han}]/u.test(value)) return false;
  const surname = surnameOf(value, surnames);
  if (surname !== undefined) return value.length - surname.length <= 4;
  return /^\p{Script=Han}{2}[\p{Script=Han}ぁ-ん]{1,4}$/u.test(value) && givenEnding.test(value);
}

const hiragana = /[ぁ-ん]/g;
const inKatakana = (text: string) => text.replaceAll(hiragana, (one) => String.fromCharCode(one.charCodeAt(0) + 0x60));

/** 佐藤, サトウ, さとう: a common surname that stands alone. */
export const isSurname = (value: string): boolean =>
  surnames.has(folded(value)) || surnameReadings.has(inKatakana(value));

/** 花子, 健太, さくら: what ends as a given name does, and stands alone. */
export const isGivenName = (value: string): boolean =>
  /^[\p{Script=Han}ぁ-ん々]{1,3}$/u.test(value) && givenEnding.test(value) && !surnames.has(folded(value));

/** サトウ ハナコ, さとうはなこ, ジョン・スミス. */
export function isKanaName(value: string): boolean {
  if (/^[ぁ-んァ-ヶー]{1,12}[ ・][ぁ-んァ-ヶー]{1,12}$/u.test(value)) return true;
  if (!/^[ぁ-んァ-ヶー]{4,14}$/u.test(value)) return false;
  const katakana = inKatakana(value);
  return surnameOf(katakana, surnameReadings) !== undefined || (value.length >= 5 && givenReading.test(katakana));
}

const longSurnames = [...surnames].filter((one) => one.length >= 2).join('|');
const honorific = new RegExp(
  `(?:${[...surnames].join('|')}|[\\p{Script=Han}]{2,4})(?:さん|様|氏|さま|君|くん|ちゃん|先生)(?![\\p{Script=Han}])`,
  'u',
);
const noPerson =
  /^(?:皆|お客|客|患者|利用者|本人|家族|奥|息子|娘|兄|弟|姉|妹|母|父|医師|看護師|担当者|業者|各|仕|同|多|模|有)(?:さん|様|さま|氏)/u;
const inText = new RegExp(
  `(?<![\\p{Script=Han}])(?:${longSurnames})(?![都道府県市区町村駅線川山]) ?[\\p{Script=Han}ぁ-ん]{1,3}(?=[はがのをにとへ、。，．,:()「」 ・/]|から|より|まで|宛|です|に|$)`,
  'u',
);

/** Whether a longer text names a person: with an honorific, or a common surname with what may be a given name. */
export function namesPerson(text: string): boolean {
  const titled = honorific.exec(text)?.[0];
  if (titled !== undefined && !noPerson.test(titled)) return true;
  const found = inText.exec(folded(text))?.[0];
  return found !== undefined && !noGivenName.test(found) && /[\p{Script=Han}]$/u.test(found);
}
