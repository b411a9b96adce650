import { createHash } from 'node:crypto';
import { copyFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildReport } from './buildReport.ts';
import { explainLimit } from './explainLimit.ts';
import { fitMemory } from './fitMemory.ts';
import { machineShare, memoryLimit } from './machineShare.ts';
import type { Outcome } from './outcome.ts';
import type { OnDone } from './partsDone.ts';
import { type PreparedRun, type PrepareOptions, prepareRun } from './prepareRun.ts';
import { publicReport } from './publicReport.ts';
import { readRecipeFile } from './recipe/readRecipeFile.ts';
import { renderPublicReport } from './report/renderPublicReport.ts';
import { renderReport } from './report/renderReport.ts';
import type { Report } from './report/reportTypes.ts';
import { type FlowStep, refuseBrokenFlow } from './rowFlow.ts';
import { openRun, type Run } from './run.ts';
import { raw, statement } from './sql.ts';
import { type Stopwatch, startStopwatch } from './stopwatch.ts';
import { verifyOutput } from './verify/verifyOutput.ts';
import { makeWorkFolder, type WorkFolder } from './workFolder.ts';
import { encodeRows } from './write/encodeRows.ts';
import { refuseTooLarge } from './write/refuseTooLarge.ts';
import { type ReleasedRows, releaseRows } from './write/releasedRows.ts';
import { addSyntheticRows } from './write/syntheticRows.ts';
import { writeOutput } from './write/writeOutput.ts';
import { writtenText } from './write/writtenText.ts';

/** Steps of a run, in their order; the names of `report.seconds`. */
export type AnonymizeStep = 'import' | 'treat' | 'search' | 'write' | 'verify' | 'report';

export interface AnonymizeOptions extends PrepareOptions {
  /** The recipe file; its paths are relative to its folder. */
  readonly recipe: string;
  /** Folder for the result: absent, or empty, or replaced. */
  readonly out: string;
  readonly replace?: boolean;
  /** Threads of the database; all of the machine unless given. The output is the same with any number. */
  readonly threads?: number;
  /** Called when a step begins, with the records that it works on; what it throws ends the run. */
  readonly onStep?: (step: AnonymizeStep, records: number | null) => void;
  /**
   * Called while the output is written and verified, with the share of its rows that are written (Parquet is written at
   * once), and then of the checks that are done, 0 to 1; what it throws ends the run.
   */
  readonly onDone?: OnDone;
}

/** A prepared run with what its report tells of it. */
export interface PlannedRun extends PreparedRun {
  readonly onDone: OnDone;
  readonly recipeBytes: Buffer;
  readonly watch: Stopwatch;
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
  const { recipe, bytes } = await readRecipeFile(options.recipe);
  const work = await makeWorkFolder(options.out, options.replace ?? false);
  const run = await openRun({ folder: work.spill, ...machineShare(recipe, options.threads) });
  const watch = startStopwatch((step, records) => options.onStep?.(step as AnonymizeStep, records));
  try {
    const prepared = await prepareRun(run, recipe, watch, options);
    const outcome: Outcome =
      'refusal' in prepared
        ? { kind: 'refused', refusal: prepared.refusal }
        : await writeAndVerify(run, work, {
            ...prepared,
            recipeBytes: bytes,
            watch,
            onDone: options.onDone ?? (() => undefined),
          });
    if (outcome.kind !== 'refused') await work.release();
    return outcome;
  } catch (error) {
    throw explainLimit(error, options.out, run);
  } finally {
    run.close();
    await work.remove();
  }
}

/** The lines on their way to the file. */
const writersShare = 1 / 3;

async function writeAndVerify(run: Run, work: WorkFolder, planned: PlannedRun): Promise<Outcome> {
  const { recipe, table, watch } = planned;
  watch.step('write', planned.flow.at(-1)?.rowsOut);
  const released = await releaseRows(run, planned.source.treated, planned.planned.encoded, {
    parts: planned.planned.parts,
    suppressedRecords: recipe.output.suppressedRecords,
    keepsRows: recipe.keptOrder !== null,
    neutralizeFormulas: recipe.output.neutralizeFormulas,
    limitMiB: memoryLimit(recipe),
  });
  const rows = await addSyntheticRows(run, released, recipe);
  const flow = [...planned.flow, writeStep(planned, rows)];
  refuseBrokenFlow(flow);
  const encoded = await encodeRows(run, rows, recipe.output, planned.planned.expectation, table);
  if ('refusal' in encoded) return { kind: 'refused', refusal: encoded.refusal };
  const tooLarge = await refuseTooLarge(run, rows, recipe.output);
  if (tooLarge) return { kind: 'refused', refusal: { code: 'tooLarge', message: tooLarge } };
  const outputFile = `output.${recipe.output.format}`;
  const file = join(work.result, outputFile);
  const limitMiB = memoryLimit(recipe);
  await fitMemory(run, limitMiB, { reserved: writersShare });
  const sha256 = await writeOutput(run, rows, recipe, file, planned.onDone);
  await run.execute(statement(raw('DROP TABLE released')));
  watch.step('verify', rows.rows);
  await fitMemory(run, limitMiB, { working: 'alone' });
  const { persons } = planned.source.treated;
  const holders =
    persons === null ? {} : { holders: { persons, suppressedAs: writtenText(null, recipe.output), ids: rows.ids } };
  const expectation = { outputRows: rows.rows, persons, sha256, ...encoded.expectation, ...holders };
  const verification = await verifyOutput(
    run,
    { path: file, format: recipe.output.format, delimiter: recipe.output.delimiter, encoding: recipe.output.encoding },
    { ...expectation, recipe, sourceHeader: table.columns.map(({ name }) => name) },
    {
      source: { table, sha256: table.sha256, comparesOrder: false },
      areas: planned.source.areas,
      onDone: planned.onDone,
    },
  );
  watch.step('report', rows.rows);
  const written = { ...planned, flow, planned: { ...planned.planned, expectation: encoded.expectation } };
  const report = buildReport(written, {
    outputFile,
    sha256,
    rows: rows.rows,
    synthetic: rows.synthetic,
    verification,
    notes: encoded.notes,
  });
  return writeReports(work, report, { 'refused.csv': table.refusedFile, 'unencodable.csv': encoded.replacedFile });
}

/** Marked and synthetic records are written, though no class holds them. */
function writeStep({ recipe, planned, flow }: PlannedRun, { rows, synthetic }: ReleasedRows): FlowStep {
  const given = flow.at(-1)?.rowsOut ?? 0;
  const marked = recipe.output.suppressedRecords === 'mark' ? planned.plan.suppressedRecords : 0;
  return { step: 'write', rowsIn: given, leftOut: -(marked + synthetic), rowsOut: rows };
}

async function writeReports(
  work: WorkFolder,
  written: Report,
  lists: Readonly<Record<string, string | null>>,
): Promise<Outcome> {
  const { verification, outputFile } = written;
  const name = verification.passed ? outputFile : outputFile.replace('output.', 'output.rejected.');
  const report = { ...written, outputFile: name };
  if (name !== outputFile) await rename(join(work.result, outputFile), join(work.result, name));
  const write = (file: string, text: string) => writeFile(join(work.result, file), text, { mode: 0o600 });
  const forPublic = publicReport(report);
  const json = jsonOf(report);
  const copies = Object.entries(lists).map(async ([name, path]) => {
    if (path) await copyFile(path, join(work.result, name));
  });
  await Promise.all([
    write('report.json', json),
    write('report.html', renderReport(report, createHash('sha256').update(json).digest('hex'))),
    write('public-report.json', jsonOf(forPublic)),
    write('public-report.html', renderPublicReport(forPublic)),
    ...copies,
  ]);
  return { kind: verification.passed ? 'released' : 'rejected', report };
}

const jsonOf = (content: unknown) => `${JSON.stringify(content, null, 2)}\n`;
