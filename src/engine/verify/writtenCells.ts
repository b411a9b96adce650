import type { OutputChoice, RecipeColumn, Treatment } from '../recipe/recipe.ts';
import { raw, type Sql, sql } from '../sql.ts';
import { type Expectation, writtenColumns } from './expectation.ts';

/** A column of the output that holds the result of its last treatment as it is: the search did not generalize it. */
export interface WrittenTreatment {
  readonly column: RecipeColumn;
  readonly last: Treatment;
}

export const writtenTreatments = (expected: Expectation): WrittenTreatment[] =>
  writtenColumns(expected).flatMap((column) => {
    if ((expected.levels[column.name] ?? 0) > 0) return [];
    // Treatments of later items come last, in whatever order they are written.
    const last = column.treatments.toSorted((a, b) => a.item - b.item).at(-1);
    return last ? [{ column, last }] : [];
  });

/** The `value` of a cell without the apostrophe that keeps a spreadsheet from running it. */
export const plainCell = ({ neutralizeFormulas }: OutputChoice): Sql =>
  neutralizeFormulas
    ? raw("(CASE WHEN regexp_matches(value, '^''[-=+@\\t\\r]') THEN substr(value, 2) ELSE value END)")
    : raw('value');

/** What a suppressed cell is read as. */
export const markOf = ({ format, suppressedAs }: OutputChoice): string => (format === 'csv' ? suppressedAs : '');

export const isMark = (output: OutputChoice): Sql => sql`value = ${markOf(output)}`;
