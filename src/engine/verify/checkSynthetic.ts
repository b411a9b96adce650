import type { CheckReport } from '../report/reportTypes.ts';
import { syntheticRecords } from '../write/syntheticRows.ts';
import { checked, written } from './checks.ts';
import type { Expectation } from './expectation.ts';
import type { FoundRows } from './foundRows.ts';

/** As many records are marked as synthetic as the recipe asks for; no class counts them. */
export function checkSynthetic({ rows, synthetic }: FoundRows, { recipe }: Expectation): CheckReport[] {
  const { synthesis } = recipe;
  if (!synthesis) return [];
  const wanted = syntheticRecords(synthesis.share, rows - synthetic);
  const passed = synthetic === wanted;
  const finding = passed
    ? `疑似データは ${written(synthetic)} 件で、「${synthesis.mark}」が 1 です。k などの数には入れていません。`
    : `疑似データの印のある記録が ${written(synthetic)} 件ありますが、手順書によれば ${written(wanted)} 件です。`;
  return [checked(5, 'synthetic', passed, finding, { synthetic })];
}
