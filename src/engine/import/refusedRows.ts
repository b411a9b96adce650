import { type FileHandle, open } from 'node:fs/promises';

/** A record that is not in the table, by the line of the file on which it begins. */
export interface RefusedRow {
  readonly line: number;
  readonly reason: string;
}

/** The first refused rows are kept in memory, and all of them in a file (CSV, UTF-8 with BOM). */
export interface RefusedRows {
  add(line: number, reason: string): void;
  /** Writes what was added; to be called now and then, so that memory stays bounded. */
  flush(): Promise<void>;
  close(): Promise<void>;
  count(): number;
  first(): readonly RefusedRow[];
}

const kept = 1000;

/** The file comes into being with the first refused row. */
export function refusedRows(path: string): RefusedRows {
  const first: RefusedRow[] = [];
  let count = 0;
  let file: FileHandle | undefined;
  let text = '\uFEFF行,理由\r\n';
  return {
    add(line, reason) {
      count += 1;
      if (first.length < kept) first.push({ line, reason });
      text += `${line},"${reason.replaceAll('"', '""')}"\r\n`;
    },
    async flush() {
      if (count === 0) return;
      file ??= await open(path, 'w');
      await file.write(text);
      text = '';
    },
    close: async () => file?.close(),
    count: () => count,
    first: () => first,
  };
}
