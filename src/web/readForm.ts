import type { Context } from 'hono';
import { Failure } from './failure.ts';

const formType = /^application\/x-www-form-urlencoded\s*(;|$)/i;

/** The largest form, in bytes. */
const largestForm = 256 * 1024;

/**
 * The fields of a form. Control characters other than line breaks and tabs are left out: no field has a use for them.
 * @throws Failure when the body is too large, of another type or not UTF-8.
 */
export async function readForm(c: Context): Promise<URLSearchParams> {
  if (!formType.test(c.req.header('content-type') ?? '')) throw new Failure('unsupportedMediaType');
  const body = await readBody(c);
  const text = decode(body);
  const fields = new URLSearchParams(text);
  return new URLSearchParams([...fields].map(([name, value]): [string, string] => [name, cleanText(value)]));
}

/** Text without control characters; line breaks as LF. */
export const cleanText = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
  text.replaceAll(/\r\n?/g, '\n').replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '');

async function readBody(c: Context): Promise<Uint8Array> {
  if (Number(c.req.header('content-length') ?? 0) > largestForm) throw new Failure('tooLarge');
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of c.req.raw.body ?? []) {
    size += chunk.length;
    if (size > largestForm) throw new Failure('tooLarge');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function decode(body: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch {
    throw new Failure('badRequest');
  }
}
