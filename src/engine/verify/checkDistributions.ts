import type { CheckReport } from '../report/reportTypes.ts';
import type { Run } from '../run.ts';
import { sql, statement } from '../sql.ts';
import { checked, written } from './checks.ts';
import type { Expectation } from './expectation.ts';
import { type FoundRows, idOf } from './foundRows.ts';

/**
 * The distribution that classes are compared with is that of the output and the records left out of it: it counts
 * them all, and of no value fewer than the output holds.
 */
export async function checkDistributions(run: Run, found: FoundRows, expected: Expectation): Promise<CheckReport[]> {
  const { recipe, suppressedRecords, distributions } = expected;
  const leftOut = recipe.output.suppressedRecords === 'drop' ? suppressedRecords : 0;
  // A distribution in persons can't be told from records.
  if (recipe.personKey.length > 0) return [];
  const checks: CheckReport[] = [];
  const compared = [...recipe.closeness, ...recipe.shares.filter(({ model }) => model !== 'frequency')];
  for (const column of new Set(compared.map((choice) => choice.column))) {
    const stated = new Map((distributions[column] ?? []).map(({ value, records }) => [value ?? '', records]));
    const cells = await run.rows<{ value: string; n: number }>(
      statement(sql`SELECT value, n FROM cells WHERE id = ${idOf(found, column)}`),
    );
    const beyond = cells.filter(({ value, n }) => n > (stated.get(value) ?? 0));
    const records = [...stated.values()].reduce((sum, one) => sum + one, 0);
    const passed = beyond.length === 0 && records === found.rows - found.synthetic + leftOut;
    const finding = passed
      ? `「${column}」の全体の分布（${written(records)} 件）は、出力と、除いた記録を合わせたものです。`
      : `「${column}」の全体の分布（${written(records)} 件）が、出力と合いません。`;
    checks.push(checked(5, 'distribution', passed, finding, { records, values: stated.size }));
  }
  return checks;
}
