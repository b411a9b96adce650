import type { AreaTable } from '../japan/areaTable.ts';
import { shareFor } from './findRelease.ts';
import { fitMemory } from './fitMemory.ts';
import type { Hierarchy } from './hierarchy/hierarchy.ts';
import type { ImportedTable } from './import/importTable.ts';
import { allowedLevels } from './lattice/allowedLevels.ts';
import { keptCombinations } from './lattice/keptCombinations.ts';
import { partOfTable } from './lattice/partOfTable.ts';
import type { Requirements } from './lattice/requirements.ts';
import { closeLattice, openLattice } from './outOfCore/databaseLattice.ts';
import { markKept } from './outOfCore/markKept.ts';
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
import { type ReleaseChoice, type ReleasedRows, releaseRows } from './write/releasedRows.ts';
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
  given: {
    readonly areas: AreaTable | null;
    readonly hierarchies?: ReadonlyMap<string, Hierarchy>;
    /** For the whole process. */
    readonly limitMiB: number;
  },
): Promise<ReplayedRelease> {
  const { areas, ...known } = given;
  const { limitMiB } = given;
  const source = await treatSource(run, withWholePseudoIds(recipe), table, areas, known);
  await fitMemory(run, limitMiB);
  const encoded = await encodeRecords(run, source.treated, source, requiredSensitive(recipe));
  const share = await shareFor(run, encoded, limitMiB, recipe.recoding);
  if (share.holdsTable) await run.limitMemory(share.databaseMiB);
  else await fitMemory(run, limitMiB);
  const find = share.holdsTable ? findParts : markParts;
  const parts = await find(run, encoded, requirementsOf(recipe, encoded.sensitive), levelsOf(encoded, report));
  await fitMemory(run, limitMiB, { working: 'alone' });
  const rows = await releaseRows(run, source.treated, encoded, {
    parts,
    suppressedRecords: recipe.output.suppressedRecords,
    keepsRows: recipe.keptOrder !== null,
    neutralizeFormulas: recipe.output.neutralizeFormulas,
    limitMiB,
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

/** The levels of each part, in the order of the quasi-identifiers. */
const levelsOf = ({ quasi, attributes }: EncodedRecords, { levels }: Report): number[][] =>
  levelsInOrder(levels).map((own) =>
    quasi.map(({ column }, index) => Math.min(own[column.name] ?? 0, (attributes[index]?.levels.length ?? 1) - 1)),
  );

type Part = ReleaseChoice['parts'][number];

/** Part by part the combinations that meet the requirements at its levels, of those that the parts before left. */
async function findParts(
  run: Run,
  encoded: EncodedRecords,
  requirements: Requirements,
  parts: readonly (readonly number[])[],
): Promise<Part[]> {
  const table = await readTable(run, encoded);
  let combinations = Uint32Array.from({ length: table.combinations }, (_, index) => index);
  return parts.map((levels) => {
    const rest = combinations.length === table.combinations ? table : partOfTable(table, combinations);
    const { kept: keptOfRest } = keptCombinations(rest, requirements, levels);
    const kept = new Uint8Array(table.combinations);
    combinations.forEach((combination, index) => {
      kept[combination] = keptOfRest[index] as number;
    });
    combinations = combinations.filter((combination) => kept[combination] === 0);
    return { levels, kept: flaggedSql(kept) };
  });
}

/** The same in the database, of the one part that a release has there. */
async function markParts(
  run: Run,
  encoded: EncodedRecords,
  requirements: Requirements,
  [levels = []]: readonly (readonly number[])[],
): Promise<Part[]> {
  const attributes = encoded.attributes.map((attribute, index) => ({
    ...attribute,
    allowed: { min: levels[index] ?? 0, max: levels[index] ?? 0 },
  }));
  const lattice = await openLattice(run, encoded, allowedLevels(attributes), requirements);
  const { kept } = await markKept(
    lattice,
    encoded.quasi,
    attributes.map(() => 0),
  );
  await closeLattice(lattice);
  return [{ levels, kept }];
}
