import { join } from 'node:path';
import { explainLimit } from './explainLimit.ts';
import { importTable } from './import/importTable.ts';
import { readRecipe } from './recipe/readRecipe.ts';
import { readReport } from './report/readReport.ts';
import { highestLevels } from './report/reportedLevels.ts';
import type { CheckReport, VerificationReport } from './report/reportTypes.ts';
import { openRun } from './run.ts';
import { makeScratchFolder } from './scratchFolder.ts';
import { checkReport } from './verify/checkReport.ts';
import { verifyOutput } from './verify/verifyOutput.ts';

export interface VerifyOptions {
  /** The folder of a result. */
  readonly folder: string;
  /** The source, where it may be read: values of removed columns and the order of the rows are compared with it. */
  readonly source?: string;
  readonly memoryMiB?: number;
}

/**
 * Verifies a result from its output alone; of the report it takes the recipe, the levels and the digest, and compares
 * its numbers with those that it counted.
 *
 * @throws InputError when the folder holds no result or a file can't be read.
 */
export async function verify({ folder, source, memoryMiB = 2048 }: VerifyOptions): Promise<VerificationReport> {
  const report = await readReport(join(folder, 'report.json'));
  const recipe = readRecipe(JSON.stringify(report.recipe), folder);
  const scratch = await makeScratchFolder();
  const run = await openRun({ folder: scratch.path, memoryMiB });
  try {
    const { format, delimiter, encoding } = recipe.output;
    const verification = await verifyOutput(
      run,
      { path: join(folder, report.outputFile), format, delimiter, encoding },
      {
        ...report,
        recipe,
        levels: highestLevels(report.levels),
        sha256: report.sha256.output,
        sourceHeader: report.columns.map(({ name }) => name),
      },
      source === undefined
        ? null
        : {
            table: await importTable(run, { ...recipe.source, path: source }),
            sha256: report.sha256.input,
            comparesOrder: true,
          },
    );
    // Of an output whose columns are not those of the recipe nothing was counted.
    const isCounted = verification.items[5].checks.every(({ check }) => check !== 'notChecked');
    return isCounted ? withChecks(verification, checkReport(report, recipe, verification)) : verification;
  } catch (error) {
    throw explainLimit(error, folder);
  } finally {
    run.close();
    await scratch.remove();
  }
}

function withChecks(verification: VerificationReport, checks: readonly CheckReport[]): VerificationReport {
  const passed = checks.every((check) => check.passed);
  const { integrity } = verification;
  return {
    ...verification,
    passed: verification.passed && passed,
    integrity: { passed: integrity.passed && passed, checks: [...integrity.checks, ...checks] },
  };
}
