import { readFile } from 'node:fs/promises';
import { InputError } from '../inputError.ts';
import { reportSchema } from './reportSchema.ts';
import type { Report } from './reportTypes.ts';

/**
 * Reads the `report.json` of a result.
 * @throws InputError that names the member when the file can't be read or is no report.
 */
export async function readReport(file: string): Promise<Report> {
  const parsed = reportSchema.safeParse(parseJson(file, await readText(file)));
  const [issue] = parsed.error?.issues ?? [];
  if (!issue) return parsed.data as unknown as Report;
  const place = issue.path.length > 0 ? `（${issue.path.join(' → ')}）` : '';
  throw new InputError(file, `加工の報告書として読めません${place}。`);
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new InputError(
      file,
      `読めません（${(error as NodeJS.ErrnoException).code ?? error}）。加工の結果のフォルダを指定してください。`,
    );
  }
}

function parseJson(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new InputError(file, '加工の報告書として読めません。');
  }
}
