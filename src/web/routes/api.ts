import { createRoute, type OpenAPIHono, type z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { markNames } from '../../app/register/registerMarks.ts';
import { searchRegister } from '../../app/register/searchRegister.ts';
import { siteWords } from '../../messages/siteWords.ts';
import { weightOf } from '../accepts.ts';
import { answerKept } from '../answers.ts';
import { Failure } from '../failure.ts';
import { type OrganCard, organCard, organCards } from '../organCard.ts';
import type { WebParts } from '../parts.ts';
import { cleanText } from '../readForm.ts';
import { registerCsv } from '../registerCsv.ts';
import {
  failureAnswer,
  healthAnswer,
  mostEntries,
  organPath,
  organsAnswer,
  registerAnswer,
  registerQuery,
} from './apiSchemas.ts';

const json = <Schema extends z.ZodType>(description: string, schema: Schema) => ({
  description,
  content: { 'application/json': { schema } },
});

const failures = {
  400: json('問い合わせを読み取れない', failureAnswer),
  404: json('その機関がない', failureAnswer),
  406: json('求められた形式では提供していない', failureAnswer),
};

const healthRoute = createRoute({
  method: 'get',
  path: '/healthz',
  summary: '動作の確認',
  responses: { 200: json('動作している', healthAnswer) },
});

const organsRoute = createRoute({
  method: 'get',
  path: '/api/v1/organs',
  summary: '機関の一覧',
  responses: { 200: json('機関', organsAnswer) },
});

const registerRoute = createRoute({
  method: 'get',
  path: '/api/v1/organs/{organ}/register',
  summary: '個人情報ファイル簿',
  description:
    "CSV は UTF-8（BOM 付き）、改行は CRLF。欄は機関の様式の順に並ぶ。表計算ソフトが数式とみなす文字で始まる欄には、先頭に「'」を付ける。",
  request: { params: organPath, query: registerQuery },
  responses: {
    200: {
      description: '公表している記載',
      content: { 'application/json': { schema: registerAnswer }, 'text/csv': { schema: { type: 'string' } } },
    },
    ...failures,
  },
});

type RegisterQuery = z.output<typeof registerQuery>;

/** The public API, described by the schemas that read its requests. */
export function mountApi(app: OpenAPIHono, parts: WebParts): void {
  app.openapi(healthRoute, async (c) => {
    const [organ] = parts.rules.organs;
    if (organ) await parts.events.states(organ, { kind: 'organ', limit: 1 });
    return c.json({ status: 'ok' as const }, 200, { 'Cache-Control': 'no-store' });
  });
  app.openapi(organsRoute, (c) => c.json({ organs: organsOf(parts) }, 200));
  app.openapi(registerRoute, (c) => answerRegister(c, parts, c.req.valid('param').organ, c.req.valid('query')));
  app.doc31('/api/openapi.json', {
    openapi: '3.1.0',
    info: { title: siteWords.name, version: '1' },
    servers: [{ url: '/' }],
  });
}

const organsOf = ({ rules, clock }: WebParts) =>
  organCards(rules, clock.procedure().slice(0, 10)).map(({ id, name }) => ({
    id,
    name,
    register: `/api/v1/organs/${id}/register`,
  }));

async function answerRegister(c: Context, parts: WebParts, id: string, query: RegisterQuery) {
  const organ = organCard(parts.rules, id, parts.clock.procedure().slice(0, 10));
  if (!organ) throw new Failure('notFound');
  return formatOf(c, query) === 'csv' ? answerCsv(c, parts, organ, query) : answerJson(c, parts, organ, query);
}

function formatOf(c: Context, { format }: RegisterQuery): 'json' | 'csv' {
  if (format !== undefined) return format;
  const accept = c.req.header('accept');
  const [json, csv] = [weightOf(accept, 'application/json'), weightOf(accept, 'text/csv')];
  if (json === 0 && csv === 0) throw new Failure('notAcceptable');
  return csv > json ? 'csv' : 'json';
}

const searchOf = (query: RegisterQuery) => ({
  text: cleanText(query.q ?? ''),
  marks: markNames.filter((mark) => query[mark] === '1'),
});

async function answerJson(c: Context, { events }: WebParts, organ: OrganCard, query: RegisterQuery) {
  const [limit, offset] = [query.limit ?? mostEntries, query.offset ?? 0];
  const found = await searchRegister(events, organ.id, { ...searchOf(query), limit, offset });
  const answer = { organ: organ.id, total: found.total, offset, entries: found.entries };
  return answerKept(c, JSON.stringify(answer), 'application/json; charset=utf-8');
}

async function answerCsv(c: Context, { events }: WebParts, organ: OrganCard, query: RegisterQuery) {
  const { entries } = await searchRegister(events, organ.id, searchOf(query));
  const name = encodeURIComponent(`個人情報ファイル簿_${organ.name}.csv`);
  return answerKept(c, registerCsv(entries, organ.rules), 'text/csv; charset=utf-8', {
    'Content-Disposition': `attachment; filename="register-${organ.id}.csv"; filename*=UTF-8''${name}`,
  });
}
