import type { AreaTable } from '../../japan/areaTable.ts';
import { describeLevel } from '../hierarchy/describeLevel.ts';
import { labelTest, levelsOfRule } from '../hierarchy/labelTest.ts';
import type { RecipeColumn, RuleChoice, StandardItem } from '../recipe/recipe.ts';
import type { CheckReport } from '../report/reportTypes.ts';
import type { Run } from '../run.ts';
import { sql, statement } from '../sql.ts';
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
  const checks: CheckReport[] = [];
  for (const column of writtenColumns(expected)) {
    const placed = placedBy(column);
    if (placed && (expected.levels[column.name] ?? 0) === 0) {
      const claim = { column: { ...column, hierarchy: placed.rule }, levels: [1], item: placed.item };
      checks.push(await checkColumn(run, found, claim, expected, areas));
    }
    if (column.role !== 'quasi') continue;
    const levels = [...new Set(expected.levelSets.map((own) => own[column.name] ?? 0))].toSorted((a, b) => a - b);
    // Values that nothing generalized may be any text, where no file lists them.
    if (levels[0] === 0 && column.hierarchy.kind !== 'csv') continue;
    checks.push(await checkColumn(run, found, { column, levels, item: 5 }, expected, areas));
  }
  return checks;
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

async function checkColumn(
  run: Run,
  found: FoundRows,
  { column, levels, item }: Claim,
  expected: Expectation,
  areas: AreaTable | null,
): Promise<CheckReport> {
  const listed = levels.map((level) => `段階 ${level}${wordOf(column, level)}`).join('、');
  const at = listed.endsWith('）') ? listed : `${listed} `;
  const test = valueTest(column, levels, expected, areas);
  if (typeof test === 'string')
    return checked(
      item,
      'generalizedNotChecked',
      true,
      `「${column.name}」の値が階層の${at}の値かは確かめていません。${test}`,
    );
  const always = new Set([markOf(expected.recipe.output), ...keptLabels(column)]);
  const foreign: string[] = [];
  const { replacement } = expected.recipe.output;
  let [cells, replaced] = [0, 0];
  const cell = plainCell(expected.recipe.output);
  const values = sql`SELECT ${cell} AS value, CAST(n AS DOUBLE) AS n FROM cells WHERE id = ${idOf(found, column.name)} ORDER BY n, 1`;
  for await (const [texts = [], counts = []] of run.stream(statement(values)))
    for (const [index, value] of (texts as string[]).entries()) {
      if (always.has(value) || test(value)) continue;
      if (replacement !== null && value.includes(replacement)) {
        replaced += counts[index] as number;
        continue;
      }
      cells += counts[index] as number;
      if (foreign.length < shown) foreign.push(value);
    }
  const finding =
    cells === 0
      ? `「${column.name}」は、どの値も階層の${at}の値です${replaced === 0 ? '' : `（置き換えた文字「${replacement}」を含む ${written(replaced)} 件は、元の文字が分からないので除きます）`}。`
      : `「${column.name}」に、階層の${at}にない値が ${written(cells)} 件あります（「${foreign.join('」「')}」）。`;
  return checked(item, 'generalizedValues', cells === 0, finding, { cells });
}

const shown = 5;

/** Whether a text is a value of one of the levels; in words why that can't be told. */
function valueTest(
  { name, hierarchy }: RecipeColumn,
  levels: readonly number[],
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
