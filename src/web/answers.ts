import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import type { JSX } from 'hono/jsx/jsx-runtime';
import type { OrganId } from '../core/role.ts';
import { sharedKey } from './pageCache.ts';
import type { House, Visit } from './route.ts';

type Status = 200 | 400 | 401 | 403 | 404 | 405 | 406 | 409 | 410 | 413 | 415 | 422 | 500 | 503;

const htmlOf = (page: JSX.Element) => `<!DOCTYPE html>${page.toString()}`;

/** Answers a page that is of this moment and for this visitor alone: nobody keeps it. */
export const answerPage = (c: Context, page: JSX.Element, status: Status = 200) =>
  c.html(htmlOf(page), status, { 'Cache-Control': 'no-store' });

/** What an address shows that is the same for everyone until a commit of one of the organs, or the next minute. */
interface Shared {
  readonly organs: readonly OrganId[];
  /** The address in its one form: two that show the same are the same. */
  readonly address: string;
}

/** Answers what is the same for everyone; made anew only when something has changed. */
export async function answerShared(
  c: Context,
  { parts, cache }: House,
  { organs, address }: Shared,
  headers: Readonly<Record<string, string>>,
  make: () => Promise<string | Uint8Array<ArrayBuffer>>,
): Promise<Response> {
  const { content, tag } = await cache.get(sharedKey(parts, organs, address), async () => {
    const made = await make();
    return { content: made, tag: `"${createHash('sha256').update(made).digest('base64url').slice(0, 22)}"` };
  });
  const all = { ...headers, ETag: tag, 'Cache-Control': 'no-cache', Vary: 'Accept, Cookie' };
  const known = (c.req.header('if-none-match') ?? '').split(',').map((entry) => entry.trim().replace(/^W\//, ''));
  return known.includes(tag) || known.includes('*') ? c.body(null, 304, all) : c.body(content, 200, all);
}

/** Answers a public page; a person who is signed in gets one of their own. */
export async function answerPublic(visit: Visit, shared: Shared, make: () => Promise<JSX.Element>): Promise<Response> {
  const { c, frame } = visit;
  if (frame.account) return answerPage(c, await make());
  const headers = { 'Content-Type': 'text/html; charset=utf-8' };
  return answerShared(c, visit, shared, headers, async () => htmlOf(await make()));
}
