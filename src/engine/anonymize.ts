import { copyFile, readFile, rename, writeFile } from 'node:fs/promises';
import { availableParallelism, totalmem } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { buildReport } from './buildReport.ts';
import { type ImportedTable, importTable } from './import/importTable.ts';
import type { TableSource } from './import/tableSource.ts';
import { InputError } from './inputError.ts';
import type { Outcome, Refusal } from './outcome.ts';
import { type PlannedRelease, planRelease } from './planRelease.ts';
import { publicReport } from './publicReport.ts';
import { readRecipe } from './recipe/readRecipe.ts';
import type { Recipe } from './recipe/recipe.ts';
import { refuseHeader } from './recipe/refuseHeader.ts';
import type { Report } from './report/reportTypes.ts';
import { openRun, type Run } from './run.ts';
import { type Stopwatch, startStopwatch } from './stopwatch.ts';
import { type TreatedSource, treatSource } from './treatSource.ts';
import { verifyOutput } from './verify/verifyOutput.ts';
import { makeWorkFolder, type WorkFolder } from './workFolder.ts';
import { findUnencodable } from './write/findUnencodable.ts';
import { releaseRows } from './write/releasedRows.ts';
import { writeOutput } from './write/writeOutput.ts';

/** Steps of a run, in their order; the names of `report.seconds`. */
export type AnonymizeStep = 'import' | 'treat' | 'search' | 'write' | 'verify' | 'report';

export interface AnonymizeOptions {
  /** The recipe file; its paths are relative to its folder. */
  readonly recipe: string;
  /** Folder for the result: absent, or empty, or replaced. */
  readonly out: string;
  readonly replace?: boolean;
  /** Threads of the database; all of the machine unless given. The output is the same with any number. */
  readonly threads?: number;
  readonly signal?: AbortSignal;
  readonly onStep?: (step: AnonymizeStep) => void;
  readonly onChecks?: (checks: number, loss: number | null) => void;
}

/**
 * Runs a recipe (加工の手順書): reads, treats, searches, writes, verifies, reports.
 *
 * The folder `out` appears at once, with `output.*`, `report.json` and `public-report.json`; an output that did not pass
 * its verification is named `output.rejected.*`. When nothing can be released the folder is left as it was.
 *
 * @throws InputError when recipe, data or a hierarchy can't be used as given.
 */
export async function anonymize(options: AnonymizeOptions): Promise<Outcome> {
  const recipeBytes = await readRecipeFile(options.recipe);
  const recipe = readRecipe(recipeBytes.toString('utf8'), dirname(resolve(options.recipe)));
  const work = await makeWorkFolder(options.out, options.replace ?? false);
  const run = await openRun({
    folder: work.spill,
    memoryMiB: recipe.search.memoryMiB ?? memoryOfMachine(),
    threads: options.threads ?? availableParallelism(),
  });
  try {
    const outcome = await anonymizeIn(run, work, recipe, recipeBytes, options);
    if (outcome.kind !== 'refused') await work.release();
    return outcome;
  } catch (error) {
    throw isOutOfSpace(error)
      ? new InputError(options.out, '書き込む場所の空きが足りません。空きを増やすか、別の場所にしてください。')
      : error;
  } finally {
    run.close();
    await work.remove();
  }
}

/** The file system is full, or a quota or limit is reached; the database says it in its own words. */
function isOutOfSpace(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const codes = ['ENOSPC', 'EFBIG', 'EDQUOT'];
  return (
    codes.includes((error as NodeJS.ErrnoException).code ?? '') ||
    /No space left on device|File too large/.test(error.message)
  );
}

async function readRecipeFile(path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (error) {
    throw new InputError(
      path,
      `手順書を読めません（${(error as NodeJS.ErrnoException).code ?? error}）。場所を確かめてください。`,
    );
  }
}

/** Half of what the process may use: the other half is for the search and for reading. */
function memoryOfMachine(): number {
  const constrained = process.constrainedMemory();
  const usable = constrained > 0 ? Math.min(constrained, totalmem()) : totalmem();
  return Math.max(256, Math.floor(usable / 2 ** 21));
}

async function anonymizeIn(
  run: Run,
  work: WorkFolder,
  recipe: Recipe,
  recipeBytes: Buffer,
  options: AnonymizeOptions,
): Promise<Outcome> {
  const watch = startStopwatch((step) => options.onStep?.(step as AnonymizeStep));
  watch.step('import');
  const table = await importTable(run, sourceOf(recipe));
  refuseHeader(
    recipe,
    table.columns.map(({ name }) => name),
  );
  if (table.refusedRows > recipe.refusedRows) return refused(tooManyRefusedRows(table, recipe));
  watch.step('treat');
  const source = await treatSource(run, recipe, table);
  watch.step('search');
  const planned = await planRelease(run, recipe, source, options);
  if ('refusal' in planned) return refused(planned.refusal);
  return writeAndVerify(run, work, { recipe, recipeBytes, table, source, planned, watch });
}

const refused = (refusal: Refusal): Outcome => ({ kind: 'refused', refusal });

const sourceOf = ({ folder, source }: Recipe): TableSource => ({
  ...source,
  format: 'csv',
  path: resolve(folder, source.path),
});

function tooManyRefusedRows({ refusedRows, refused: rows }: ImportedTable, recipe: Recipe): Refusal {
  const [first] = rows;
  return {
    code: 'refusedRows',
    refusedRows,
    message: `読めない行が ${refusedRows} 行あり、手順書の refusedRows（${recipe.refusedRows} 行まで）を超えます。最初は ${first?.line} 行目: ${first?.reason}`,
  };
}

/** What a run knows once it has a plan. */
export interface PlannedRun {
  readonly recipe: Recipe;
  readonly recipeBytes: Buffer;
  readonly table: ImportedTable;
  readonly source: TreatedSource;
  readonly planned: PlannedRelease;
  readonly watch: Stopwatch;
}

async function writeAndVerify(run: Run, work: WorkFolder, planned: PlannedRun): Promise<Outcome> {
  const { recipe, table, watch } = planned;
  watch.step('write');
  const rows = await releaseRows(run, planned.source.treated, planned.planned.encoded, {
    levels: planned.planned.plan.levels,
    kept: planned.planned.kept,
    suppressedRecords: recipe.output.suppressedRecords,
    keepsRows: recipe.keptOrder !== null,
    neutralizeFormulas: recipe.output.neutralizeFormulas,
  });
  const unencodable = await findUnencodable(run, rows, recipe.output);
  if (unencodable) {
    const { column, value, character } = unencodable;
    const message = `列「${column}」の値「${value}」の文字「${character}」は、出力の文字コード ${recipe.output.encoding} で書けません。`;
    return refused({ code: 'unencodable', message, column, value });
  }
  const outputFile = `output.${recipe.output.format}`;
  const file = join(work.result, outputFile);
  const sha256 = await writeOutput(run, rows, recipe.output, recipe.seed, file);
  watch.step('verify');
  const expectation = { outputRows: rows.rows, sha256, ...planned.planned.expectation };
  const verification = await verifyOutput(
    run,
    { path: file, format: recipe.output.format, delimiter: recipe.output.delimiter, encoding: recipe.output.encoding },
    { ...expectation, recipe, sourceHeader: table.columns.map(({ name }) => name) },
    { table, sha256: table.sha256, comparesOrder: false },
  );
  watch.step('report');
  const report = buildReport(planned, { outputFile, sha256, rows: rows.rows, verification });
  return writeReports(work, report, table);
}

async function writeReports(work: WorkFolder, written: Report, table: ImportedTable): Promise<Outcome> {
  const { verification, outputFile } = written;
  const name = verification.passed ? outputFile : outputFile.replace('output.', 'output.rejected.');
  const report = { ...written, outputFile: name };
  if (name !== outputFile) await rename(join(work.result, outputFile), join(work.result, name));
  const write = (file: string, content: unknown) =>
    writeFile(join(work.result, file), `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 });
  await write('report.json', report);
  await write('public-report.json', publicReport(report));
  if (table.refusedFile) await copyFile(table.refusedFile, join(work.result, 'refused.csv'));
  return { kind: verification.passed ? 'released' : 'rejected', report };
}
