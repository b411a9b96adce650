import { dirname, join } from 'node:path';
import type { AreaTable } from '../japan/areaTable.ts';
import { explainLimit } from './explainLimit.ts';
import { fitMemory } from './fitMemory.ts';
import type { Hierarchy } from './hierarchy/hierarchy.ts';
import type { ReadDatabase } from './import/databaseTable.ts';
import { type ImportedTable, importTable } from './import/importTable.ts';
import { memoryLimit, shareOf } from './machineShare.ts';
import type { OnDone } from './partsDone.ts';
import { usesAreas } from './prepareRun.ts';
import { readRecipe } from './recipe/readRecipe.ts';
import type { Recipe } from './recipe/recipe.ts';
import { type ReplayedRelease, replayRelease } from './replayRelease.ts';
import { readReport } from './report/readReport.ts';
import { highestLevels, levelsInOrder } from './report/reportedLevels.ts';
import type { CheckReport, Report, VerificationReport } from './report/reportTypes.ts';
import { openRun, type Run } from './run.ts';
import { makeScratchFolder } from './scratchFolder.ts';
import { checkReport } from './verify/checkReport.ts';
import { checkReportFiles } from './verify/checkReportFiles.ts';
import { type VerifiedSource, verifyOutput } from './verify/verifyOutput.ts';

export interface VerifyOptions {
  /** The folder of a result. */
  readonly folder: string;
  /**
   * The source, where it may be read: values of removed columns and the order of the rows are compared with it, the recipe
   * is applied to it once more, and persons are counted.
   */
  readonly source?: string;
  /** The recipe file, where files beside it (hierarchies, lists) are needed to apply it once more. */
  readonly recipe?: string;
  /** Reads the tables of municipalities and towns; called when the recipe has a hierarchy that needs them. */
  readonly areas?: () => AreaTable | Promise<AreaTable>;
  /** Reads the source, where it is a table of a database. */
  readonly readDatabase?: ReadDatabase;
  /** For the whole process, in MiB; what the recipe says unless given, and else half of the machine's. */
  readonly memoryMiB?: number;
  /** Called with the share of the checks that are done, 0 to 1. */
  readonly onDone?: OnDone;
}

/**
 * Verifies a result from its output alone; of the report it takes the recipe, the levels and the digest, and compares
 * its numbers with those that it counted.
 *
 * @throws InputError when the folder holds no result or a file can't be read.
 */
export async function verify(options: VerifyOptions): Promise<VerificationReport> {
  const { folder } = options;
  const report = await readReport(join(folder, 'report.json'));
  const recipe = readRecipe(JSON.stringify(report.recipe), options.recipe ? dirname(options.recipe) : folder);
  const scratch = await makeScratchFolder();
  const limitMiB = options.memoryMiB ?? memoryLimit(recipe);
  const run = await openRun({ folder: scratch.path, ...shareOf(limitMiB) });
  try {
    const areas = usesAreas(recipe) ? ((await options.areas?.()) ?? null) : null;
    const source = await readSource(run, recipe, report, areas, { ...options, memoryMiB: limitMiB });
    const { format, delimiter, encoding } = recipe.output;
    await fitMemory(run, limitMiB, { working: 'alone' });
    const verification = await verifyOutput(
      run,
      { path: join(folder, report.outputFile), format, delimiter, encoding },
      {
        ...report,
        recipe,
        levels: highestLevels(report.levels),
        levelSets: levelsInOrder(report.levels),
        sha256: report.sha256.output,
        sourceHeader: report.columns.map(({ name }) => name),
        ...(source?.replayed?.holders ? { holders: source.replayed.holders } : {}),
      },
      { source: source?.verified ?? null, areas, onDone: options.onDone },
    );
    // Of an output whose columns are not those of the recipe nothing was counted.
    const isCounted = verification.items[5].checks.every(({ check }) => check !== 'notChecked');
    if (!isCounted) return verification;
    return withChecks(verification, [
      ...checkReport(report, recipe, verification, source?.replayed?.counts ?? null),
      ...(await checkReportFiles(folder)),
    ]);
  } catch (error) {
    throw explainLimit(error, folder, run);
  } finally {
    run.close();
    await scratch.remove();
  }
}

interface ReadSource {
  readonly verified: VerifiedSource;
  readonly replayed: ReplayedRelease | null;
}

async function readSource(
  run: Run,
  recipe: Recipe,
  report: Report,
  areas: AreaTable | null,
  { source, recipe: file, readDatabase, memoryMiB: limitMiB }: VerifyOptions & { readonly memoryMiB: number },
): Promise<ReadSource | null> {
  if (source === undefined) return null;
  const table = await importTable(run, { ...recipe.source, path: source }, readDatabase ? { readDatabase } : {});
  const hierarchies = hierarchiesOf(recipe, report);
  const isSame = isSourceOf(report, table);
  const hasTables = areas !== null || !usesAreas(recipe);
  const isComplete = hasTables && (file !== undefined || (hierarchies !== null && !needsMoreFiles(recipe)));
  const replayed =
    isSame && isComplete
      ? await replayRelease(run, recipe, table, report, {
          ...{ areas, limitMiB },
          ...(file === undefined && hierarchies ? { hierarchies } : {}),
        })
      : null;
  const verified = { table, sha256: report.sha256.input, comparesOrder: true };
  // Another source than that of the run is a fault by itself.
  return { verified: isSame ? { ...verified, derived: replayed?.rows.ids ?? null } : verified, replayed };
}

const isSourceOf = ({ sha256, columns }: Report, table: ImportedTable) =>
  sha256.input === table.sha256 &&
  columns.map(({ name }) => name).join('\n') === table.columns.map(({ name }) => name).join('\n');

/** The hierarchies of files as the report holds them; null where it lacks one. */
function hierarchiesOf({ columns }: Recipe, { generalizations, hierarchies }: Report): Map<string, Hierarchy> | null {
  const found = new Map<string, Hierarchy>();
  for (const { name: column, role, hierarchy } of columns) {
    if (hierarchy.kind !== 'csv') continue;
    const rows = generalizations[column] ?? hierarchies[column];
    if (!rows && role === 'quasi') return null;
    if (rows) found.set(column, { column, levels: rows[0]?.length ?? 0, rows, notes: [] });
  }
  return found;
}

/** Files of treatments and record steps stand in no report. */
const needsMoreFiles = ({ columns, records }: Recipe) =>
  records.some(({ kind }) => kind === 'objectors') ||
  columns.some(({ treatments }) => treatments.some(({ kind }) => kind === 'hierarchyLevel'));

function withChecks(verification: VerificationReport, checks: readonly CheckReport[]): VerificationReport {
  const passed = checks.every((check) => check.passed);
  const { integrity } = verification;
  return {
    ...verification,
    passed: verification.passed && passed,
    integrity: { passed: integrity.passed && passed, checks: [...integrity.checks, ...checks] },
  };
}
