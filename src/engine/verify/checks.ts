import type { StandardItem } from '../recipe/recipe.ts';
import type { CheckReport } from '../report/reportTypes.ts';

/** A check with its outcome. */
export const checked = (
  item: StandardItem | null,
  check: string,
  passed: boolean,
  finding: string,
  numbers: Readonly<Record<string, number | null>> = {},
): CheckReport => ({ item, check, passed, finding, numbers });

/** A whole number as an official writes it: 1,234. */
export const written = (number: number) => String(number).replace(/\B(?=(?:\d{3})+$)/g, ',');
