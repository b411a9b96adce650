import { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { csrf } from 'hono/csrf';
import { HTTPException } from 'hono/http-exception';
import { Unavailable } from '../app/ports/unavailable.ts';
import { failureDetail } from '../messages/failureWords.ts';
import { admit } from './admit.ts';
import { answerFailure } from './answerFailure.tsx';
import { Failure } from './failure.ts';
import { createPageCache } from './pageCache.ts';
import type { WebParts } from './parts.ts';
import type { House, Route } from './route.ts';
import { mountApi } from './routes/api.ts';
import { routes } from './routes/routes.ts';
import { securityHeaders } from './securityHeaders.ts';

/** Pages that are kept in memory; each has some 20 KB. */
const mostPages = 500;

/** The pages and the API, as one application that answers `fetch` requests. */
export function createWeb(parts: WebParts): OpenAPIHono {
  const app = new OpenAPIHono({
    defaultHook: (read, c) =>
      read.success ? undefined : answerFailure(c, parts, 'badRequest', read.error.issues.map(apiMistake)),
  });
  app.use(securityHeaders);
  app.use(csrf({ origin: (origin, c) => origin === (parts.publicOrigin ?? new URL(c.req.url).origin) }));
  app.get('/assets/*', (c) => answerAsset(c, parts));
  const house = { parts, cache: createPageCache(mostPages) };
  mountApi(app, house);
  for (const route of routes) mount(app, house, route);
  refuseOtherMethods(app, parts);
  app.notFound((c) => answerFailure(c, parts, 'notFound'));
  app.onError((error, c) => answerError(error, c, parts));
  return app;
}

const apiMistake = ({ path }: { readonly path: readonly PropertyKey[] }) => failureDetail(path.join('.'));

function mount(app: OpenAPIHono, house: House, route: Route): void {
  app.on(route.method, route.path, async (c) => route.answer(await admit(c, house, route)));
}

/** Every address answers another method with 405 and the methods that it has. */
function refuseOtherMethods(app: OpenAPIHono, parts: WebParts): void {
  const methods = new Map<string, Set<string>>();
  for (const { path, method } of app.routes)
    if (method !== 'ALL') methods.set(path, (methods.get(path) ?? new Set()).add(method));
  for (const [path, known] of methods)
    app.all(path, (c) => {
      const allowed = known.has('GET') ? [...known, 'HEAD'] : [...known];
      c.header('Allow', allowed.join(', '));
      return answerFailure(c, parts, 'methodNotAllowed');
    });
}

function answerAsset(c: Context, { assets }: WebParts): Response | Promise<Response> {
  const asset = assets.at(c.req.path);
  if (!asset) return c.notFound();
  const kept = asset.lasting ? 'public, max-age=31536000, immutable' : 'public, max-age=604800';
  return c.body(asset.body, 200, { 'Content-Type': asset.type, 'Cache-Control': kept });
}

function answerError(error: Error, c: Context, parts: WebParts): Promise<Response> {
  if (error instanceof Failure) return answerFailure(c, parts, error.code);
  if (error instanceof HTTPException && error.status === 403) return answerFailure(c, parts, 'crossSite');
  if (error instanceof HTTPException && error.status < 500) return answerFailure(c, parts, 'badRequest');
  parts.report(error, `${c.req.method} ${c.req.path}`);
  return answerFailure(c, parts, error instanceof Unavailable ? 'unavailable' : 'failed');
}
