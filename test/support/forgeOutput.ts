import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Changes the lines of a result's `output.csv` and makes its report agree with it, so that only what was counted can tell. */
export function forgeOutput(folder: string, change: (lines: string[]) => string[]): void {
  const output = join(folder, 'output.csv');
  const lines = change(readFileSync(output, 'utf8').trimEnd().split('\n'));
  const text = `${lines.join('\n')}\n`;
  writeFileSync(output, text);
  const file = join(folder, 'report.json');
  const report = JSON.parse(readFileSync(file, 'utf8'));
  report.sha256.output = createHash('sha256').update(text).digest('hex');
  report.outputRows = lines.length - 1;
  writeFileSync(file, JSON.stringify(report));
}
