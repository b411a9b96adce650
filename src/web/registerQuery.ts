import { markNames, type RegisterMark } from '../app/register/registerMarks.ts';
import { cleanText } from './readForm.ts';

/** What a visitor asks of the register. */
export interface RegisterQuery {
  readonly text: string;
  readonly marks: readonly RegisterMark[];
  /** 1 for the first page. */
  readonly page: number;
}

/** The longest text that is searched for, in characters. */
export const longestText = 200;

/** Reads a query; what cannot be understood counts as not said. */
export function readQuery(parameters: URLSearchParams): RegisterQuery {
  const page = Number(parameters.get('page') ?? '1');
  return {
    text: cleanText(parameters.get('q') ?? '')
      .replaceAll(/\s+/g, ' ')
      .trim(),
    marks: markNames.filter((mark) => parameters.get(mark) === '1'),
    page: Number.isSafeInteger(page) && page >= 1 && page <= 1_000_000 ? page : 1,
  };
}

/** The query as it stands in an address, with `?`; empty when nothing is asked. */
export function queryOf({ text, marks, page }: RegisterQuery, further: Readonly<Record<string, string>> = {}): string {
  const parameters = new URLSearchParams(text === '' ? {} : { q: text });
  for (const mark of marks) parameters.set(mark, '1');
  if (page > 1) parameters.set('page', String(page));
  for (const [name, value] of Object.entries(further)) parameters.set(name, value);
  return parameters.size === 0 ? '' : `?${parameters}`;
}
