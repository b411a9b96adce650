import type { AreaTable } from '../japan/areaTable.ts';
import type { Hierarchy } from './hierarchy/hierarchy.ts';
import type { ImportedTable } from './import/importTable.ts';
import type { DistinctTable } from './lattice/distinctTable.ts';
import { keptCombinations } from './lattice/keptCombinations.ts';
import { partOfTable } from './lattice/partOfTable.ts';
import type { Requirements } from './lattice/requirements.ts';
import type { Recipe } from './recipe/recipe.ts';
import { levelsInOrder } from './report/reportedLevels.ts';
import type { Report } from './report/reportTypes.ts';
import { requiredSensitive, requirementsOf } from './requirementsOf.ts';
import type { Run } from './run.ts';
import { type EncodedRecords, encodeRecords, flaggedSql } from './treat/encodeRecords.ts';
import { readTable } from './treat/readTable.ts';
import { treatSource } from './treatSource.ts';
import type { Holders } from './verify/recountPersons.ts';
import { encodeRows } from './write/encodeRows.ts';
import { type ReleasedRows, releaseRows } from './write/releasedRows.ts';
import { writtenText } from './write/writtenText.ts';

/** What a recipe makes of its source at the levels that a report gives: the table `released`, and who stands behind it. */
export interface ReplayedRelease {
  readonly rows: ReleasedRows;
  /** Null where classes are counted in records. */
  readonly holders: Holders | null;
  readonly counts: ReplayedCounts;
}

/** What the source says that the report has to say. */
export interface ReplayedCounts {
  readonly rows: number;
  readonly refusedRows: number;
  readonly droppedRecords: number;
  readonly persons: number | null;
  /** Item of the standard → records that its treatments changed. */
  readonly changedRecords: Readonly<Record<string, number>>;
}

/**
 * Treats the source once more and generalizes it to the levels of the report; nothing is searched. Everything but the
 * pseudo-IDs, whose key is gone, has to come out as in the output; these are of full length, so that no two are equal.
 *
 * @param given `hierarchies`: those from files, where they are known already.
 * @throws InputError for a source that the recipe can't be applied to.
 */
export async function replayRelease(
  run: Run,
  recipe: Recipe,
  table: ImportedTable,
  report: Report,
  given: { readonly areas: AreaTable | null; readonly hierarchies?: ReadonlyMap<string, Hierarchy> },
): Promise<ReplayedRelease> {
  const { areas, ...known } = given;
  const source = await treatSource(run, withWholePseudoIds(recipe), table, areas, known);
  const encoded = await encodeRecords(run, source.treated, source, requiredSensitive(recipe));
  const searched = await readTable(run, encoded);
  const rows = await releaseRows(run, source.treated, encoded, {
    parts: replayedParts(encoded, searched, requirementsOf(recipe, encoded.sensitive), report),
    suppressedRecords: recipe.output.suppressedRecords,
    keepsRows: recipe.keptOrder !== null,
    neutralizeFormulas: recipe.output.neutralizeFormulas,
  });
  await encodeRows(run, rows, recipe.output, { distributions: {}, hierarchies: {} }, table);
  const { persons } = source.treated;
  const suppressedAs = writtenText(null, recipe.output);
  const counts = {
    rows: table.rows + table.refusedRows,
    refusedRows: table.refusedRows,
    droppedRecords: source.dropped.reduce((sum, records) => sum + records, 0),
    persons,
    changedRecords: source.treated.changedRecords,
  };
  return { rows, counts, holders: persons === null ? null : { persons, suppressedAs, ids: rows.ids } };
}

const withWholePseudoIds = (recipe: Recipe): Recipe => ({
  ...recipe,
  columns: recipe.columns.map((column) => ({
    ...column,
    treatments: column.treatments.map((one) => (one.kind === 'pseudoId' ? { ...one, length: 64 } : one)),
  })),
});

/** Part by part the combinations that meet the requirements at its levels, of those that the parts before left. */
function replayedParts(
  { quasi }: EncodedRecords,
  table: DistinctTable,
  requirements: Requirements,
  { levels }: Report,
) {
  let combinations = Uint32Array.from({ length: table.combinations }, (_, index) => index);
  return levelsInOrder(levels).map((own) => {
    const vector = quasi.map(({ column }, index) =>
      Math.min(own[column.name] ?? 0, (table.attributes[index]?.levels.length ?? 1) - 1),
    );
    const rest = combinations.length === table.combinations ? table : partOfTable(table, combinations);
    const { kept: keptOfRest } = keptCombinations(rest, requirements, vector);
    const kept = new Uint8Array(table.combinations);
    combinations.forEach((combination, index) => {
      kept[combination] = keptOfRest[index] as number;
    });
    combinations = combinations.filter((combination) => kept[combination] === 0);
    return { levels: vector, kept: flaggedSql(kept) };
  });
}
