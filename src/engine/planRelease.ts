import { keptCombinations } from './lattice/keptCombinations.ts';
import { type ReleasePart, recodeLocally } from './lattice/recodeLocally.ts';
import type { Plan, Requirements } from './lattice/requirements.ts';
import { type Impossible, type SearchOptions, type SearchProgress, search } from './lattice/search.ts';
import { wholeCounts } from './measure/overallShares.ts';
import type { Refusal } from './outcome.ts';
import type { Recipe } from './recipe/recipe.ts';
import { highestOf } from './report/reportedLevels.ts';
import { requiredSensitive, requirementsOf } from './requirementsOf.ts';
import type { Run } from './run.ts';
import { type EncodedRecords, encodeRecords } from './treat/encodeRecords.ts';
import type { TreatedSource } from './treatSource.ts';
import type { Expectation, Generalizations, ValueCount } from './verify/expectation.ts';
import { writtenText } from './write/writtenText.ts';

export interface PlanOptions {
  /** Ends the search with the best plan so far. */
  readonly signal?: AbortSignal;
  /** Called several times a second while the search runs; with local recoding for each of its rounds anew. */
  readonly onSearch?: (progress: SearchProgress) => void;
}

/** The plan with all that writing and verifying need of it. */
export interface PlannedRelease {
  readonly plan: Plan;
  readonly encoded: EncodedRecords;
  /** The released records: one part, or with local recoding several. */
  readonly parts: readonly ReleasePart[];
  readonly expectation: Pick<
    Expectation,
    'levels' | 'levelSets' | 'generalizations' | 'suppressedRecords' | 'distributions' | 'hierarchies'
  >;
}

/** Item (5): finds the levels, and which records they leave out. */
export async function planRelease(
  run: Run,
  recipe: Recipe,
  source: TreatedSource,
  options: PlanOptions,
): Promise<PlannedRelease | { readonly refusal: Refusal }> {
  const encoded = await encodeRecords(run, source.treated, source, requiredSensitive(recipe));
  const requirements = requirementsOf(recipe, encoded.sensitive);
  const result = await findPlan(encoded, requirements, recipe, {
    ...(options.signal ? { signal: options.signal } : {}),
    ...(recipe.search.seconds === null ? {} : { seconds: recipe.search.seconds }),
    ...(options.onSearch ? { onProgress: options.onSearch } : {}),
  });
  if ('impossible' in result) return { refusal: noPlan(result.impossible, recipe) };
  const { plan, parts } = result;
  const levelSets = parts.map((part) =>
    Object.fromEntries(encoded.quasi.map(({ column }, index) => [column.name, part.levels[index] ?? 0])),
  );
  const levels = highestOf(levelSets);
  const generalizations = listedHierarchies(encoded);
  const { suppressedRecords } = plan;
  const facts = { levels, levelSets, generalizations, suppressedRecords, ...sensitiveFacts(encoded, recipe) };
  return { plan, encoded, parts, expectation: facts };
}

type FoundPlan = { readonly plan: Plan; readonly parts: readonly ReleasePart[] } | { readonly impossible: Impossible };

async function findPlan(
  encoded: EncodedRecords,
  requirements: Requirements,
  { recoding }: Recipe,
  options: SearchOptions,
): Promise<FoundPlan> {
  const { table, quasi } = encoded;
  if (recoding === 'local' && quasi.length > 0) return recodeLocally(table, requirements, options);
  const result =
    quasi.length === 0 ? planWithoutQuasi(encoded, requirements) : await search(table, requirements, options);
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
  { table }: EncodedRecords,
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
function sensitiveFacts({ sensitive, table }: EncodedRecords, recipe: Recipe) {
  const distributions: Record<string, ValueCount[]> = {};
  const hierarchies: Record<string, (readonly (string | null)[])[]> = {};
  for (const [index, { column, values, hierarchy }] of sensitive.entries()) {
    const records = new Map<string, number>();
    const histogram = table.sensitive[index];
    for (const [code, count] of (histogram ? wholeCounts(histogram) : []).entries()) {
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
