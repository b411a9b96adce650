import type { OutputChoice } from '../recipe/recipe.ts';

/** A value of the treated records as a text of the output holds it; null is a suppressed cell. */
export function writtenText(value: string | null, output: OutputChoice): string {
  if (value === null) return output.format === 'csv' ? output.suppressedAs : '';
  return output.neutralizeFormulas && /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
}
