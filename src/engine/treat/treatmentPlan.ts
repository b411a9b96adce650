import type { RecipeColumn, StandardItem, Treatment } from '../recipe/recipe.ts';
import { isUndisclosed } from '../recipe/refuseUndisclosedReads.ts';
import type { PseudonymKeys } from './pseudonymKeys.ts';

/** One treatment in the order of the run. Its result stands in the database column `id`. */
export interface TreatmentStep {
  readonly id: string;
  readonly column: RecipeColumn;
  readonly treatment: Treatment;
  /** Database column that holds the value before the step. */
  readonly before: string;
  /** Database columns that the step reads together: of a group of columns, or those within which values are exchanged. */
  readonly beside: readonly string[];
}

/** What the draws of a run come from. */
export interface Randomness {
  /** 32 hexadecimal digits. */
  readonly seed: string;
  /** Null where nothing is made under a key. */
  readonly keys: PseudonymKeys | null;
}

/** All treatments of all columns: what is not disclosed goes first, then by item (1) to (5), within one as written. */
export interface TreatmentPlan {
  readonly steps: readonly TreatmentStep[];
  /** Column → database column of the source. */
  readonly sourceOf: ReadonlyMap<string, string>;
  /** In the order of the source. */
  readonly columns: readonly RecipeColumn[];
  readonly randomness: Randomness;
}

export const standardItems = [1, 2, 3, 4, 5] as const satisfies readonly StandardItem[];

interface Written {
  readonly column: RecipeColumn;
  readonly treatment: Treatment;
}

/** @param sourceOf column → database column of the source, in the order of the source. */
export function planTreatments(
  columns: readonly RecipeColumn[],
  sourceOf: ReadonlyMap<string, string>,
  randomness: Randomness,
): TreatmentPlan {
  const written = columns.flatMap((column) => column.treatments.map((treatment) => ({ column, treatment })));
  const standing = written.filter(({ treatment }) => !isUndisclosed(treatment));
  const inOrder = groupsTogether([
    ...written.filter(({ treatment }) => isUndisclosed(treatment)),
    ...standardItems.flatMap((item) => standing.filter(({ treatment }) => treatment.item === item)),
  ]);
  const current = new Map(sourceOf);
  const databaseColumn = (name: string) => current.get(name) ?? '';
  const besideOf = new Map<string, readonly string[]>();
  const steps = inOrder.map(({ column, treatment }, index) => {
    const group = groupOf(treatment) ?? `alone:${index}`;
    const beside = besideOf.get(group) ?? readTogether(inOrder, { column, treatment }).map(databaseColumn);
    besideOf.set(group, beside);
    const step = { id: `s${index}`, column, treatment, before: databaseColumn(column.name), beside };
    current.set(column.name, step.id);
    return step;
  });
  const placed = [...sourceOf.keys()].flatMap((name) => columns.filter((column) => column.name === name));
  return { steps, sourceOf, columns: placed, randomness };
}

/** What the steps of one group have in common; null for a treatment of its own. */
const groupOf = (treatment: Treatment): string | null =>
  (treatment.kind === 'microaggregate' || treatment.kind === 'swap') && treatment.group !== null
    ? `${treatment.kind}:${treatment.group}`
    : null;

/** The steps of a group stand side by side, where the last of them was. */
function groupsTogether(written: readonly Written[]): Written[] {
  const placeOf = (one: Written, index: number) => {
    const group = groupOf(one.treatment);
    return group === null ? index : written.findLastIndex(({ treatment }) => groupOf(treatment) === group);
  };
  return written
    .map((one, index) => ({ one, place: placeOf(one, index) }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ one }) => one);
}

/** Names of the columns that a step reads together. */
function readTogether(written: readonly Written[], { column, treatment }: Written): readonly string[] {
  if (treatment.kind === 'swap') return treatment.within;
  if (treatment.kind !== 'microaggregate') return [];
  const group = groupOf(treatment);
  return group === null
    ? [column.name]
    : written.filter((one) => groupOf(one.treatment) === group).map((one) => one.column.name);
}

/** Where a column stands after an item of the standard. */
export interface ColumnState {
  readonly column: RecipeColumn;
  readonly databaseColumn: string;
}

/** The columns that are left after an item, in the order of the source, with their database columns. */
export function stateAfter({ steps, sourceOf, columns }: TreatmentPlan, item: StandardItem): ColumnState[] {
  return columns.flatMap((column) => {
    const done = steps.filter((step) => step.column === column && step.treatment.item <= item);
    if (done.some(({ treatment }) => treatment.kind === 'dropColumn')) return [];
    return [{ column, databaseColumn: done.at(-1)?.id ?? sourceOf.get(column.name) ?? '' }];
  });
}
