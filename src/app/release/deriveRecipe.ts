import type { WantedItem } from '../../core/proposal/form.ts';
import type { GranularityId } from '../../core/proposal/granularity.ts';
import type { DecidedRole } from '../../core/release/commands.ts';
import type { OpenPoint } from '../../core/release/openPoint.ts';
import type { SourceColumn, SourceProfile } from '../ports/anonymizer.ts';

/** What the creator chooses beside what the proposal asked for. */
export interface RecipeOptions {
  /** Every combination of quasi-identifiers is shared by at least k records. */
  readonly k: number;
  /** Share of the records that may be left out, 0 to 1. */
  readonly suppressionLimit: number;
  /** Roles of columns that are open otherwise. */
  readonly decisions?: readonly { readonly column: string; readonly role: DecidedRole }[];
  /** Whose records are no part of the file any more (STP-11). */
  readonly objectors?: readonly Objector[];
  /** The column in which their records are found; null = nobody has said. */
  readonly objectorColumn?: string | null;
}

/** A third party who objects: the number in the notification, and what finds the record; null = nobody noted it. */
export interface Objector {
  readonly thirdParty: number;
  readonly record: string | null;
}

/** One column of a recipe as written; without any key it is undecided, and the engine refuses the recipe by its name. */
export type ColumnPlan = Readonly<Record<string, unknown>>;

/** A recipe as contract and engine know it; the creator may change it before it is set. */
export interface RecipeDraft {
  readonly source: { readonly path: string } & SourceProfile['source'];
  readonly columns: Readonly<Record<string, ColumnPlan>>;
  /** Records that are left out before anything else. */
  readonly records?: readonly { readonly drop: { readonly column: string; readonly in: readonly string[] } }[];
  readonly privacy: { readonly k: number };
  readonly suppressionLimit: number;
  readonly shuffle: true;
  readonly output: { readonly format: 'csv'; readonly encoding: 'utf-8-bom' };
}

export interface DerivedRecipe {
  readonly recipe: RecipeDraft;
  readonly open: readonly OpenPoint[];
}

/**
 * The recipe that a proposal asks for: wanted items with the treatment that their granularity means, every other column
 * dropped. What can't be decided is never guessed: the column stays without a role and is named in `open`.
 */
export function deriveRecipe(
  { source, rows, columns }: SourceProfile,
  wanted: readonly WantedItem[],
  { k, suppressionLimit, decisions = [], ...hearing }: RecipeOptions,
): DerivedRecipe {
  const planned = columns.map((column) => ({ name: column.name, ...decidedPlan(column, rows, wanted, decisions) }));
  const names = new Set(columns.map(({ name }) => name));
  const taken = withoutObjectors(hearing, names);
  const absent = wanted.filter(({ name, granularity }) => granularity !== 'drop' && !names.has(name));
  return {
    recipe: {
      source: { path: 'source', ...source },
      columns: Object.fromEntries(planned.map(({ name, plan }) => [name, plan])),
      ...taken.records,
      privacy: { k },
      suppressionLimit,
      shuffle: true,
      output: { format: 'csv', encoding: 'utf-8-bom' },
    },
    open: [
      ...absent.map(({ name }) => ({ point: 'itemNotInSource', item: name }) as const),
      ...planned.flatMap(({ open }) => open ?? []),
      ...taken.open,
    ],
  };
}

/** STP-11: the records of those who object are dropped before anything else; what is missing for it stays open. */
function withoutObjectors(
  { objectors = [], objectorColumn: column = null }: Pick<RecipeOptions, 'objectors' | 'objectorColumn'>,
  names: ReadonlySet<string>,
): { readonly records: Pick<RecipeDraft, 'records'>; readonly open: readonly OpenPoint[] } {
  if (objectors.length === 0) return { records: {}, open: [] };
  const silent = objectors.filter(({ record }) => record === null).map(({ thirdParty }) => thirdParty);
  const open: readonly OpenPoint[] = [
    ...(column === null || !names.has(column) ? [{ point: 'objectorColumnMissing', column } as const] : []),
    ...(silent.length > 0 ? [{ point: 'objectorKeyMissing', thirdParties: silent } as const] : []),
  ];
  const keys = objectors.flatMap(({ record }) => record ?? []);
  return open.length > 0 || column === null
    ? { records: {}, open }
    : { records: { records: [{ drop: { column, in: keys } }] }, open };
}

interface Planned {
  readonly plan: ColumnPlan;
  readonly open?: OpenPoint;
}

const dropped = (role: string): ColumnPlan => ({ role, treat: [{ dropColumn: {} }] });
const undecided = (open: OpenPoint): Planned => ({ plan: {}, open });
const isCode = (role: string) => role === 'identificationCode' || role === 'linkingCode';

/** An open column takes the creator's decision; one that is settled by proposal and law is not asked for. */
function decidedPlan(
  column: SourceColumn,
  rows: number,
  wanted: readonly WantedItem[],
  decisions: NonNullable<RecipeOptions['decisions']>,
): Planned {
  const planned = planOf(column, rows, wanted);
  const decision = decisions.find((one) => one.column === column.name);
  if (!decision || 'role' in planned.plan) return planned;
  if (decision.role === 'drop') return { plan: dropped(column.role) };
  return passesWhole(column) ? { plan: { role: decision.role } } : planned;
}

/** What identifies by itself, or holds free words, needs a treatment of its own: a role alone does not settle it. */
const passesWhole = ({ role }: SourceColumn): boolean => role !== 'identifying' && role !== 'free';

function planOf(column: SourceColumn, rows: number, wanted: readonly WantedItem[]): Planned {
  const { name, role, kind } = column;
  const item = wanted.find((one) => one.name === name);
  if (!item || item.granularity === 'drop') return { plan: dropped(role) };
  if (isCode(role)) return { plan: dropped(role), open: { point: 'codeDropped', column: name, role } };
  const granularity = item.granularity ?? null;
  if (granularity === null) return undecided({ point: 'granularityMissing', column: name, detail: item.detail });
  if (role === 'other') return undecided({ point: 'roleUndecided', column: name });
  const placed = canPlace(column, rows) ? byTable(column, granularity) : null;
  if (placed) return { plan: placed, ...hiddenOf(column) };
  const plan = treated(column, granularity);
  return plan ? { plan } : undecided({ point: 'treatmentUndecided', column: name, kind, granularity });
}

/** Of a column whose values are placed by a table or a rule, at most this share may be unknown to it. */
const mostUnreadable = 0.05;

const canPlace = ({ builtIn, empty }: SourceColumn, rows: number): boolean =>
  builtIn !== null && rows > empty && builtIn.unreadable <= mostUnreadable * (rows - empty);

const hiddenOf = ({ name, builtIn }: SourceColumn): Pick<Planned, 'open'> =>
  builtIn && builtIn.unreadable > 0
    ? { open: { point: 'unreadableHidden', column: name, rows: builtIn.unreadable } }
    : {};

/** What is coarser than the wanted level of an address, for combinations that are too rare at it. */
const coarserPlaces = {
  town: ['ward', 'municipality', 'prefecture', 'region'],
  municipality: ['prefecture', 'region'],
  prefecture: ['region'],
} as const satisfies Partial<Record<GranularityId, readonly string[]>>;

/**
 * The column by the built-in hierarchy of its kind: addresses, telephone numbers and dates, however they are written; what
 * it can't place is hidden. What identifies by itself is cut first (規則62条1号); the search may only go coarser.
 */
function byTable({ kind, role, type, builtIn }: SourceColumn, granularity: GranularityId): ColumnPlan | null {
  const level = (name: string, wanted: string) => ({
    treat: [{ generalize: { builtIn: name, level: wanted, unreadable: 'suppress' }, item: 1 }],
  });
  switch (granularity) {
    case 'town':
    case 'municipality':
    case 'prefecture':
      return kind === '住所'
        ? {
            role: 'quasi',
            ...level('address', granularity),
            hierarchy: { builtIn: 'address', levels: coarserPlaces[granularity], unreadable: 'suppress' },
          }
        : null;
    case 'areaCode':
      return kind === '電話番号' ? { role: 'quasi', ...level('phone', 'area') } : null;
    case 'year':
    case 'yearMonth':
      return type === 'date' && role === 'quasi' ? dates(granularity === 'year' ? 1 : 0) : null;
    case 'asIs':
      return role === 'quasi' && builtIn
        ? { role, hierarchy: { builtIn: builtIn.name, unreadable: 'suppress' } }
        : null;
    default:
      return null;
  }
}

/** From a level of the dates on: month, year, decade. */
const dates = (from: 0 | 1): ColumnPlan => ({
  role: 'quasi',
  hierarchy: { builtIn: 'date', levels: ['month', 'year', 'decade'].slice(from), unreadable: 'suppress' },
  levels: { min: 1 },
});

/** Marks after which an address is cut, surest first. */
const addressCuts: Partial<Record<GranularityId, readonly string[]>> = {
  town: ['町'],
  municipality: ['市'],
  prefecture: ['県', '府'],
};

/** The column as the granularity wants it; null when there is no sure way. */
function treated(column: SourceColumn, granularity: GranularityId): ColumnPlan | null {
  switch (granularity) {
    case 'asIs':
      return unchanged(column);
    case 'town':
    case 'municipality':
    case 'prefecture':
      return column.kind === '住所' ? cut(column, addressCuts[granularity] ?? []) : null;
    case 'areaCode':
      return column.kind === '電話番号' ? cut(column, ['-']) : null;
    case 'year':
    case 'yearMonth':
      return column.type === 'date' && column.role === 'quasi'
        ? { role: 'quasi', treat: [{ generalize: { datePart: granularity === 'year' ? 'year' : 'month' } }] }
        : null;
    case 'ageBand5':
      return age(column, { hierarchy: { builtIn: 'age', widths: [5, 10, 20] }, levels: { min: 1 } });
    case 'ageBand10':
      return age(column, { hierarchy: { builtIn: 'age', widths: [10, 20] }, levels: { min: 1 } });
    case 'topCoded80':
    case 'topCoded90':
      return age(column, topCoded(granularity === 'topCoded80' ? 80 : 90));
    default:
      return null;
  }
}

const ages = { hierarchy: { builtIn: 'age', widths: [5, 10, 20] } };
const topCoded = (from: number) => ({ treat: [{ topCode: { from, label: `${from}歳以上` } }], ...ages });
const age = ({ kind }: SourceColumn, plan: ColumnPlan): ColumnPlan | null =>
  kind === '年齢' ? { role: 'quasi', ...plan } : null;

/** What identifies by itself, or holds free words, never passes as it is. */
function unchanged({ role, kind }: SourceColumn): ColumnPlan | null {
  if (role === 'sensitive') return { role };
  if (role !== 'quasi') return null;
  return kind === '年齢' ? { role, ...ages } : { role };
}

/** Partial deletion (規則62条1号): what remains is a quasi-identifier and is counted among the combinations. */
function cut({ cuts }: SourceColumn, marks: readonly string[]): ColumnPlan | null {
  const mark = marks.find((one) => cuts.includes(one));
  return mark === undefined ? null : { role: 'quasi', treat: [{ generalize: { truncateAfter: mark }, item: 1 }] };
}
