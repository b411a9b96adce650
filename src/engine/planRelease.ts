import { InputError } from './inputError.ts';
import type { DistinctTable } from './lattice/distinctTable.ts';
import { keptCombinations } from './lattice/keptCombinations.ts';
import { type ReleasePart, recodeLocally } from './lattice/recodeLocally.ts';
import type { Plan, Requirements } from './lattice/requirements.ts';
import { type Impossible, type SearchOptions, type SearchProgress, search } from './lattice/search.ts';
import { machineShare, memoryLimit } from './machineShare.ts';
import { wholeCounts } from './measure/overallShares.ts';
import { type RiskFigures, riskBefore } from './measure/riskFigures.ts';
import type { Refusal } from './outcome.ts';
import { countRows } from './readNumbers.ts';
import type { Recipe } from './recipe/recipe.ts';
import { highestOf } from './report/reportedLevels.ts';
import { requiredSensitive, requirementsOf } from './requirementsOf.ts';
import type { Run } from './run.ts';
import { neededMiB, searchShare } from './searchShare.ts';
import type { Sql } from './sql.ts';
import { type EncodedRecords, encodeRecords, flaggedSql } from './treat/encodeRecords.ts';
import { readTable } from './treat/readTable.ts';
import type { TreatedSource } from './treatSource.ts';
import type { Expectation, Generalizations, ValueCount } from './verify/expectation.ts';
import { writtenText } from './write/writtenText.ts';

export interface PlanOptions {
  /** Ends the search with the best plan so far. */
  readonly signal?: AbortSignal;
  /** Called several times a second while the search runs; with local recoding for each of its rounds anew. */
  readonly onSearch?: (progress: SearchProgress) => void;
}

/** The plan with all that writing, verifying and reporting need of it. */
export interface PlannedRelease extends FoundRelease {
  readonly encoded: EncodedRecords;
  readonly expectation: Pick<
    Expectation,
    'levels' | 'levelSets' | 'generalizations' | 'suppressedRecords' | 'distributions' | 'hierarchies'
  >;
}

/** What a search finds; the table that it searched is no longer needed. */
interface FoundRelease {
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

/** Item (5): finds the levels, and which records they leave out. */
export async function planRelease(
  run: Run,
  recipe: Recipe,
  source: TreatedSource,
  options: PlanOptions,
): Promise<PlannedRelease | { readonly refusal: Refusal }> {
  const encoded = await encodeRecords(run, source.treated, source, requiredSensitive(recipe));
  const requirements = requirementsOf(recipe, encoded.sensitive);
  const found = await findRelease(run, encoded, requirements, recipe, {
    ...(options.signal ? { signal: options.signal } : {}),
    ...(recipe.search.seconds === null ? {} : { seconds: recipe.search.seconds }),
    ...(options.onSearch ? { onProgress: options.onSearch } : {}),
  });
  if ('impossible' in found) return { refusal: noPlan(found.impossible, recipe) };
  const { plan, parts, sensitiveCounts } = found;
  const levelSets = parts.map((part) =>
    Object.fromEntries(encoded.quasi.map(({ column }, index) => [column.name, part.levels[index] ?? 0])),
  );
  const levels = highestOf(levelSets);
  const generalizations = listedHierarchies(encoded);
  const { suppressedRecords } = plan;
  const facts = sensitiveFacts(encoded, sensitiveCounts, recipe);
  return { ...found, encoded, expectation: { levels, levelSets, generalizations, suppressedRecords, ...facts } };
}

type Found<Release> = Release | { readonly impossible: Impossible };

/** Shares the memory between the database and the search while the search works. */
async function findRelease(
  run: Run,
  encoded: EncodedRecords,
  requirements: Requirements,
  recipe: Recipe,
  options: SearchOptions,
): Promise<Found<FoundRelease>> {
  const limit = memoryLimit(recipe);
  const counted = encoded.sensitive.length + (encoded.persons === null ? 0 : 1);
  const entries = counted === 0 ? 0 : counted * (await countRows(run, 'treated'));
  const share = searchShare(limit, encoded, entries);
  if (!share) throw tooManyCombinations(encoded, neededMiB(encoded, entries));
  await run.limitMemory(share.databaseMiB);
  const found = await searchTable(await readTable(run, encoded), requirements, recipe, {
    ...options,
    cacheMiB: share.cacheMiB,
  });
  await run.limitMemory(machineShare(recipe).memoryMiB);
  return found;
}

const tooManyCombinations = ({ combinations }: EncodedRecords, needed: number) =>
  new InputError(
    '手順書の search → memoryMiB',
    `準識別子の値の組合せが ${combinations.toLocaleString('ja-JP')} 通りあり、段階を選ぶのに ${needed.toLocaleString('ja-JP')} MiB が要ります。memoryMiB をそれ以上にするか、準識別子に加工（年齢の階級、住所の段階など）を加えて、組合せを減らしてください。`,
  );

async function searchTable(
  table: DistinctTable,
  requirements: Requirements,
  recipe: Recipe,
  options: SearchOptions,
): Promise<Found<FoundRelease>> {
  const result = await findParts(table, requirements, recipe, options);
  if ('impossible' in result) return result;
  const { plan, parts } = result;
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

type FoundParts = { readonly plan: Plan; readonly parts: readonly ReleasePart[] };

async function findParts(
  table: DistinctTable,
  requirements: Requirements,
  { recoding }: Recipe,
  options: SearchOptions,
): Promise<Found<FoundParts>> {
  const hasQuasi = table.attributes.length > 0;
  if (recoding === 'local' && hasQuasi) return recodeLocally(table, requirements, options);
  const result = hasQuasi ? await search(table, requirements, options) : planWithoutQuasi(table, requirements);
  if ('impossible' in result) return result;
  const { plan } = result;
  const { kept, suppressedRecords, classes } = keptCombinations(table, requirements, plan.levels);
  if (suppressedRecords !== plan.suppressedRecords || classes !== plan.classes)
    throw new Error(`the search left out ${plan.suppressedRecords} records, its levels ${suppressedRecords}`);
  const records = table.records - suppressedRecords;
  return { plan, parts: [{ levels: plan.levels, kept, records, persons: null, excluded: 0 }] };
}

/** Without quasi-identifiers all records are one class. */
function planWithoutQuasi(
  table: DistinctTable,
  requirements: Requirements,
): { readonly plan: Plan } | { readonly impossible: Impossible } {
  const { suppressedRecords, suppressedPersons, classes, smallestClass } = keptCombinations(table, requirements, []);
  const allowed = Math.floor(requirements.suppressionLimit * (table.persons?.values ?? table.records));
  const leastSuppressed = suppressedPersons ?? suppressedRecords;
  const suppressedBy = { k: suppressedRecords };
  if (leastSuppressed > allowed)
    return { impossible: { reason: 'none', leastSuppressed, levels: [], suppressedBy, allowed } };
  return {
    plan: {
      levels: [],
      loss: 0,
      losses: [],
      suppressedRecords,
      suppressedPersons,
      suppressedBy,
      classes,
      smallestClass,
      classSizes: smallestClass === null ? [] : [[smallestClass, 1]],
      optimal: true,
      gap: 0,
      checks: 1,
    },
  };
}

function noPlan({ reason, leastSuppressed, allowed }: Impossible, recipe: Recipe): Refusal {
  const unit = recipe.personKey.length > 0 ? '人' : '件';
  const found =
    reason === 'none'
      ? `どの段階の組合せでも、要件（k = ${recipe.k} など）を満たさない記録が上限を超えます`
      : '決められた時間のうちに、要件を満たす段階の組合せが見つかりませんでした';
  return {
    code: 'noPlan',
    leastSuppressed,
    allowed,
    message: `${found}。最も少ない場合で ${leastSuppressed} ${unit}、上限は ${allowed} ${unit}です。k を下げるか、suppressionLimit を上げるか、階層に粗い段階を加えてください。`,
  };
}

/** Rows of a hierarchy file that are worth copying into the report. */
const mostRows = 20_000;

/** The hierarchies from files, so that the output can be compared with them without the files. */
const listedHierarchies = ({ quasi }: EncodedRecords): Generalizations =>
  Object.fromEntries(
    quasi.flatMap(({ column, hierarchy }) =>
      column.hierarchy.kind === 'csv' && hierarchy && hierarchy.rows.length <= mostRows
        ? [[column.name, hierarchy.rows]]
        : [],
    ),
  );

/** What the verification needs of the sensitive columns, as the output holds their values. */
function sensitiveFacts({ sensitive }: EncodedRecords, counts: readonly Float64Array[], recipe: Recipe) {
  const distributions: Record<string, ValueCount[]> = {};
  const hierarchies: Record<string, (readonly (string | null)[])[]> = {};
  for (const [index, { column, values, hierarchy }] of sensitive.entries()) {
    const records = new Map<string, number>();
    for (const [code, count] of counts[index]?.entries() ?? []) {
      const text = writtenText(values[code] ?? null, recipe.output);
      records.set(text, (records.get(text) ?? 0) + count);
    }
    distributions[column.name] = [...records].map(([value, count]) => ({ value, records: count }));
    const usesHierarchy = recipe.closeness.some((one) => one.column === column.name && one.distance !== 'equal');
    if (usesHierarchy && hierarchy)
      hierarchies[column.name] = hierarchy.rows.map(([value = null, ...groups]) => [
        writtenText(value, recipe.output),
        ...groups,
      ]);
  }
  return { distributions, hierarchies };
}
