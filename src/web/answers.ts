import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import type { JSX } from 'hono/jsx/jsx-runtime';

type Status = 200 | 400 | 401 | 403 | 404 | 405 | 406 | 409 | 410 | 413 | 415 | 422 | 500 | 503;

/**
 * Answers a page. What everyone sees carries an ETag and is asked for again each time; what a member of staff sees is
 * not kept at all.
 */
export function answerPage(c: Context, page: JSX.Element, status: Status = 200, kept: 'shared' | 'never' = 'never') {
  const html = `<!DOCTYPE html>${page.toString()}`;
  if (kept === 'never' || status !== 200) return c.html(html, status, { 'Cache-Control': 'no-store' });
  return answerKept(c, html, 'text/html; charset=utf-8');
}

/** Answers content with its ETag, or 304 where the browser has it. */
export function answerKept(c: Context, content: string, type: string, headers: Record<string, string> = {}) {
  const tag = `"${createHash('sha256').update(content).digest('base64url').slice(0, 22)}"`;
  const all = { ETag: tag, 'Cache-Control': 'no-cache', Vary: 'Accept, Cookie', ...headers };
  const known = (c.req.header('if-none-match') ?? '').split(',').map((entry) => entry.trim().replace(/^W\//, ''));
  if (known.includes(tag) || known.includes('*')) return c.body(null, 304, all);
  return c.body(content, 200, { ...all, 'Content-Type': type });
}
