import type { AreaTable } from '../japan/areaTable.ts';
import { fitMemory } from './fitMemory.ts';
import type { Hierarchy } from './hierarchy/hierarchy.ts';
import { readHierarchies, readHierarchyFile, readKeyList } from './hierarchyFile.ts';
import type { ImportedTable } from './import/importTable.ts';
import { InputError } from './inputError.ts';
import { memoryLimit } from './machineShare.ts';
import type { Recipe, RecordStep } from './recipe/recipe.ts';
import { conditionsOf } from './recipe/refuseHeader.ts';
import { withThresholds } from './recipe/withThresholds.ts';
import type { PseudonymReport } from './report/reportTypes.ts';
import type { Run } from './run.ts';
import { name, raw, sql, statement } from './sql.ts';
import type { HierarchySources } from './treat/encodeRecords.ts';
import { groupRecords, type TreatedRecords } from './treat/groupRecords.ts';
import { listUnreadable } from './treat/listUnreadable.ts';
import { makeLookups } from './treat/lookups.ts';
import { noteConditions } from './treat/noteConditions.ts';
import { countNameless, personsSql } from './treat/numberPersons.ts';
import { describeObjectors } from './treat/objectors.ts';
import { makePseudonymKeys } from './treat/pseudonymKeys.ts';
import { countPseudonyms } from './treat/pseudonyms.ts';
import { applyRecordSteps, type SourceRecords } from './treat/recordSteps.ts';
import { planTreatments, type Randomness, type TreatmentStep } from './treat/treatmentPlan.ts';
import { lookupOf } from './treat/treatmentSql.ts';

/** The treated records with what was counted on the way. */
export interface TreatedSource {
  /** As run: with the thresholds that the data decided. */
  readonly recipe: Recipe;
  readonly treated: TreatedRecords;
  /** Records dropped by each record step of the recipe. */
  readonly dropped: readonly number[];
  /** Step id → values that it could not read, up to 100. */
  readonly unreadable: ReadonlyMap<string, readonly string[]>;
  /** Column → hierarchy from a file. */
  readonly hierarchies: ReadonlyMap<string, Hierarchy>;
  readonly areas: AreaTable | null;
  readonly pseudonyms: readonly PseudonymReport[];
  readonly notes: readonly string[];
}

export interface TreatOptions {
  /** For the whole process; as the recipe says unless given. */
  readonly limitMiB?: number;
  /** The key of a test; made for the run unless given. */
  readonly pseudonymKey?: Uint8Array | undefined;
  /** What `readHierarchies` gives, where that has begun already. */
  readonly hierarchies?: ReadonlyMap<string, Hierarchy> | Promise<ReadonlyMap<string, Hierarchy>>;
}

/**
 * Items (1) to (5) as far as they are treatments of values. The key of the pseudo-IDs lives as long as this function.
 *
 * @throws InputError for a pattern, a hierarchy or a column that can't be used.
 */
export async function treatSource(
  run: Run,
  recipe: Recipe,
  table: ImportedTable,
  areas: AreaTable | null,
  { limitMiB = memoryLimit(recipe), pseudonymKey, hierarchies }: TreatOptions = {},
): Promise<TreatedSource> {
  await refusePatterns(run, recipe);
  const keys = usesPseudoIds(recipe) || recipe.personKey.length > 0 ? makePseudonymKeys(pseudonymKey) : null;
  try {
    const sources = { hierarchies: await (hierarchies ?? readHierarchies(recipe)), areas };
    return await treatRecords(run, recipe, table, sources, { seed: recipe.seed, keys }, limitMiB);
  } finally {
    keys?.destroy();
  }
}

async function treatRecords(
  run: Run,
  recipe: Recipe,
  table: ImportedTable,
  { hierarchies, areas }: HierarchySources,
  randomness: Randomness,
  limitMiB: number,
): Promise<TreatedSource> {
  const stepHierarchies = await readStepHierarchies(recipe);
  const sourceOf = new Map(table.columns.map((column) => [column.name, column.id]));
  const source = sourceRecords(recipe, table);
  const context = { sourceOf, seed: recipe.seed, listed: await readLists(recipe) };
  const { from: remaining, dropped } = await applyRecordSteps(run, source, recipe.records, context);
  const key = recipe.personKey.map((column) => sourceOf.get(column) ?? '');
  const { keys } = randomness;
  const from = keys && key.length > 0 ? personsSql(keys, remaining, key) : remaining;
  const records = { ...source, from, distinct: recipe.records.length === 0 ? source.distinct : null };
  const written = planTreatments(recipe.columns, sourceOf, randomness);
  const { plan, notes: read } = await makeLookups(run, written, records, {
    hierarchyOf: (one) => stepHierarchies.get(one),
    areas,
  });
  await fitMemory(run, limitMiB, { working: 'alone' });
  const treated = await groupRecords(run, plan, records, {
    row: recipe.keptOrder !== null,
    persons: key.length > 0,
  });
  if (treated.records === 0)
    throw new InputError('手順書の records', 'すべての記録が除かれ、加工する記録が残りません。');
  refuseCodeShapes(treated);
  const pseudonyms = await countPseudonyms(run, plan, records, treated);
  const notes = [...hierarchies.values(), ...stepHierarchies.values()].flatMap((hierarchy) => hierarchy.notes);
  const unread = await noteConditions(run, source, conditionsOf(recipe), sourceOf);
  const lists = await describeObjectors(run, source.from, recipe.records, sourceOf);
  return {
    recipe: withThresholds(recipe, plan.columns),
    treated,
    dropped,
    unreadable: await listUnreadable(run, plan, from, treated),
    hierarchies,
    areas,
    pseudonyms,
    notes: [
      ...notes,
      ...lists,
      ...wholeSamples(recipe, dropped),
      ...unread,
      ...read,
      ...(await namelessNotes(run, { ...source, from: remaining }, key)),
    ],
  };
}

/** A sample of as many records as there are leaves none out: whoever reads 抽出 has to know. */
const wholeSamples = ({ records }: Recipe, dropped: readonly number[]): string[] =>
  records.flatMap((step, index) =>
    step.kind === 'sample' && 'rows' in step && dropped[index] === 0
      ? [`抽出する件数「${step.rows}」が残りの記録の件数以上なので、抽出では一件も除いていません。`]
      : [],
  );

const usesPseudoIds = ({ columns }: Recipe) =>
  columns.some(({ treatments }) => treatments.some(({ kind }) => kind === 'pseudoId'));

async function readLists({ folder, records }: Recipe): Promise<Map<RecordStep, string[][]>> {
  const lists = new Map<RecordStep, string[][]>();
  for (const step of records)
    if (step.kind === 'objectors') lists.set(step, await readKeyList(folder, step.file, step.key));
  return lists;
}

async function namelessNotes(run: Run, { from, count }: SourceRecords, key: readonly string[]): Promise<string[]> {
  const nameless = key.length === 0 ? 0 : await countNameless(run, from, count, key);
  if (nameless === 0) return [];
  return [`個人を見分ける項目が空の記録が ${nameless.toLocaleString('ja-JP')} 件あり、一人として数えました。`];
}

/** Whether single records matter: equal ones can't be taken together before they are treated. */
export const needsRows = ({ keptOrder, records, columns }: Recipe) =>
  keptOrder !== null ||
  records.some(({ kind }) => kind === 'sample') ||
  columns.some(({ treatments }) => treatments.some((one) => lookupOf(one) === 'row'));

/** Every row is a record. */
const single = { count: raw('count(*)'), each: raw('1'), distinct: null };

function sourceRecords(recipe: Recipe, table: ImportedTable): SourceRecords {
  if (needsRows(recipe)) return { from: name(table.numberedRelation), ...single };
  const { distinctRelation, relation } = table;
  if (distinctRelation === null) return { from: name(relation), ...single };
  const distinct = name(distinctRelation);
  return { from: distinct, count: raw('sum(n)'), each: raw('n'), distinct };
}

async function readStepHierarchies({ folder, columns }: Recipe) {
  const hierarchies = new Map<TreatmentStep['treatment'], Hierarchy>();
  for (const { name: column, treatments } of columns)
    for (const treatment of treatments)
      if (treatment.kind === 'hierarchyLevel')
        hierarchies.set(treatment, await readHierarchyFile(folder, column, treatment.file));
  return hierarchies;
}

/** The database alone can say whether it reads a pattern. */
async function refusePatterns(run: Run, recipe: Recipe): Promise<void> {
  for (const { column, test } of conditionsOf(recipe)) {
    if (test.is !== 'matches') continue;
    try {
      await run.rows(statement(sql`SELECT regexp_matches('', ${test.pattern})`));
    } catch {
      throw new InputError(`手順書の条件（列「${column}」）`, `matches「${test.pattern}」は正規表現として読めません。`);
    }
  }
}

function refuseCodeShapes({ columns }: TreatedRecords): void {
  const roles = ['other', 'quasi', 'sensitive'];
  const found = columns.filter(
    ({ column, codeShaped }) => codeShaped > 0 && column.accepted === null && roles.includes(column.role),
  );
  const [first] = found;
  if (first)
    throw new InputError(
      `手順書の columns → ${found.map(({ column }) => column.name).join('、')}`,
      `個人識別符号（個人番号など）の形の値が ${first.codeShaped.toLocaleString('ja-JP')} 件あります。役割を identificationCode にして削除するか、残す理由を accepted に書いてください。`,
    );
}
