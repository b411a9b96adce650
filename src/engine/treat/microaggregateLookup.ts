import { InputError } from '../inputError.ts';
import type { Treatment } from '../recipe/recipe.ts';
import type { Run } from '../run.ts';
import { joined, name, raw, sql, statement } from '../sql.ts';
import { groupByDistance } from './groupByDistance.ts';
import { groupInOrder } from './groupInOrder.ts';
import type { SourceRecords } from './recordSteps.ts';
import { representatives } from './representatives.ts';
import type { TreatmentStep } from './treatmentPlan.ts';
import { keptLabels, lookupTable } from './treatmentSql.ts';

type Microaggregate = Extract<Treatment, { kind: 'microaggregate' }>;

/**
 * Makes the table of the representatives of a step, `v0`, `v1` … and `label` (ミクロアグリゲーション). Records with equal
 * values stand in the same group. A column alone is grouped in the order of its numbers, with the least possible sum of
 * squares; columns of a group by MDAV. What is no number is suppressed, in a group of columns with all that belongs to it.
 *
 * @throws InputError when fewer than k records have numbers.
 */
export async function makeMicroaggregateLookup(
  run: Run,
  step: TreatmentStep,
  treatment: Microaggregate,
  { from, count }: SourceRecords,
): Promise<void> {
  const cells = step.beside.map((id) => name(id));
  const present = joined(
    cells.map((cell) => sql`${cell} IS NOT NULL`),
    ' AND ',
  );
  const columns = await run.columns(
    statement(
      sql`SELECT ${joined(cells)}, CAST(${count} AS DOUBLE) AS n FROM ${from} WHERE ${present} GROUP BY ${joined(cells)} ORDER BY ${joined(cells)}`,
    ),
  );
  const texts = columns.slice(0, -1) as string[][];
  const place = step.beside.indexOf(step.before);
  const labels = labelsOf(step, treatment, texts, columns.at(-1) as number[], place);
  const table = lookupTable(step);
  const keys = texts.map((_, index) => sql`${name(`v${index}`)} VARCHAR`);
  await run.execute(statement(sql`CREATE TABLE ${name(table)} (${joined([...keys, raw('label VARCHAR')])})`));
  await run.append(
    table,
    [...texts, labels].map((values) => ({ type: 'VARCHAR', values })),
  );
}

/** The label of each combination of values; null = suppressed. */
function labelsOf(
  { column }: TreatmentStep,
  { k, representative }: Microaggregate,
  texts: readonly (readonly string[])[],
  counts: readonly number[],
  place: number,
): (string | null)[] {
  const own = texts[place] ?? [];
  const numbers = texts.map((one) => one.map(numberOf));
  const readable = counts.flatMap((_, index) => (numbers.every((one) => one[index] !== null) ? [index] : []));
  const records = readable.reduce((sum, index) => sum + (counts[index] ?? 0), 0);
  if (records < k)
    throw new InputError(
      `手順書の columns → ${column.name} → treat → microaggregate → k`,
      `値「${k}」は使えません。数として読める記録は ${records} 件しかありません。`,
    );
  const points = numbers.map((one) => Float64Array.from(readable, (index) => one[index] ?? 0));
  const weights = Float64Array.from(readable, (index) => counts[index] ?? 0);
  const [alone, ...more] = points;
  const groups = alone && more.length === 0 ? groupInOrder(alone, weights, k) : groupByDistance(points, weights, k);
  const decimals = Math.max(0, ...readable.map((index) => decimalsOf(own[index] ?? '')));
  const words = representatives(points[place] ?? new Float64Array(), weights, groups, representative, decimals);
  const kept = new Set(texts.length === 1 ? ['', ...keptLabels(column)] : ['']);
  const labels = own.map((text) => (kept.has(text) ? text : null));
  for (const [position, index] of readable.entries()) labels[index] = words[groups[position] ?? 0] ?? null;
  return labels;
}

/** Full-width digits are read as numbers too. */
function numberOf(text: string): number | null {
  const plain = text.normalize('NFKC').trim();
  return /^[-+]?\d+(\.\d+)?$/.test(plain) ? Number(plain) : null;
}

const decimalsOf = (text: string) => text.normalize('NFKC').trim().split('.')[1]?.length ?? 0;
