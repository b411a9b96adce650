import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { explainLimit } from './explainLimit.ts';
import { importTable } from './import/importTable.ts';
import { InputError } from './inputError.ts';
import { readRecipe } from './recipe/readRecipe.ts';
import type { Report, VerificationReport } from './report/reportTypes.ts';
import { openRun } from './run.ts';
import { verifyOutput } from './verify/verifyOutput.ts';

export interface VerifyOptions {
  /** The folder of a result. */
  readonly folder: string;
  /** The source, where it may be read: values of removed columns and the order of the rows are compared with it. */
  readonly source?: string;
  readonly memoryMiB?: number;
}

/**
 * Verifies a result from its output alone; of the report it takes the recipe, the levels and the digest.
 *
 * @throws InputError when the folder holds no result or a file can't be read.
 */
export async function verify({ folder, source, memoryMiB = 2048 }: VerifyOptions): Promise<VerificationReport> {
  const report = await readReport(join(folder, 'report.json'));
  const recipe = readRecipe(JSON.stringify(report.recipe), folder);
  const spill = await mkdtemp(join(tmpdir(), 'tokumei-verify-'));
  const run = await openRun({ folder: spill, memoryMiB });
  try {
    const { format, delimiter, encoding } = recipe.output;
    return await verifyOutput(
      run,
      { path: join(folder, report.outputFile), format, delimiter, encoding },
      { ...report, recipe, sha256: report.sha256.output, sourceHeader: report.columns.map(({ name }) => name) },
      source === undefined
        ? null
        : {
            table: await importTable(run, { ...recipe.source, format: 'csv', path: source }),
            sha256: report.sha256.input,
            comparesOrder: true,
          },
    );
  } catch (error) {
    throw explainLimit(error, folder);
  } finally {
    run.close();
    await rm(spill, { recursive: true, force: true });
  }
}

async function readReport(file: string): Promise<Report> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    throw new InputError(
      file,
      `読めません（${(error as NodeJS.ErrnoException).code ?? error}）。加工の結果のフォルダを指定してください。`,
    );
  }
  try {
    const report = JSON.parse(text) as Report;
    if (typeof report.outputFile === 'string' && typeof report.sha256?.output === 'string' && report.recipe)
      return report;
  } catch {
    // Falls through to the one error for a file that is no report.
  }
  throw new InputError(file, '加工の報告書として読めません。');
}
