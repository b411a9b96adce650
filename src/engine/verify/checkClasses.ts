import { type RiskFigures, riskFigures } from '../measure/riskFigures.ts';
import type { ClosenessChoice, DiversityChoice, OutputChoice, Recipe, ShareChoice } from '../recipe/recipe.ts';
import type { CheckReport } from '../report/reportTypes.ts';
import type { Run } from '../run.ts';
import { unreachable } from '../unreachable.ts';
import { writtenText } from '../write/writtenText.ts';
import { checked, written } from './checks.ts';
import { type Expectation, writtenColumns } from './expectation.ts';
import { type FoundRows, idOf } from './foundRows.ts';
import { makeHistogram, type RecountedClasses, recountClasses } from './recountClasses.ts';
import { type RecountedCriterion, recountCloseness, recountDiversity } from './recountCriteria.ts';
import { checkPersons, makePersonHistogram, type PlacedColumn } from './recountPersons.ts';
import { recountShares } from './recountShares.ts';

export interface ClassesCheck {
  readonly checks: readonly CheckReport[];
  readonly classes: Omit<RecountedClasses, 'recordsBelow' | 'uniques'>;
  /** Null where persons can't be counted. */
  readonly risk: RiskFigures | null;
  /** Whether nobody is alone on quasi-identifiers alone. */
  readonly covered: boolean;
}

/**
 * k, l, t and the bounds on shares, recounted from the file (規則62条5号). Where classes are counted in persons, from
 * the file and those who stand behind it; without these only what records can show.
 */
export async function checkClasses(run: Run, found: FoundRows, expected: Expectation): Promise<ClassesCheck> {
  const { recipe, holders } = expected;
  const quasi = writtenColumns(expected)
    .filter(({ role }) => role === 'quasi')
    .map((column) => placed(found, column.name));
  const marks = recipe.output.suppressedRecords === 'mark' && expected.suppressedRecords > 0;
  const mark = marks ? { text: recipe.output.format === 'csv' ? recipe.output.suppressedAs : '' } : null;
  const ids = quasi.map(({ id }) => id);
  const { recordsBelow, uniques, ...classes } = await recountClasses(run, ids, mark, recipe.k);
  const sizes = checked(
    5,
    'k',
    recordsBelow === 0,
    recordsBelow === 0
      ? `同じ組合せの記録は、どの組合せでも ${written(recipe.k)} 件以上です。`
      : `${written(recipe.k)} 件に満たない組合せの記録が ${written(recordsBelow)} 件あります。`,
    { k: recipe.k, smallestClass: classes.smallestClass, recordsBelow },
  );
  const persons = holders ? await checkPersons(run, holders, quasi, recipe.k) : null;
  const counted = persons ? [persons.check] : recipe.personKey.length > 0 ? [notRecounted(recipe)] : [];
  const checks = [sizes, ...counted, ...checkMarks(classes.markedRecords, expected)];
  const histogram = (column: string, size: 'persons' | 'values') =>
    holders
      ? makePersonHistogram(run, holders, quasi, placed(found, column).place, size)
      : makeHistogram(run, ids, idOf(found, column));
  const units = found.rows - found.synthetic - classes.markedRecords;
  const inRecords = riskFigures(
    { units, classes: classes.classes, smallest: classes.smallestClass, uniques },
    'records',
  );
  return {
    checks: [...checks, ...(await checkCriteria(run, expected, histogram))],
    classes,
    risk: recipe.personKey.length === 0 ? inRecords : (persons?.risk ?? null),
    covered: uniques === 0 && classes.markedRecords !== 1,
  };
}

/** Says plainly what was asked in persons and not recounted. */
function notRecounted({ k, personKey, diversity, closeness, shares }: Recipe): CheckReport {
  const ofShares = [...diversity.filter(({ model }) => model !== 'distinct'), ...closeness, ...shares];
  const also =
    ofShares.length === 0 ? '' : `、「${[...new Set(ofShares.map(({ column }) => column))].join('」「')}」の割合の条件`;
  const finding = `k = ${written(k)} 人${also}は、数え直していません。人を見分ける項目「${personKey.join('」「')}」が出力になく、出力だけでは人数が分からないためです。--source で元のデータを示すと数え直します。件数では数え直しました。`;
  return checked(5, 'personsNotRecounted', true, finding);
}

const placed = (found: FoundRows, column: string): PlacedColumn => ({
  id: idOf(found, column),
  place: found.header.indexOf(column),
});

/** Makes the table `histogram` of a sensitive column. */
type HistogramMaker = (column: string, size: 'persons' | 'values') => Promise<void>;

async function checkCriteria(run: Run, expected: Expectation, histogram: HistogramMaker): Promise<CheckReport[]> {
  const { recipe, distributions, hierarchies, holders } = expected;
  const inPersons = recipe.personKey.length > 0;
  const checks: CheckReport[] = [];
  for (const choice of recipe.diversity) {
    // The number of values is the same in records; what is a matter of shares is not.
    if (inPersons && !holders && choice.model !== 'distinct') continue;
    await histogram(choice.column, 'values');
    checks.push(reportDiversity(choice, await recountDiversity(run, choice)));
  }
  if (inPersons && !holders) return checks;
  for (const choice of recipe.closeness) {
    await histogram(choice.column, 'values');
    const distribution = distributions[choice.column] ?? [];
    checks.push(
      reportCloseness(choice, await recountCloseness(run, choice, distribution, hierarchies[choice.column] ?? [])),
    );
  }
  for (const choice of recipe.shares) {
    await histogram(choice.column, 'persons');
    const distribution = distributions[choice.column] ?? [];
    const counted = await recountShares(run, asWritten(choice, recipe.output), distribution, holders?.persons);
    checks.push(reportShares(choice, counted));
  }
  return checks;
}

function checkMarks(markedRecords: number, { recipe, suppressedRecords }: Expectation): CheckReport[] {
  if (recipe.output.suppressedRecords !== 'mark') return [];
  const passed = markedRecords === suppressedRecords;
  const finding = passed
    ? `隠した印だけの記録は ${written(markedRecords)} 件で、組合せに数えていません。`
    : `隠した印だけの記録が ${written(markedRecords)} 件ありますが、隠した記録は ${written(suppressedRecords)} 件です。元の値が印と同じときは、手順書の output → suppressedAs を別の語にしてください。組み合わせて見る項目がすべて隠れた記録があるときは、suppressedRecords を drop にしてください。`;
  return [checked(5, 'markedRecords', passed, finding, { markedRecords, suppressedRecords })];
}

function reportDiversity(choice: DiversityChoice, { worst, recordsFailing }: RecountedCriterion): CheckReport {
  const passed = recordsFailing === 0;
  const asked = diversityWords(choice);
  const finding = passed
    ? `「${choice.column}」の値の多様性（${asked}）は、どの組合せでも満たされています。`
    : `「${choice.column}」の値の多様性（${asked}）を満たさない組合せの記録が ${written(recordsFailing)} 件あります。`;
  return checked(5, 'diversity', passed, finding, { l: choice.l, worst, recordsFailing });
}

function diversityWords(choice: DiversityChoice): string {
  switch (choice.model) {
    case 'distinct':
      return `値が ${written(choice.l)} 種類以上`;
    case 'entropy':
      return `散らばり（エントロピー）が ${choice.l} 種類分以上`;
    case 'recursive':
      return `最も多い値の偏りが c=${choice.c}、l=${choice.l} の範囲`;
    default:
      return unreachable(choice);
  }
}

const distanceWords = {
  equal: 'どの値の違いも同じに見る',
  ordered: '値の順序で見る',
  hierarchical: '値の階層で見る',
} as const satisfies Record<ClosenessChoice['distance'], string>;

function reportCloseness(choice: ClosenessChoice, { worst, recordsFailing }: RecountedCriterion): CheckReport {
  const passed = recordsFailing === 0;
  const finding = passed
    ? `「${choice.column}」の割合の差（${distanceWords[choice.distance]}）は、どの組合せでも ${choice.t} 以下です。`
    : `「${choice.column}」の割合の差（${distanceWords[choice.distance]}）が ${choice.t} を超える組合せの記録が ${written(recordsFailing)} 件あります。`;
  return checked(5, 'closeness', passed, finding, { t: choice.t, worst, recordsFailing });
}

const asWritten = (choice: ShareChoice, output: OutputChoice): ShareChoice =>
  choice.model === 'frequency' && choice.values !== null
    ? { ...choice, values: choice.values.map((value) => writtenText(value, output)) }
    : choice;

function reportShares(choice: ShareChoice, { worst, recordsFailing }: RecountedCriterion): CheckReport {
  const passed = recordsFailing === 0;
  const { words, threshold } = describeShares(choice);
  const finding = passed
    ? `「${choice.column}」の${words}は、どの組合せでも満たされています。`
    : `「${choice.column}」の${words}を満たさない組合せの記録が ${written(recordsFailing)} 件あります。`;
  return checked(5, choice.model, passed, finding, { ...threshold, worst, recordsFailing });
}

function describeShares(choice: ShareChoice) {
  switch (choice.model) {
    case 'frequency':
      return { words: `値の割合の上限（α ${choice.alpha}）`, threshold: { alpha: choice.alpha } };
    case 'disclosure':
      return { words: `割合の変わり方の限度（δ ${choice.delta}）`, threshold: { delta: choice.delta } };
    case 'likeness':
      return { words: `割合の増え方の限度（β ${choice.beta}、${choice.form}）`, threshold: { beta: choice.beta } };
    default:
      return unreachable(choice);
  }
}
