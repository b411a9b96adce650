import { InputError } from '../inputError.ts';
import type { LabelReader } from './labelReader.ts';

const mostLevels = 40;

/**
 * Hides one more character from the end at each level: A1234 → A123*, A12**. Shorter values stand as if blanks filled them up.
 *
 * @param values the values that occur; the longest of them says how many levels there are.
 * @throws InputError for values that are too long to be codes.
 */
export function redactReader(column: string, values: readonly (string | null)[]): LabelReader {
  const length = values.reduce((longest, value) => Math.max(longest, [...(value ?? '')].length), 1);
  if (length > mostLevels)
    throw new InputError(
      `列「${column}」の階層 redact`,
      `最も長い値が ${length} 字あります。redact は ${mostLevels} 字までの符号に使えます。`,
    );
  const hidden = Array.from({ length: length - 1 }, (_, index) => index + 1);
  return {
    levels: hidden.map((count) => `末尾 ${count} 字を隠す`),
    read: (value) => hidden.map((count) => [...value].slice(0, length - count).join('') + '*'.repeat(count)),
  };
}
