import type { RecipeColumn } from '../recipe/recipe.ts';
import type { Run } from '../run.ts';
import { joined, name, sql, statement } from '../sql.ts';
import { type Expectation, writtenColumns } from './expectation.ts';
import type { FoundRows } from './foundRows.ts';
import type { Holders } from './recountPersons.ts';
import { markOf } from './writtenCells.ts';

/**
 * Who stands behind the output as far as it tells by itself: where every column that tells persons apart is written
 * unchanged, or as pseudo-IDs of its own values. Makes the table `holders`; null where the output does not tell.
 */
export async function holdersOfOutput(run: Run, found: FoundRows, expected: Expectation): Promise<Holders | null> {
  const { recipe, persons } = expected;
  const key = recipe.personKey.map((column) => found.header.indexOf(column));
  const columns = writtenColumns(expected);
  const tells = recipe.personKey.every((column) => columns.some((one) => one.name === column && keepsValues(one)));
  if (persons === null || key.length === 0 || !tells || recipe.output.replacement !== null) return null;
  const ids = found.ids.map((_, place) => `w${place}`);
  const cells = found.ids.map((id, place) => sql`${name(id)} AS ${name(`w${place}`)}`);
  const person = joined(
    key.map((place) => name(found.ids[place] ?? '')),
    ', ',
  );
  await run.execute(
    statement(
      sql`CREATE TABLE holders AS SELECT ${joined(cells)}, n, concat_ws(chr(31), ${person}) AS person FROM found`,
    ),
  );
  return { persons, suppressedAs: markOf(recipe.output), ids };
}

/** Whether equal cells of the column are of equal values of the source, and different ones of different values. */
function keepsValues({ role, treatments }: RecipeColumn): boolean {
  const [first, ...more] = treatments;
  return role !== 'quasi' && more.length === 0 && (first === undefined || first.kind === 'pseudoId');
}
