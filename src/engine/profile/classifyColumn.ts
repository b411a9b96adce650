import type { ColumnFigures } from './columnFigures.ts';
import { type Kind, kinds, type SuggestedRole } from './kinds.ts';
import { matchHeader } from './matchHeader.ts';
import { embedded, embeddedNames, type ShapeName, shapes } from './shapes.ts';

export type ColumnType = 'text' | 'integer' | 'decimal' | 'date' | 'code';

/** What a column seems to be. A suggestion: an official decides. */
export interface ProfiledColumn {
  readonly name: string;
  readonly type: ColumnType;
  readonly role: SuggestedRole;
  /** Item of 規則62条 under which the column falls; null for `other`. */
  readonly item: 1 | 2 | 3 | 4 | 5 | null;
  /** 0 to 1. */
  readonly confidence: number;
  /** Sentences that say what the suggestion rests on. */
  readonly evidence: readonly string[];
  /** What an official calls such a column; null when nothing fits. */
  readonly kind: string | null;
  readonly empty: number;
  readonly distinct: number;
  /** Marks (町, 市, -) at which every value can be cut by `truncateAfter`. */
  readonly cuts: readonly string[];
}

/** A kind that may fit, and why. */
interface Candidate {
  readonly kind: Pick<Kind, 'label' | 'role' | 'remark'>;
  readonly confidence: number;
  readonly evidence: readonly string[];
}

const items = {
  identifying: 1,
  identificationCode: 2,
  linkingCode: 3,
  quasi: 5,
  sensitive: 5,
  free: 1,
  other: null,
} as const satisfies Record<SuggestedRole, number | null>;

const mostValues = 0.8;
const percent = (share: number) => `${Math.floor(share * 1000) / 10}%`;

/** Suggests what a column is, from its header and from what was counted in it. */
export function classifyColumn(header: string, figures: ColumnFigures): ProfiledColumn {
  const { kind, confidence, evidence } = chosen(header, figures);
  const remarks = kind.remark ? [kind.remark] : [];
  return {
    name: header,
    type: typeOf(figures, kind.role),
    role: kind.role,
    item: items[kind.role],
    confidence,
    evidence: [...evidence, ...remarks, ...findings(kind.role, figures)],
    kind: kind.label === '' ? null : kind.label,
    empty: figures.rows - figures.filled,
    distinct: figures.distinct,
    cuts: figures.cuts,
  };
}

function chosen(header: string, figures: ColumnFigures): Candidate {
  const named = byHeader(header, figures);
  const shaped = kinds
    .flatMap((kind) => byValues(kind, figures))
    .toSorted((one, other) => other.confidence - one.confidence)[0];
  const code = shaped?.kind.role === 'identificationCode' ? shaped : undefined;
  if (named && code && ['quasi', 'sensitive', 'free'].includes(named.kind.role))
    return { ...code, evidence: [...code.evidence, ...named.evidence] };
  if (named && shaped) return shaped.confidence > named.confidence ? shaped : named;
  return named ?? shaped ?? byNature(header, figures);
}

/** The kind whose word in the header is the longest. */
function byHeader(header: string, figures: ColumnFigures): Candidate | undefined {
  const matches = kinds.flatMap((kind) => {
    const word = matchHeader(header, kind.words);
    return word === undefined ? [] : [{ kind, word }];
  });
  const longest = matches.toSorted((one, other) => other.word.length - one.word.length)[0];
  if (!longest) return undefined;
  const { kind, word } = longest;
  const found = `見出しに「${word}」（${kind.label}）の語があります。`;
  const best = commonest(kind.shapes ?? [], figures);
  if (!best) return { kind, confidence: 0.85, evidence: [found] };
  const share = figures.shapes[best];
  const values = `値の${percent(share)}が${shapes[best].label}の形です。`;
  if (share >= 0.5) return { kind, confidence: 0.95, evidence: [found, values] };
  return { kind, confidence: 0.6, evidence: [found, `ただし${values}`] };
}

function byValues(kind: Kind, figures: ColumnFigures): Candidate[] {
  const best = commonest(kind.shapes ?? [], figures);
  if (kind.byValues === undefined || !best) return [];
  const share = figures.shapes[best];
  const ofPhones = best === 'elevenDigits' ? figures.shapes.phone : 0;
  if (share - ofPhones < mostValues) return [];
  const evidence = [`値の${percent(share)}が${shapes[best].label}の形です。`];
  const checked = figures.shapes.checkedIndividualNumber;
  if (best !== 'individualNumber' || checked < mostValues) return [{ kind, confidence: kind.byValues, evidence }];
  return [
    { kind, confidence: 0.95, evidence: [...evidence, `その${percent(checked / share)}は検査用数字も合います。`] },
  ];
}

/** The shape that most values have; of two, the one that is named first. */
const commonest = (names: readonly ShapeName[], figures: ColumnFigures): ShapeName | undefined =>
  names.toSorted((one, other) => figures.shapes[other] - figures.shapes[one])[0];

const nothing: Candidate = {
  kind: { label: '', role: 'other' },
  confidence: 0.2,
  evidence: ['見出しからも値からも判断できません。担当者が役割を決めてください。'],
};

/** For what neither its header nor the shape of its values tells. */
function byNature(header: string, figures: ColumnFigures): Candidate {
  const variety = figures.filled === 0 ? 0 : figures.distinct / figures.filled;
  if (figures.filled === 0) return { ...nothing, evidence: ['値がすべて空です。'] };
  const coded = Math.max(figures.shapes.code, figures.shapes.digits) >= 0.95;
  if (coded && variety >= 0.95 && figures.filled >= 20)
    return {
      kind: { label: '個人を結び付ける符号', role: 'linkingCode' },
      confidence: 0.6,
      evidence: ['ほとんどの行で値が異なる符号です。他の表とつなぐ鍵に使われ得ます。'],
    };
  if (/(コード|番号|code|no\.?)$/i.test(header.normalize('NFKC')) && variety >= 0.5)
    return {
      kind: { label: '個人を結び付ける符号', role: 'linkingCode' },
      confidence: 0.5,
      evidence: ['見出しが符号を表し、値の半分以上が行ごとに異なります。'],
    };
  if (figures.averageLength >= 20 && variety >= 0.5)
    return {
      kind: { label: '自由記述', role: 'free' },
      confidence: 0.6,
      evidence: [`値は平均${Math.round(figures.averageLength)}字の文章のようです。`],
    };
  return nothing;
}

function typeOf(figures: ColumnFigures, role: SuggestedRole): ColumnType {
  const { shapes: share, filled } = figures;
  if (filled === 0) return 'text';
  if (share.westernDate + share.eraDate >= 0.95) return 'date';
  const isCode = role === 'identificationCode' || role === 'linkingCode';
  if (share.code === 1 && (isCode || (share.digits === 1 && share.integer < 1))) return 'code';
  if (share.postalCode === 1 || share.phone === 1) return 'code';
  if (share.integer === 1) return 'integer';
  return share.decimal === 1 ? 'decimal' : 'text';
}

/** What was found in the values, whatever the column is. */
function findings(role: SuggestedRole, figures: ColumnFigures): string[] {
  const { filled, rows, distinct, exact, largest, high, median, rareValues } = figures;
  const removed = role === 'identifying' || role === 'identificationCode' || role === 'linkingCode';
  const inside = embeddedNames.filter((one) => one !== 'individualNumber' && figures.embedded[one] > 0);
  const holds = inside.map((one) => `${embedded[one].label}（値の${percent(figures.embedded[one])}）`).join('、');
  const outlying = largest !== null && high !== null && median !== null && largest > high + (high - median) / 2;
  return [
    ...(filled < rows ? [`空の値が${rows - filled}行あります。`] : []),
    ...(!removed && figures.twelveDigits > 0
      ? [`12桁の番号を含む値が${figures.twelveDigits}行あります。個人番号かどうか確かめてください。`]
      : []),
    ...((role === 'free' || role === 'other') && holds !== '' ? [`値の中に次のものがあります: ${holds}。`] : []),
    ...(!removed && outlying ? [`最大の値 ${largest} は他から離れています（特異な記述、4号）。`] : []),
    ...((role === 'quasi' || role === 'sensitive') && filled > 0
      ? [`値は${exact ? '' : '約'}${distinct}種類です${rareValues ? `（うち5行未満の値が${rareValues}種類）` : ''}。`]
      : []),
  ];
}
