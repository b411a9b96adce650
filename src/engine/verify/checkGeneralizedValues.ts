import type { AreaTable } from '../../japan/areaTable.ts';
import { describeLevel } from '../hierarchy/describeLevel.ts';
import { labelTest, levelsOfRule } from '../hierarchy/labelTest.ts';
import type { OutputChoice, RecipeColumn, RuleChoice, StandardItem } from '../recipe/recipe.ts';
import type { CheckReport } from '../report/reportTypes.ts';
import type { Run } from '../run.ts';
import { joined, sql, statement } from '../sql.ts';
import { keptLabels } from '../treat/treatmentSql.ts';
import { checked, written } from './checks.ts';
import { type Expectation, writtenColumns } from './expectation.ts';
import { type FoundRows, idOf } from './foundRows.ts';
import { markOf, plainCell } from './writtenCells.ts';

/**
 * Every value of a generalized quasi-identifier is one that its hierarchy has at the level that the report claims, told
 * from the output alone: of a hierarchy file by its rows, of a built-in one by what its values look like.
 */
export async function checkGeneralizedValues(
  run: Run,
  found: FoundRows,
  expected: Expectation,
  areas: AreaTable | null,
): Promise<CheckReport[]> {
  const { output } = expected.recipe;
  const claims = claimsOf(expected).map((claim) => {
    const test = valueTest(claim, expected, areas);
    return typeof test === 'string' ? { claim, why: test } : startTally(claim, test, output);
  });
  await tallyValues(
    run,
    found,
    output,
    claims.filter((one) => 'cells' in one),
  );
  return claims.map((one) => ('cells' in one ? reportTally(one, output) : reportUnchecked(one.claim, one.why)));
}

function claimsOf(expected: Expectation): Claim[] {
  return writtenColumns(expected).flatMap((column) => {
    const claims: Claim[] = [];
    const placed = placedBy(column);
    if (placed && (expected.levels[column.name] ?? 0) === 0)
      claims.push({ column: { ...column, hierarchy: placed.rule }, levels: [1], item: placed.item });
    if (column.role !== 'quasi') return claims;
    const levels = [...new Set(expected.levelSets.map((own) => own[column.name] ?? 0))].toSorted((a, b) => a - b);
    // Values that nothing generalized may be any text, where no file lists them.
    if (levels[0] === 0 && column.hierarchy.kind !== 'csv') return claims;
    return [...claims, { column, levels, item: 5 }];
  });
}

/** What is said of a column: its values are those of these levels. */
interface Claim {
  readonly column: RecipeColumn;
  readonly levels: readonly number[];
  readonly item: StandardItem;
}

/** The rule by which the last treatment of a column generalized it to one level. */
function placedBy({ treatments }: RecipeColumn): { readonly rule: RuleChoice; readonly item: StandardItem } | null {
  const last = treatments.toSorted((a, b) => a.item - b.item).at(-1);
  if (last?.kind !== 'builtInLevel') return null;
  const { builtIn, unreadable, item } = last;
  return { rule: { kind: 'builtIn', builtIn, unreadable }, item };
}

function wordOf({ hierarchy }: RecipeColumn, level: number): string {
  const word = describeLevel(hierarchy, level);
  return word === null ? '' : `（${word}）`;
}

/** The levels of a claim as its findings name them. */
function placeOf({ column, levels }: Claim): string {
  const listed = levels.map((level) => `段階 ${level}${wordOf(column, level)}`).join('、');
  return listed.endsWith('）') ? listed : `${listed} `;
}

/** What the values of the column of a claim show, while they pass. */
interface Tally {
  readonly claim: Claim;
  readonly isMeant: (value: string) => boolean;
  /** Cells with values of no level of the claim. */
  cells: number;
  /** Cells that hold a replaced character, and so can't be told. */
  replaced: number;
  /** The first values of no level. */
  readonly foreign: string[];
}

function startTally(claim: Claim, test: (value: string) => boolean, output: OutputChoice): Tally {
  const always = new Set([markOf(output), ...keptLabels(claim.column)]);
  return { claim, isMeant: (value) => always.has(value) || test(value), cells: 0, replaced: 0, foreign: [] };
}

/** Reads the values of all claimed columns once. */
async function tallyValues(run: Run, found: FoundRows, output: OutputChoice, tallies: readonly Tally[]): Promise<void> {
  if (tallies.length === 0) return;
  const tallied = new Map<string, Tally[]>();
  for (const tally of tallies) {
    const id = idOf(found, tally.claim.column.name);
    tallied.set(id, [...(tallied.get(id) ?? []), tally]);
  }
  const ids = joined([...tallied.keys()].map((id) => sql`${id}`));
  const values = sql`SELECT id, ${plainCell(output)} AS value, CAST(n AS DOUBLE) AS n FROM cells WHERE id IN (${ids}) ORDER BY id, n, 2`;
  for await (const [columns = [], texts = [], counts = []] of run.stream(statement(values)))
    for (const [index, value] of (texts as string[]).entries())
      for (const tally of tallied.get(columns[index] as string) ?? [])
        addValue(tally, value, counts[index] as number, output);
}

function addValue(tally: Tally, value: string, cells: number, { replacement }: OutputChoice): void {
  if (tally.isMeant(value)) return;
  if (replacement !== null && value.includes(replacement)) {
    tally.replaced += cells;
    return;
  }
  tally.cells += cells;
  if (tally.foreign.length < shown) tally.foreign.push(value);
}

function reportTally({ claim, cells, replaced, foreign }: Tally, { replacement }: OutputChoice): CheckReport {
  const [name, at] = [claim.column.name, placeOf(claim)];
  const finding =
    cells === 0
      ? `「${name}」は、どの値も階層の${at}の値です${replaced === 0 ? '' : `（置き換えた文字「${replacement}」を含む ${written(replaced)} 件は、元の文字が分からないので除きます）`}。`
      : `「${name}」に、階層の${at}にない値が ${written(cells)} 件あります（「${foreign.join('」「')}」）。`;
  return checked(claim.item, 'generalizedValues', cells === 0, finding, { cells });
}

const reportUnchecked = (claim: Claim, why: string): CheckReport =>
  checked(
    claim.item,
    'generalizedNotChecked',
    true,
    `「${claim.column.name}」の値が階層の${placeOf(claim)}の値かは確かめていません。${why}`,
  );

const shown = 5;

/** Whether a text is a value of one of the levels; in words why that can't be told. */
function valueTest(
  { column: { name, hierarchy }, levels }: Claim,
  { generalizations }: Expectation,
  areas: AreaTable | null,
): ((value: string) => boolean) | string {
  if (hierarchy.kind === 'none') return () => false;
  if (hierarchy.kind === 'csv') {
    const rows = generalizations[name];
    if (!rows) return '階層の行が多く、報告書に写していないためです。';
    const labels = new Set(rows.flatMap((row) => levels.map((level) => row[level])));
    return (value) => labels.has(value);
  }
  if (hierarchy.unreadable === 'keep') return '読めない値をそのまま残す（unreadable: keep）としたためです。';
  const top = levelsOfRule(hierarchy);
  const tests = levels
    .filter((level) => top === null || level <= top)
    .map((level) => labelTest(hierarchy, level, areas));
  if (tests.includes(null)) return '市区町村の表が渡されていないためです。';
  return (value) => tests.some((test) => test?.(value));
}
