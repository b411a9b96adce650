import type { ColumnFigures } from './columnFigures.ts';
import { type Kind, kinds, type SuggestedRole } from './kinds.ts';
import { byPlace, type HeaderMatch, matchHeader } from './matchHeader.ts';
import { embeddedNames, type ShapeName, shapes } from './shapes.ts';
import { percent, type SuggestedKind } from './suggestedKind.ts';

const mostValues = 0.8;
/** Of names and words the program knows only a part. */
const manyValues = 0.5;
const partlyKnown: readonly ShapeName[] = [
  'personName',
  'surname',
  'givenName',
  'kanaName',
  'occupation',
  'country',
  'illness',
  'organization',
  'crime',
  'religion',
  'education',
  'relation',
];

/** The shape that most values have; of two, the one that is named first. */
const commonest = (names: readonly ShapeName[], figures: ColumnFigures): ShapeName | undefined =>
  names.toSorted((one, other) => figures.shapes[other] - figures.shapes[one])[0];

/** Nouns that make of a thing something about it: 住所変更日, 電話種別, 個人番号提供有無. */
const aboutIt =
  /(?:区分|種別|種類|フラグ|有無|可否|状況|コード|件数|回数|人数|日|年月|日時|時刻|年度|方法|希望|同意|確認|ステータス|の別|割合|率|数|額|欄|対象|済|提出|提供|結果|flag|type|code|date|status|count)$/;

/** The kind whose word stands last in the header, unless the header is about such a thing and the values are none. */
export function kindByHeader(header: string, figures: ColumnFigures): SuggestedKind | undefined {
  const matches = kinds
    .flatMap((kind) => {
      const match = matchHeader(header, kind.words);
      return match === undefined ? [] : [{ kind, ...match }];
    })
    .toSorted(byPlace);
  const last = matches.find((match) => !isAboutIt(header, match, figures) && !isNumberOfIt(header, match, figures));
  return last && named(last, figures);
}

const goes: readonly SuggestedRole[] = ['identifying', 'identificationCode', 'linkingCode'];

function isAboutIt(header: string, { kind, word }: HeaderMatch & { kind: Kind }, figures: ColumnFigures): boolean {
  const head = header
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\d]*(?:\([^)]*\))?[\s\d]*$/, '');
  if (!goes.includes(kind.role) || head.endsWith(word) || !aboutIt.test(head)) return false;
  const best = commonest(kind.shapes ?? [], figures);
  return best === undefined || figures.shapes[best] < 0.5;
}

/** 給与番号, 障害者ID: what numbers the persons of a thing, and no such thing itself. */
function isNumberOfIt(header: string, { kind, word }: HeaderMatch & { kind: Kind }, figures: ColumnFigures): boolean {
  const head = header.normalize('NFKC').toLowerCase();
  if (goes.includes(kind.role) || head.endsWith(word) || !/(?:番号|id|no\.?)$/.test(head)) return false;
  return figures.shapes.code >= 0.95 && figures.variety >= 0.5;
}

function named({ kind, word }: HeaderMatch & { kind: Kind }, figures: ColumnFigures): SuggestedKind {
  const found = `見出しに「${word}」（${kind.label}）の語があります。`;
  const best = commonest(kind.shapes ?? [], figures);
  if (!best || figures.filled === 0) return { kind, confidence: 0.85, evidence: [found], fits: false };
  const share = figures.shapes[best];
  const values = `値の${percent(share)}が${shapes[best].label}の形です。`;
  if (share >= 0.5) return { kind, confidence: 0.95, evidence: [found, values], fits: true };
  if (partlyKnown.includes(best)) return { kind, confidence: 0.85, evidence: [found], fits: false };
  return { kind, confidence: 0.6, evidence: [found, `ただし${values}`], fits: false };
}

/** The kind whose shape the values have, the surest. */
export function kindByValues(figures: ColumnFigures): SuggestedKind | undefined {
  return kinds.flatMap((kind) => byShape(kind, figures)).toSorted((one, other) => other.confidence - one.confidence)[0];
}

function byShape(kind: Kind, figures: ColumnFigures): SuggestedKind[] {
  const best = commonest(kind.shapes ?? [], figures);
  if (kind.byValues === undefined || !best) return [];
  const share = figures.shapes[best];
  const wanted = partlyKnown.includes(best) ? manyValues : kind.role === 'identificationCode' ? 0.6 : mostValues;
  if (share < wanted || isChance(best, share, figures)) return [];
  const evidence = [`値の${percent(share)}が${shapes[best].label}の形です。`];
  const checked = figures.shapes.checkedIndividualNumber;
  if (best !== 'individualNumber' || checked < mostValues)
    return [{ kind, confidence: kind.byValues, evidence, fits: true }];
  const sure = `その${percent(checked / share)}は検査用数字も合います。`;
  return [{ kind, confidence: 0.95, evidence: [...evidence, sure], fits: true }];
}

/** Shapes that other things have too: of words that few values share, and of numbers that are counted rather than named. */
function isChance(shape: ShapeName, share: number, { variety, distinct, filled }: ColumnFigures): boolean {
  if (shape === 'personName' || shape === 'kanaName' || shape === 'latinName')
    return share < 0.9 && variety < 0.2 && distinct < 20;
  if (shape === 'surname' || shape === 'givenName')
    return distinct < 4 || (share < 0.8 && variety < 0.2 && distinct < 20);
  if (shape === 'eraCode' || shape === 'municipalityCode') return filled < 3;
  return false;
}

const nothing: SuggestedKind = {
  kind: { label: '', role: 'other' },
  confidence: 0.2,
  evidence: ['見出しからも値からも判断できません。担当者が役割を決めてください。'],
  fits: false,
};
const suggestion = (label: string, role: SuggestedRole, confidence: number, evidence: string): SuggestedKind => ({
  kind: { label, role },
  confidence,
  evidence: [evidence],
  fits: true,
});

/** For what neither its header nor the shape of its values tells. */
export function kindByNature(header: string, figures: ColumnFigures): SuggestedKind {
  if (figures.filled === 0) return { ...nothing, evidence: ['値がすべて空です。'] };
  return keyLike(header, figures) ?? freeText(figures) ?? ageLike(figures) ?? nothing;
}

/** Codes of a classification: few rows can each have one of their own all the same. */
const classCode =
  /(?:分類|区分|種別|種類|業種|職種|用途|科目|費目|部門|路線|施設|店舗|class|type)(?:コード|番号| ?code)$/i;

/** A few of the values may be words, or a key may come back. */
const mostKeys = 0.9;

/** In fewer rows everything is different. */
const fewestKeys = 8;

/** Codes that nearly every row has its own of; numbers of one length, since amounts and counts have many. */
function keyLike(header: string, figures: ColumnFigures): SuggestedKind | undefined {
  const { shapes: share, variety, filled, commonLength, roundNumbers } = figures;
  const label = '個人を結び付ける符号';
  const isNumber = Math.max(share.digits, share.integer) >= mostKeys;
  const oneLength = commonLength.share >= 0.95 && commonLength.length >= 4;
  if (isSequence(figures))
    return suggestion(label, 'linkingCode', 0.5, '一つずつ増える番号です。元のデータの行と結び付きます。');
  const isCode =
    Math.max(share.code, share.digits) >= mostKeys &&
    (!isNumber || (oneLength && !isYears(figures))) &&
    roundNumbers < 0.3;
  if (isCode && variety >= mostKeys && filled >= fewestKeys)
    return suggestion(label, 'linkingCode', 0.6, 'ほとんどの行で値が異なる符号です。他の表とつなぐ鍵に使われ得ます。');
  const head = header.normalize('NFKC');
  if (/(コード|番号|code|no\.?)$/i.test(head) && !classCode.test(head) && variety >= 0.5)
    return suggestion(label, 'linkingCode', 0.5, '見出しが符号を表し、値の半分以上が行ごとに異なります。');
  if (isCode && variety >= 0.3 && commonLength.length >= 6 && filled >= 20)
    return suggestion(
      label,
      'linkingCode',
      0.4,
      '同じ長さの符号で、同じ値の行が少ししかありません。個人を結び付ける鍵かもしれません。',
    );
  return undefined;
}

/** 1, 2, 3 …: every number once, with hardly a gap. */
function isSequence({ shapes: share, variety, filled, largest, smallest }: ColumnFigures): boolean {
  const [high = 0] = largest;
  const [low = 0] = smallest;
  return share.integer === 1 && variety === 1 && filled >= fewestKeys && high - low < filled * 1.2;
}

/** Whole numbers of the size of years: few rows can each have another one. */
const isYears = ({ largest, smallest }: ColumnFigures): boolean =>
  (smallest[0] ?? 0) >= 1900 && (largest[0] ?? 0) <= 2100;

function freeText(figures: ColumnFigures): SuggestedKind | undefined {
  const { averageLength, variety, embedded, sentences, shapes: share } = figures;
  if (averageLength >= 15 && variety >= 0.5 && share.code < 0.5)
    return suggestion('自由記述', 'free', 0.6, `値は平均${Math.round(averageLength)}字の文章のようです。`);
  if (sentences >= 0.3) return suggestion('自由記述', 'free', 0.6, `値の${percent(sentences)}が文章です。`);
  const personal = embeddedNames.filter((one) => one !== 'date' && embedded[one] > 0);
  if (personal.length === 0) return undefined;
  return suggestion('自由記述', 'free', 0.55, '個人に関する記述を含む値があります。');
}

/** Whole numbers of the size of ages or of years of birth, of many different ones. */
function ageLike({ shapes: share, distinct, largest, smallest }: ColumnFigures): SuggestedKind | undefined {
  const [high = 0] = largest;
  const [low = -1] = smallest;
  if (share.integer >= 0.95 && low >= 1900 && high <= 2030 && high - low >= 40 && distinct >= 20)
    return suggestion('生年', 'quasi', 0.4, `値は ${low} から ${high} までの整数です。生まれた年なら準識別子です。`);
  if (share.integer < 0.95 || distinct < 25 || low < 0 || high < 60 || high > 120) return undefined;
  return suggestion('年齢', 'quasi', 0.4, `値は ${low} から ${high} までの整数です。年齢なら準識別子です。`);
}
