import { arraySweeper } from './collectGarbage.ts';
import { fitMemory, programMiB } from './fitMemory.ts';
import { InputError } from './inputError.ts';
import { allowedLevels } from './lattice/allowedLevels.ts';
import type { DistinctTable } from './lattice/distinctTable.ts';
import { keptCombinations } from './lattice/keptCombinations.ts';
import { type ReleasePart, recodeLocally } from './lattice/recodeLocally.ts';
import type { Plan, Requirements } from './lattice/requirements.ts';
import { type Impossible, type SearchOptions, search, searchCounted } from './lattice/search.ts';
import { memoryLimit } from './machineShare.ts';
import { wholeCounts } from './measure/overallShares.ts';
import { type RiskFigures, riskBefore } from './measure/riskFigures.ts';
import { countInDatabase } from './outOfCore/countInDatabase.ts';
import { closeLattice, type DatabaseLattice, openLattice } from './outOfCore/databaseLattice.ts';
import { countRiskBefore } from './outOfCore/latticeFacts.ts';
import { markKept } from './outOfCore/markKept.ts';
import { countRows } from './readNumbers.ts';
import type { Recipe } from './recipe/recipe.ts';
import type { Run } from './run.ts';
import { databaseShare, neededMiB, type SearchShare, searchShare } from './searchShare.ts';
import type { Sql } from './sql.ts';
import { type EncodedRecords, flaggedSql } from './treat/encodeRecords.ts';
import { readTable } from './treat/readTable.ts';

/** What a search finds; the table that it searched is no longer needed. */
export interface FoundRelease {
  readonly plan: Plan;
  /** The released records: one part, or with local recoding several. */
  readonly parts: readonly PlannedPart[];
  /** Records of the kept combinations, counted by themselves. */
  readonly released: number;
  /** Of the treated records as they are. */
  readonly riskBefore: RiskFigures;
  /** Per sensitive column the records, or persons, that have each value. */
  readonly sensitiveCounts: readonly Float64Array[];
}

/** A part of the release, and the condition by which the rows of the table `combinations` belong to it. */
export type PlannedPart = Omit<ReleasePart, 'kept'> & { readonly kept: Sql };

type Found<Release> = Release | { readonly impossible: Impossible };

/** What the search has to meet, and how. */
export interface SearchTask {
  readonly requirements: Requirements;
  readonly recoding: Recipe['recoding'];
  readonly options: SearchOptions;
}

/** Groupings that may wait to be freed while others are made, as a share of the memory of a run. */
const sweptShare = 1 / 32;

/**
 * Searches in memory where the table of combinations fits, else in the database; shares the memory between the two.
 * @throws InputError where it doesn't fit and the database can't search it.
 */
export async function findRelease(
  run: Run,
  encoded: EncodedRecords,
  task: SearchTask,
  recipe: Recipe,
): Promise<Found<FoundRelease>> {
  const limitMiB = memoryLimit(recipe);
  const share = await shareFor(run, encoded, limitMiB, recipe.recoding);
  const turns = {
    beside: () => run.limitMemory(share.databaseMiB),
    // Of the tables that it makes the program reads what it needs.
    alone: () => fitMemory(run, limitMiB),
  };
  const onGrouped = arraySweeper(limitMiB * sweptShare * 2 ** 20);
  const watched = { ...task, options: { ...task.options, onGrouped } };
  if (share.holdsTable) await turns.beside();
  const found = share.holdsTable
    ? await findInMemory(run, encoded, watched, share.cacheMiB)
    : await findInDatabase(run, encoded, watched, { bytes: share.cacheMiB * 2 ** 20, turns });
  await fitMemory(run, limitMiB, { working: 'alone' });
  return found;
}

/**
 * How the memory is shared for a table of combinations, and whether it is held outside of the database.
 * @throws InputError where it doesn't fit, and persons or local recoding need it in memory.
 */
export async function shareFor(
  run: Run,
  encoded: EncodedRecords,
  limitMiB: number,
  recoding: Recipe['recoding'],
): Promise<SearchShare & { readonly holdsTable: boolean }> {
  const counted = encoded.sensitive.length + (encoded.persons === null ? 0 : 1);
  const entries = counted === 0 ? 0 : counted * (await countRows(run, 'treated'));
  const ownMiB = await programMiB(run, limitMiB);
  const share = searchShare(limitMiB - ownMiB, encoded, entries);
  if (share) return { ...share, holdsTable: true };
  const inMemoryOnly = encoded.persons === null ? (recoding === 'local' ? 'recoding の local' : null) : 'person';
  if (inMemoryOnly !== null) throw tooManyCombinations(encoded, neededMiB(ownMiB, encoded, entries), inMemoryOnly);
  return { ...databaseShare(limitMiB - ownMiB), holdsTable: false };
}

const tooManyCombinations = ({ combinations }: EncodedRecords, needed: number, part: string) =>
  new InputError(
    '手順書の search → memoryMiB',
    `準識別子の値の組合せが ${combinations.toLocaleString('ja-JP')} 通りあり、${part} を使う手順書で段階を選ぶには、メモリが ${needed.toLocaleString('ja-JP')} MiB 要ります。memoryMiB をそれ以上にするか、準識別子に加工（年齢の階級、住所の段階など）を加えて、組合せを減らしてください。`,
  );

/** @param cacheMiB for groupings that are kept. */
export async function findInMemory(
  run: Run,
  encoded: EncodedRecords,
  { requirements, recoding, options }: SearchTask,
  cacheMiB: number,
): Promise<Found<FoundRelease>> {
  const table = await readTable(run, encoded);
  const isLocal = recoding === 'local' && table.attributes.length > 0;
  const found = isLocal
    ? await recodeLocally(table, requirements, { ...options, cacheMiB })
    : await findOnePart(table, requirements, { ...options, cacheMiB });
  if ('impossible' in found) return found;
  const { plan, parts } = found;
  return {
    plan,
    parts: parts.map((part) => ({ ...part, kept: flaggedSql(part.kept) })),
    released: releasedRecords(table, parts),
    riskBefore: riskBefore(table),
    sensitiveCounts: table.sensitive.map(wholeCounts),
  };
}

function releasedRecords({ counts }: DistinctTable, parts: readonly ReleasePart[]): number {
  let released = 0;
  for (let index = 0; index < counts.length; index++)
    if (parts.some(({ kept }) => kept[index] === 1)) released += counts[index] as number;
  return released;
}

async function findOnePart(
  table: DistinctTable,
  requirements: Requirements,
  options: SearchOptions,
): Promise<Found<{ readonly plan: Plan; readonly parts: readonly ReleasePart[] }>> {
  const result = await search(table, requirements, options);
  if ('impossible' in result) return result;
  const { plan } = result;
  const { kept, suppressedRecords, classes } = keptCombinations(table, requirements, plan.levels);
  if (suppressedRecords !== plan.suppressedRecords || classes !== plan.classes)
    throw new Error(`the search left out ${plan.suppressedRecords} records, its levels ${suppressedRecords}`);
  const records = table.records - suppressedRecords;
  return { plan, parts: [{ levels: plan.levels, kept, records, persons: null, excluded: 0 }] };
}

/** Sets the memory of the database for what follows: beside the nodes that are held while others are counted, or alone. */
export interface DatabaseTurns {
  beside(): Promise<void>;
  alone(): Promise<void>;
}

/** @param memory `bytes`: for the nodes whose classes are few enough to be held. */
export async function findInDatabase(
  run: Run,
  encoded: EncodedRecords,
  { requirements, options }: SearchTask,
  { bytes, turns }: { readonly bytes: number; readonly turns: DatabaseTurns },
): Promise<Found<FoundRelease>> {
  await turns.alone();
  const lattice = await openLattice(run, encoded, allowedLevels(encoded.attributes), requirements);
  const risk = await countRiskBefore(run);
  const counts = (isOver: () => boolean) => countInDatabase(lattice, bytes, isOver, options.onGrouped);
  await turns.beside();
  const result = await searchCounted(encoded.attributes, requirements.suppressionLimit, counts, options);
  if ('impossible' in result) {
    await closeLattice(lattice);
    return result;
  }
  const { plan } = result;
  await turns.alone();
  const { kept, records } = await markPlan(lattice, encoded, plan);
  await closeLattice(lattice);
  return {
    plan,
    parts: [{ levels: plan.levels, kept, records, persons: null, excluded: 0 }],
    released: records,
    riskBefore: risk,
    sensitiveCounts: lattice.facts.table.sensitive.map(wholeCounts),
  };
}

async function markPlan(lattice: DatabaseLattice, { quasi, attributes, records }: EncodedRecords, plan: Plan) {
  const searched = plan.levels.map((level, index) => level - (attributes[index]?.allowed?.min ?? 0));
  const marked = await markKept(lattice, quasi, searched);
  if (marked.records !== records - plan.suppressedRecords || marked.classes !== plan.classes)
    throw new Error(`the search left out ${plan.suppressedRecords} of ${records}, its levels kept ${marked.records}`);
  return marked;
}
