import type { CheckReport } from '../report/reportTypes.ts';
import type { Run } from '../run.ts';
import { checked, written } from './checks.ts';
import type { Expectation } from './expectation.ts';
import type { FoundRows } from './foundRows.ts';
import { checkRowOrder } from './rowOrder.ts';

/** The order of the rows holds nothing of the source: it would link both (規則62条3号). */
export async function checkOrder(run: Run, found: FoundRows, { recipe }: Expectation): Promise<CheckReport[]> {
  if (recipe.keptOrder !== null)
    return [checked(3, 'rowOrder', true, `行の順は元のデータのままです（理由: ${recipe.keptOrder}）。`)];
  const { scattered, misplaced } = await checkRowOrder(run, found, recipe.seed);
  const passed = scattered === 0 && misplaced === 0;
  const finding = passed
    ? '行の順は、出力の行の内容だけから鍵付きで決まり、元のデータの順を含みません。'
    : `行の順が、出力の行の内容から決まる順と ${written(scattered + misplaced)} か所で違います。`;
  return [checked(3, 'rowOrder', passed, finding, { scattered, misplaced })];
}
