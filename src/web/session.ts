import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { WebParts } from './parts.ts';

/** 32 random bytes as hexadecimal or base64url; anything else is not looked up. */
const tokenShape = /^[\w-]{32,128}$/;

const isSecure = (c: Context, { demonstration, publicOrigin }: WebParts) =>
  demonstration === null || (publicOrigin ?? c.req.url).startsWith('https:');

const nameOf = (secure: boolean) => (secure ? '__Host-session' : 'session');

/** The token that the browser sent, if it has the shape of one. */
export function sessionToken(c: Context, parts: WebParts): string | null {
  const token = getCookie(c, nameOf(isSecure(c, parts)));
  return token !== undefined && tokenShape.test(token) ? token : null;
}

/** The cookie ends with the browser; how long a session lives is the identity's decision. */
export function keepSession(c: Context, parts: WebParts, token: string): void {
  const secure = isSecure(c, parts);
  setCookie(c, nameOf(secure), token, { path: '/', httpOnly: true, sameSite: 'Lax', secure });
}

export function endSession(c: Context, parts: WebParts): void {
  const secure = isSecure(c, parts);
  deleteCookie(c, nameOf(secure), { path: '/', secure });
}
