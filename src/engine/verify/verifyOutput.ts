import type { AreaTable } from '../../japan/areaTable.ts';
import type { ImportedTable } from '../import/importTable.ts';
import type { TableSource } from '../import/tableSource.ts';
import { type OnDone, partsDone } from '../partsDone.ts';
import { isDropped } from '../recipe/readRecipe.ts';
import type { RecipeColumn, StandardItem } from '../recipe/recipe.ts';
import type { CheckReport, VerificationReport } from '../report/reportTypes.ts';
import type { Run } from '../run.ts';
import { standardItems } from '../treat/treatmentPlan.ts';
import { makeCells } from './cells.ts';
import { checkClasses } from './checkClasses.ts';
import { checkCodedValues } from './checkCodedValues.ts';
import { checkCodeShapes } from './checkCodeShapes.ts';
import { checkDerivedRows } from './checkDerivedRows.ts';
import { checkDistributions } from './checkDistributions.ts';
import { checkDroppedRecords } from './checkDroppedRecords.ts';
import { checkGeneralizedValues } from './checkGeneralizedValues.ts';
import { checkMicroaggregates } from './checkMicroaggregates.ts';
import { checkOrder, checkSourceOrder } from './checkOrder.ts';
import { checkPseudoIdMapping } from './checkPseudoIdMapping.ts';
import { checkPseudoIds } from './checkPseudoIds.ts';
import { checkRemovedValues, itemOfRemoval } from './checkRemovedValues.ts';
import { checkSwapped } from './checkSwapped.ts';
import { checkSynthetic } from './checkSynthetic.ts';
import { checked, written } from './checks.ts';
import { checkTreatedForms } from './checkTreatedForms.ts';
import { type Expectation, writtenColumns } from './expectation.ts';
import { type FoundRows, findRows, idOf } from './foundRows.ts';
import { holdersOfOutput } from './holdersOfOutput.ts';
import { isPseudoId } from './pseudoIdOf.ts';
import { describeSearchRule } from './removedValues.ts';
import { type PublishedColumn, singleOut } from './singlingOut.ts';
import { countAlone, listSingularValues } from './singularValues.ts';

/** The source, where the verification may read it. */
export interface VerifiedSource {
  readonly table: ImportedTable;
  /** SHA-256 that the report gives. */
  readonly sha256: string;
  /** Whether the order of the rows is compared with that of the source as well: a second pass over it. */
  readonly comparesOrder: boolean;
  /** Columns of the table `released`, where the recipe was applied to it once more; null where that could not be. */
  readonly derived?: readonly string[] | null;
}

/** What a verification may look at beside the output. */
export interface VerificationMeans {
  readonly source: VerifiedSource | null;
  readonly areas: AreaTable | null;
  /** Called with the share of the checks that are done. */
  readonly onDone?: OnDone | undefined;
}

/**
 * Verifies an output by reading it again: nothing that the search or the writing counted is used.
 *
 * @param run a database of its own.
 * @param file the output.
 */
export async function verifyOutput(
  run: Run,
  file: TableSource,
  given: Expectation,
  means: VerificationMeans,
): Promise<VerificationReport> {
  const { source } = means;
  const found = await findRows(run, file, given.recipe.synthesis?.mark ?? null);
  const integrity = checkIntegrity(found, given);
  const complete = integrity.every(({ check, passed }) => check !== 'header' || passed);
  if (!complete) return brokenReport(found, integrity, source !== null);
  await makeCells(run, found);
  const expected = await withHolders(run, found, given);
  const further = furtherChecks(run, found, expected, means);
  const done = partsDone(further.length + otherParts, means.onDone);
  done.next();
  const { checks: classChecks, classes, risk, covered } = await checkClasses(run, found, expected);
  done.next();
  const removed = await checkAgainstSource(run, found, expected, source);
  done.next();
  const rare = rareBelow(expected);
  const telling = writtenColumns(expected).flatMap((column) => (isPseudoId(column) ? [] : [idOf(found, column.name)]));
  const checks = [...checkRemovedColumns(expected, found), ...removed.checks];
  for (const check of further) {
    checks.push(...(await check()));
    done.next();
  }
  checks.push(...classChecks, ...(await checkDistributions(run, found, expected)));
  const singlingOut = await singleOut(run, publishedColumns(found, expected, telling, covered), done.within);
  done.next();
  const whole = [...integrity, ...checks.filter(({ item }) => item === null)];
  return {
    ...byItem(checks),
    passed: [...whole, ...checks].every(({ passed }) => passed),
    withSource: source !== null,
    integrity: { passed: whole.every(({ passed }) => passed), checks: whole },
    rows: found.rows,
    ...classes,
    aloneOnAllColumns: await countAlone(run, found, telling),
    risk,
    singlingOut,
    singular: await listSingularValues(run, found, telling, rare),
    searched: removed.searched,
    searchRule: describeSearchRule(rare),
  };
}

/** Reading the output, its classes, the source, and who is alone. */
const otherParts = 4;

/** The checks that stand by themselves, in the order in which they are told. */
function furtherChecks(
  run: Run,
  found: FoundRows,
  expected: Expectation,
  { source, areas }: VerificationMeans,
): (() => readonly CheckReport[] | Promise<readonly CheckReport[]>)[] {
  const derived = source?.derived;
  return [
    () => checkCodeShapes(run, found, expected),
    () => checkPseudoIds(run, found, expected, source?.table ?? null),
    () => checkOrder(run, found, expected),
    () => checkCodedValues(run, found, expected),
    () => checkTreatedForms(run, found, expected),
    () => checkMicroaggregates(run, found, expected),
    () => checkDroppedRecords(run, found, expected),
    () => checkSynthetic(found, expected),
    () => checkGeneralizedValues(run, found, expected, areas),
    () => (derived === undefined ? [] : checkDerivedRows(run, found, expected, derived)),
    () => (derived ? checkPseudoIdMapping(run, found, expected, derived) : []),
    () => (source ? checkSwapped(run, found, expected, source.table) : []),
  ];
}

/** Who stands behind the output: as the run or the source tells, or else the output itself. */
async function withHolders(run: Run, found: FoundRows, expected: Expectation): Promise<Expectation> {
  if (expected.holders || expected.recipe.personKey.length === 0) return expected;
  const holders = await holdersOfOutput(run, found, expected);
  return holders ? { ...expected, holders } : expected;
}

/** The columns by which someone could be singled out; a pseudo-ID tells nothing outside the output. */
function publishedColumns(
  found: FoundRows,
  expected: Expectation,
  telling: readonly string[],
  covered: boolean,
): PublishedColumn[] {
  return writtenColumns(expected)
    .map(({ name: header, role }) => ({ header, id: idOf(found, header), covered: covered && role === 'quasi' }))
    .filter(({ id }) => telling.includes(id));
}

/** A value that fewer records hold may tell of one person; at least 3, so that k = 1 still searches. */
const rareBelow = ({ recipe }: Expectation) => Math.max(recipe.k, 3);

function byItem(checks: readonly CheckReport[]): Pick<VerificationReport, 'items'> {
  const of = (item: StandardItem) => {
    const own = checks.filter((check) => check.item === item);
    return { passed: own.every(({ passed }) => passed), checks: own };
  };
  return { items: { 1: of(1), 2: of(2), 3: of(3), 4: of(4), 5: of(5) } };
}

function brokenReport(found: FoundRows, integrity: readonly CheckReport[], withSource: boolean): VerificationReport {
  const items = byItem(
    standardItems.map((item) =>
      checked(item, 'notChecked', false, '出力の項目が手順書と合わないため、確かめられません。'),
    ),
  );
  return {
    ...items,
    passed: false,
    withSource,
    integrity: { passed: false, checks: integrity },
    rows: found.rows,
    classes: 0,
    classSizes: [],
    smallestClass: null,
    markedRecords: 0,
    aloneOnAllColumns: 0,
    risk: null,
    singlingOut: { upTo: 0, sizes: [], worst: [] },
    singular: [],
    searched: [],
    searchRule: '',
  };
}

function checkIntegrity(found: FoundRows, expected: Expectation): CheckReport[] {
  const { synthesis } = expected.recipe;
  const names = [...writtenColumns(expected).map((column) => column.name), ...(synthesis ? [synthesis.mark] : [])];
  const sameHeader = names.length === found.header.length && names.every((one, index) => one === found.header[index]);
  const sameBytes = found.sha256 === expected.sha256;
  const sameRows = found.rows === expected.outputRows && found.refusedRows === 0;
  return [
    checked(
      null,
      'digest',
      sameBytes,
      sameBytes
        ? '出力ファイルのダイジェスト（SHA-256）が報告書と一致します。'
        : '出力ファイルが、作成した後に変わっています。',
    ),
    checked(null, 'header', sameHeader, sameHeader ? '出力の項目は手順書のとおりです。' : wrongHeader(found)),
    checked(
      null,
      'rows',
      sameRows,
      `出力は ${written(found.rows)} 行、報告書では ${written(expected.outputRows)} 行です。`,
      {
        found: found.rows,
        expected: expected.outputRows,
      },
    ),
  ];
}

const wrongHeader = ({ header, unreadable }: FoundRows) =>
  unreadable === undefined
    ? `出力の項目が手順書と違います: 「${header.join('」「')}」`
    : `出力を読めません: ${unreadable}`;

/** The removed columns are not in the output: one check per item that removes any. */
function checkRemovedColumns(expected: Expectation, found: FoundRows): CheckReport[] {
  const removed = expected.recipe.columns.filter(isDropped);
  return standardItems.flatMap((item) => {
    const own = removed.filter((column) => itemOfRemoval(column) === item).map((column) => column.name);
    if (own.length === 0) return [];
    const left = own.filter((one) => found.header.includes(one));
    const finding =
      left.length === 0
        ? `「${own.join('」「')}」は出力にありません。`
        : `「${left.join('」「')}」が出力に残っています。`;
    return [checked(item, 'removedColumns', left.length === 0, finding, { removed: own.length, left: left.length })];
  });
}

async function checkAgainstSource(run: Run, found: FoundRows, expected: Expectation, source: VerifiedSource | null) {
  if (!source) return { checks: [], searched: [] };
  const { table, sha256, comparesOrder } = source;
  const header = table.columns.map((column) => column.name);
  if (header.join('\n') !== expected.sourceHeader.join('\n'))
    return {
      checks: [checked(null, 'sourceHeader', false, `元のデータの項目が違います: 「${header.join('」「')}」`)],
      searched: [],
    };
  const same = table.sha256 === sha256;
  const digest = checked(
    null,
    'sourceDigest',
    same,
    same ? '元のデータのダイジェスト（SHA-256）が報告書と一致します。' : '元のデータが、作成したときのものと違います。',
  );
  const searched = expected.recipe.columns.filter(needsSearch);
  const search = await checkRemovedValues(run, table, searched, found, rareBelow(expected));
  const order = comparesOrder ? await checkSourceOrder(run, table, found, expected) : [];
  return { checks: [digest, ...search.checks, ...order], searched: search.searched };
}

/**
 * Columns whose values the standard wants gone: (1) identifying, (2) codes, (3) linking codes, and free text; or of which
 * a part is taken away under one of these items.
 */
const needsSearch = ({ role, treatments }: RecipeColumn) =>
  role === 'identifying' ||
  role === 'identificationCode' ||
  role === 'linkingCode' ||
  role === 'free' ||
  treatments.some(({ item }) => item <= 3);
