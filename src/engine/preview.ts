import { reportedLevels } from './buildReport.ts';
import { explainLimit } from './explainLimit.ts';
import { machineShare } from './machineShare.ts';
import type { Refusal } from './outcome.ts';
import { type PrepareOptions, prepareRun } from './prepareRun.ts';
import { readRecipeFile } from './recipe/readRecipeFile.ts';
import type { ReportedLevels } from './report/reportedLevels.ts';
import { openRun } from './run.ts';
import { makeScratchFolder } from './scratchFolder.ts';
import { startStopwatch } from './stopwatch.ts';

export interface PreviewOptions extends PrepareOptions {
  /** The recipe file; its paths are relative to its folder. */
  readonly recipe: string;
}

/** What a recipe would release; the same numbers as in the report of the run. */
export interface Preview {
  readonly rows: number;
  readonly suppressedRecords: number;
  readonly suppressedBy: Readonly<Record<string, number>>;
  readonly levels: ReportedLevels;
  readonly loss: number;
  readonly optimal: boolean;
  readonly gap: number;
  readonly classes: number;
  readonly smallestClass: number | null;
  readonly seconds: Readonly<Record<string, number>>;
  readonly peakMemoryMiB: number;
}

/**
 * Finds the plan of a recipe and writes nothing.
 * @throws InputError when recipe, data or a hierarchy can't be used as given.
 */
export async function preview(options: PreviewOptions): Promise<Preview | { readonly refusal: Refusal }> {
  const { recipe } = await readRecipeFile(options.recipe);
  const scratch = await makeScratchFolder();
  const run = await openRun({ folder: scratch.path, ...machineShare(recipe) });
  const watch = startStopwatch(() => {});
  try {
    const prepared = await prepareRun(run, recipe, watch, options);
    if ('refusal' in prepared) return prepared;
    const { plan } = prepared.planned;
    const { suppressedRecords, suppressedBy, loss, optimal, gap, classes, smallestClass } = plan;
    return {
      rows: prepared.table.rows + prepared.table.refusedRows,
      ...{ suppressedRecords, suppressedBy, loss, optimal, gap, classes, smallestClass },
      levels: reportedLevels({ recipe, planned: prepared.planned }),
      seconds: watch.seconds(),
      peakMemoryMiB: Math.round(process.resourceUsage().maxRSS / 1024),
    };
  } catch (error) {
    throw explainLimit(error, options.recipe, run);
  } finally {
    run.close();
    await scratch.remove();
  }
}
