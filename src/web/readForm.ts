import type { Context } from 'hono';
import { Failure } from './failure.ts';

const formType = /^application\/x-www-form-urlencoded\s*(;|$)/i;
const filesType = /^multipart\/form-data\s*;/i;

/** The largest form without files, in bytes. */
const largestForm = 256 * 1024;

/** The largest form with files, in bytes; said on every page that takes files. */
export const largestUpload = 64 * 1024 * 1024;

/** A file as it was sent. */
export interface SentFile {
  readonly name: string;
  readonly content: Uint8Array;
}

export interface SentForm {
  readonly fields: URLSearchParams;
  /** By the names of their controls; a control in which no file was chosen has none. */
  readonly files: ReadonlyMap<string, SentFile>;
}

/**
 * What a form sent. Control characters other than line breaks and tabs are left out: no field has a use for them.
 * @param takesFiles whether files may come with it
 * @throws Failure when the body is too large, of another type or not UTF-8.
 */
export async function readForm(c: Context, takesFiles: boolean): Promise<SentForm> {
  const type = c.req.header('content-type') ?? '';
  if (takesFiles && filesType.test(type)) return readFiles(await readBody(c, largestUpload), type);
  if (!formType.test(type)) throw new Failure('unsupportedMediaType');
  const fields = new URLSearchParams(decode(await readBody(c, largestForm)));
  return { fields: cleanFields(fields), files: new Map() };
}

const cleanFields = (fields: Iterable<readonly [string, string]>): URLSearchParams =>
  new URLSearchParams([...fields].map(([name, value]): [string, string] => [name, cleanText(value)]));

async function readFiles(body: Uint8Array<ArrayBuffer>, type: string): Promise<SentForm> {
  const form = await new Response(body, { headers: { 'content-type': type } }).formData().catch(() => {
    throw new Failure('badRequest');
  });
  const fields: [string, string][] = [];
  const files = new Map<string, SentFile>();
  for (const [name, value] of form) {
    if (typeof value === 'string') fields.push([name, value]);
    else if (value.name !== '') files.set(name, { name: value.name, content: await value.bytes() });
  }
  return { fields: cleanFields(fields), files };
}

/** Text without control characters; line breaks as LF. */
export const cleanText = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
  text.replaceAll(/\r\n?/g, '\n').replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '');

async function readBody(c: Context, largest: number): Promise<Uint8Array<ArrayBuffer>> {
  if (Number(c.req.header('content-length') ?? 0) > largest) throw new Failure('tooLarge');
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of c.req.raw.body ?? []) {
    size += chunk.length;
    if (size > largest) throw new Failure('tooLarge');
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}

function decode(body: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch {
    throw new Failure('badRequest');
  }
}
