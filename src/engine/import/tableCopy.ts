import type { FileHandle } from 'node:fs/promises';
import { InputError } from '../inputError.ts';
import { watchCharacters } from './watchCharacters.ts';

/** Writes the rows of a table as CSV, every cell in quotes. */
export function tableCopy(source: string, file: FileHandle, mostBytes = Number.POSITIVE_INFINITY) {
  const watch = watchCharacters(source);
  let [rows, longest, bytes, innerLines] = [0, 0, 0, false];
  let lines: string[] = [];
  return {
    add(cells: readonly string[]): void {
      const line = `${cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')}\n`;
      innerLines ||= /[\r\n]/.test(line.slice(0, -1));
      rows += 1;
      lines.push(line);
    },
    async flush(): Promise<void> {
      if (lines.length === 0) return;
      longest = lines.reduce((most, line) => Math.max(most, Buffer.byteLength(line)), longest);
      const piece = Buffer.from(lines.join(''));
      lines = [];
      bytes += piece.length;
      if (bytes > mostBytes)
        throw new InputError(source, `表の文字が ${Math.floor(mostBytes / 2 ** 20)} MiB を超えるため、読みません。`);
      watch.add(piece);
      await file.writeFile(piece);
    },
    result: () => ({ rows, innerLines, longest, characters: watch.notes() }),
  };
}
