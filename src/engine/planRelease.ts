import { type FoundRelease, findRelease } from './findRelease.ts';
import { fitMemory } from './fitMemory.ts';
import type { Impossible, SearchProgress } from './lattice/search.ts';
import { memoryLimit } from './machineShare.ts';
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

/** The plan with all that writing, verifying and reporting need of it. */
export interface PlannedRelease extends FoundRelease {
  readonly encoded: EncodedRecords;
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
  await fitMemory(run, memoryLimit(recipe));
  const encoded = await encodeRecords(run, source.treated, source, requiredSensitive(recipe));
  const requirements = requirementsOf(recipe, encoded.sensitive);
  const searchOptions = {
    ...(options.signal ? { signal: options.signal } : {}),
    ...(recipe.search.seconds === null ? {} : { seconds: recipe.search.seconds }),
    ...(options.onSearch ? { onProgress: options.onSearch } : {}),
  };
  const task = { requirements, recoding: recipe.recoding, options: searchOptions };
  const found = await findRelease(run, encoded, task, recipe);
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
