import { createRoute, type OpenAPIHono, type z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { markNames } from '../../app/register/registerMarks.ts';
import { registerWorkbook } from '../../app/register/registerWorkbook.ts';
import { searchRegister } from '../../app/register/searchRegister.ts';
import { siteWords } from '../../messages/siteWords.ts';
import { weightOf } from '../accepts.ts';
import { answerShared } from '../answers.ts';
import { catalogOf } from '../catalog.ts';
import { Failure } from '../failure.ts';
import { type OrganCard, organCard, organCards } from '../organCard.ts';
import type { WebParts } from '../parts.ts';
import { cleanText } from '../readForm.ts';
import { registerCsv, registerTable } from '../registerCsv.ts';
import type { House } from '../route.ts';
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

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

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
      content: {
        'application/json': { schema: registerAnswer },
        'text/csv': { schema: { type: 'string' } },
        [workbookType]: { schema: { type: 'string', format: 'binary' } },
      },
    },
    ...failures,
  },
});

const catalogRoute = createRoute({
  method: 'get',
  path: '/api/v1/organs/{organ}/catalog',
  summary: '公開データの目録（DCAT）',
  description: '個人情報ファイル簿と、作成された情報の目録。DCAT の語による JSON-LD。',
  request: { params: organPath },
  responses: {
    200: { description: '目録', content: { 'application/ld+json': { schema: { type: 'object' } } } },
    404: failures[404],
  },
});

type RegisterQuery = z.output<typeof registerQuery>;

/** The public API, described by the schemas that read its requests. */
export function mountApi(app: OpenAPIHono, house: House): void {
  const { parts } = house;
  app.openapi(healthRoute, async (c) => {
    const [organ] = parts.rules.organs;
    if (organ) await parts.events.states(organ, { kind: 'organ', limit: 1 });
    return c.json({ status: 'ok' as const, audit: worstState(parts) }, 200, { 'Cache-Control': 'no-store' });
  });
  app.openapi(organsRoute, (c) => c.json({ organs: organsOf(parts) }, 200));
  app.openapi(registerRoute, (c) => answerRegister(c, house, c.req.valid('param').organ, c.req.valid('query')));
  // Described beside its answer: the library would write every kind of JSON itself.
  app.openAPIRegistry.registerPath(catalogRoute);
  app.get(catalogRoute.getRoutingPath(), (c) => answerCatalog(c, house, c.req.param('organ') ?? ''));
  app.doc31('/api/openapi.json', {
    openapi: '3.1.0',
    info: { title: siteWords.name, version: '1' },
    servers: [{ url: '/' }],
  });
}

/** Of any organ. */
function worstState({ rules, sealer }: WebParts) {
  const states = rules.organs.map((organ) => sealer.state(organ).state);
  return (['differs', 'failing'] as const).find((state) => states.includes(state)) ?? 'sealing';
}

const organsOf = ({ rules, clock }: WebParts) =>
  organCards(rules, clock.procedure().slice(0, 10)).map(({ id, name }) => ({
    id,
    name,
    register: `/api/v1/organs/${id}/register`,
  }));

async function answerRegister(c: Context, house: House, id: string, query: RegisterQuery) {
  const { parts } = house;
  const organ = organCard(parts.rules, id, parts.clock.procedure().slice(0, 10));
  if (!organ) throw new Failure('notFound');
  const format = formatOf(c, query);
  const address = `${c.req.path} ${format} ${JSON.stringify({ ...query, format })}`;
  const make = () => writers[format](parts, organ, query);
  return answerShared(c, house, { organs: [organ.id], address }, headersOf(format, organ), make);
}

function answerCatalog(c: Context, house: House, id: string): Promise<Response> {
  const { parts } = house;
  const organ = organCard(parts.rules, id, parts.clock.procedure().slice(0, 10));
  if (!organ) throw new Failure('notFound');
  const origin = parts.publicOrigin ?? new URL(c.req.url).origin;
  const shared = { organs: [organ.id], address: `${origin}${c.req.path}` };
  return answerShared(c, house, shared, { 'Content-Type': 'application/ld+json; charset=utf-8' }, async () => {
    const { entries } = await searchRegister(parts.events, organ.id, { text: '', marks: ['created'] });
    return JSON.stringify(catalogOf(organ, entries, origin));
  });
}

const writers = { json: writeJson, csv: writeCsv, xlsx: writeWorkbook } as const;
type Format = keyof typeof writers;

function headersOf(format: Format, organ: OrganCard): Record<string, string> {
  if (format === 'json') return { 'Content-Type': 'application/json; charset=utf-8' };
  const name = encodeURIComponent(`個人情報ファイル簿_${organ.name}.${format}`);
  return {
    'Content-Type': format === 'csv' ? 'text/csv; charset=utf-8' : workbookType,
    'Content-Disposition': `attachment; filename="register-${organ.id}.${format}"; filename*=UTF-8''${name}`,
  };
}

function formatOf(c: Context, { format }: RegisterQuery): Format {
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

async function writeJson({ events }: WebParts, organ: OrganCard, query: RegisterQuery): Promise<string> {
  const [limit, offset] = [query.limit ?? mostEntries, query.offset ?? 0];
  const { entries, total } = await searchRegister(events, organ.id, { ...searchOf(query), limit, offset });
  return JSON.stringify({ organ: organ.id, total, offset, entries });
}

async function writeCsv({ events }: WebParts, organ: OrganCard, query: RegisterQuery): Promise<string> {
  const { entries } = await searchRegister(events, organ.id, searchOf(query));
  return registerCsv(entries, organ.rules);
}

async function writeWorkbook({ events }: WebParts, organ: OrganCard, query: RegisterQuery) {
  const { entries } = await searchRegister(events, organ.id, searchOf(query));
  return new Uint8Array(await registerWorkbook('個人情報ファイル簿', registerTable(entries, organ.rules)));
}
