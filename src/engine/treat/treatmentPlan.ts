import type { RecipeColumn, StandardItem, Treatment } from '../recipe/recipe.ts';

/** One treatment in the order of the run. Its result stands in the database column `id`. */
export interface TreatmentStep {
  readonly id: string;
  readonly column: RecipeColumn;
  readonly treatment: Treatment;
  /** Database column that holds the value before the step. */
  readonly before: string;
}

/** All treatments of all columns, by item (1) to (5), and within an item in the order written. */
export interface TreatmentPlan {
  readonly steps: readonly TreatmentStep[];
  /** Column → database column of the source. */
  readonly sourceOf: ReadonlyMap<string, string>;
  readonly columns: readonly RecipeColumn[];
}

export const standardItems = [1, 2, 3, 4, 5] as const satisfies readonly StandardItem[];

/** @param sourceOf column → database column of the source, in the order of the source. */
export function planTreatments(columns: readonly RecipeColumn[], sourceOf: ReadonlyMap<string, string>): TreatmentPlan {
  const written = columns.flatMap((column) => column.treatments.map((treatment) => ({ column, treatment })));
  const current = new Map(sourceOf);
  const steps = standardItems
    .flatMap((item) => written.filter(({ treatment }) => treatment.item === item))
    .map(({ column, treatment }, index) => {
      const step = { id: `s${index}`, column, treatment, before: current.get(column.name) ?? '' };
      current.set(column.name, step.id);
      return step;
    });
  const inOrder = [...sourceOf.keys()].flatMap((name) => columns.filter((column) => column.name === name));
  return { steps, sourceOf, columns: inOrder };
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
