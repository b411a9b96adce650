import type { ColumnFigures } from './columnFigures.ts';
import { findingsOf } from './findingsOf.ts';
import { kindByHeader, kindByNature, kindByValues } from './kindOf.ts';
import type { SuggestedRole } from './kinds.ts';
import { type Outlier, outliersOf } from './outliers.ts';
import type { SuggestedKind } from './suggestedKind.ts';

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
  /** Values that stand out (4号), of columns that are not removed. */
  readonly outliers: readonly Outlier[];
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

const removed: readonly SuggestedRole[] = ['identifying', 'identificationCode', 'linkingCode'];

/** Suggests what a column is, from its header and from what was counted in it. */
export function classifyColumn(header: string, figures: ColumnFigures): ProfiledColumn {
  const { kind, confidence, evidence } = suggestKind(header, figures);
  const outliers = removed.includes(kind.role) || kind.role === 'free' ? [] : outliersOf(figures);
  return {
    name: header,
    type: typeOf(figures, kind.role),
    role: kind.role,
    item: items[kind.role],
    confidence,
    evidence: [...evidence, ...(kind.remark ? [kind.remark] : []), ...findingsOf(kind.role, figures, outliers)],
    kind: kind.label === '' ? null : kind.label,
    empty: figures.rows - figures.filled,
    distinct: figures.distinct,
    cuts: figures.cuts,
    outliers,
  };
}

/** Roles by which nothing is removed. */
const passing: readonly SuggestedRole[] = ['quasi', 'sensitive', 'free', 'other'];
/** Shapes that hardly any other thing has: they decide whatever the header says. */
const surest = 0.8;

/**
 * The header decides, unless the values are something that has to go and that the header does not say: a code, a name, a
 * telephone number under 備考 or 区分.
 */
function suggestKind(header: string, figures: ColumnFigures): SuggestedKind {
  const named = kindByHeader(header, figures);
  const shaped = kindByValues(figures);
  if (!named) return shaped ?? kindByNature(header, figures);
  if (!shaped)
    return named.kind.role === 'other' && !named.fits ? cautious(named, kindByNature(header, figures)) : named;
  const both = { ...shaped, evidence: [...shaped.evidence, ...named.evidence] };
  if (shaped.kind.role === 'identificationCode' && passing.includes(named.kind.role)) return both;
  const hidden = removed.includes(shaped.kind.role) && passing.includes(named.kind.role) && !named.fits;
  if (isDoubtfulName(shaped, figures, named.kind.role === 'free')) return named;
  if (named.kind.role === 'identificationCode' && shaped.kind.role === 'linkingCode') return named;
  if (hidden && (shaped.confidence >= surest || named.kind.role === 'free' || named.kind.role === 'other')) return both;
  if (hidden && shaped.kind.label === '氏名') return both;
  return shaped.confidence > named.confidence ? both : named;
}

/**
 * Half a name is a word of many meanings, and two short words of a remark look like a surname and a given name: the
 * header knows better. Free text is removed as well.
 */
const isDoubtfulName = (
  { kind }: SuggestedKind,
  { shapes: share, distinct }: ColumnFigures,
  isFree: boolean,
): boolean =>
  kind.label === '姓' ||
  kind.label === '名' ||
  (kind.label === '氏名' && share.personName < surest && (isFree || distinct < 8));

/** A header that sounds harmless is no reason to pass free text or keys. */
const cautious = (named: SuggestedKind, found: SuggestedKind): SuggestedKind =>
  found.kind.role === 'free' || found.kind.role === 'linkingCode' ? found : named;

function typeOf(figures: ColumnFigures, role: SuggestedRole): ColumnType {
  const { shapes: share, filled } = figures;
  if (filled === 0) return 'text';
  if (share.westernDate + share.eraDate >= 0.95 || (role === 'quasi' && share.eraCode >= 0.95)) return 'date';
  const isCode = role === 'identificationCode' || role === 'linkingCode';
  if (share.code === 1 && (isCode || (share.digits === 1 && share.integer < 1))) return 'code';
  if (share.postalCode === 1 || share.phone === 1) return 'code';
  if (share.integer === 1) return 'integer';
  return share.decimal === 1 ? 'decimal' : 'text';
}
