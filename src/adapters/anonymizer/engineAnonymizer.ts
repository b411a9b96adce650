import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Anonymized, Anonymizer, AnonymizerOrder, Profiled } from '../../app/ports/anonymizer.ts';
import { anonymize, InputError, profile, type Report } from '../../engine/index.ts';
import { japaneseAreas } from '../areas/japaneseAreas.ts';

/** The anonymization engine as the procedure uses it: one recipe, one source, one folder. */
export function createEngineAnonymizer(): Anonymizer {
  return {
    profile: (order) => look(order).catch(asRefusal),
    anonymize: (order) => run(order).catch(asRefusal),
  };
}

async function look({ folder, source: { path } }: Parameters<Anonymizer['profile']>[0]): Promise<Profiled> {
  const { source, rows, columns } = await profile({ path, folder });
  const { format, delimiter, encoding } = source;
  return {
    outcome: 'profiled',
    profile: {
      source: { format, delimiter, encoding },
      rows,
      columns: columns.map(({ name, role, kind, type, distinct, empty, cuts }) => ({
        ...{ name, role, kind, type, distinct, empty, cuts },
      })),
    },
  };
}

async function run({ folder, source, recipe: text, onStep, onSearch, signal }: AnonymizerOrder): Promise<Anonymized> {
  const recipe = join(folder, 'recipe.json');
  const out = join(folder, 'result');
  await writeFile(recipe, withSource(text, source.path), { mode: 0o600 });
  const outcome = await anonymize({
    recipe,
    out,
    areas: japaneseAreas,
    ...(signal ? { signal } : {}),
    onSearch: ({ left }) => onSearch?.(left),
    onStep: (step, records) => {
      signal?.throwIfAborted();
      onStep?.(step, records);
    },
  });
  if (outcome.kind === 'refused')
    return { outcome: 'refused', place: outcome.refusal.code, message: outcome.refusal.message };
  return { outcome: 'made', made: madeOf(outcome.report, out) };
}

/** The recipe with the handed-in source in the place of the one that it names. */
function withSource(text: string, path: string): string {
  const recipe = parse(text);
  const source = typeof recipe.source === 'object' ? recipe.source : {};
  return JSON.stringify({ ...recipe, source: { ...source, path } });
}

function parse(text: string): Record<string, unknown> {
  try {
    const recipe: unknown = JSON.parse(text);
    if (typeof recipe === 'object' && recipe !== null) return recipe as Record<string, unknown>;
  } catch (error) {
    throw new InputError('手順書', `JSON として読めません: ${error instanceof Error ? error.message : String(error)}`);
  }
  throw new InputError('手順書', '項目の集まり { … } で書いてください。');
}

const madeOf = (report: Report, out: string) => ({
  output: { name: report.outputFile, path: join(out, report.outputFile) },
  report: { name: 'report.json', path: join(out, 'report.json') },
  reportPage: { name: 'report.html', path: join(out, 'report.html') },
  publicReport: { name: 'public-report.json', path: join(out, 'public-report.json') },
  publicReportPage: { name: 'public-report.html', path: join(out, 'public-report.html') },
  rows: report.rows,
  outputRows: report.outputRows,
  suppressedRecords: report.suppressedRecords,
  // Some of the suppressed persons may have other records left: at least so many are in the output.
  persons: report.persons === null ? report.outputRows : report.persons - (report.suppressedPersons ?? 0),
  items: report.columns.filter(({ written }) => written).map(({ name }) => name),
  check: {
    passed: report.verification.passed,
    items: itemsOf(report),
    smallestClass: report.verification.smallestClass,
    classes: report.verification.classes,
  },
  engineVersion: report.engineVersion,
});

function itemsOf({ verification: { items } }: Report) {
  const passed = (item: keyof typeof items) => items[item].passed;
  return { '1': passed(1), '2': passed(2), '3': passed(3), '4': passed(4), '5': passed(5) };
}

function asRefusal(error: unknown): Extract<Anonymized & Profiled, { outcome: 'refused' }> {
  if (error instanceof InputError) return { outcome: 'refused', place: error.place, message: error.message };
  throw error;
}
