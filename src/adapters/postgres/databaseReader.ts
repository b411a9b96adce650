import { Client, escapeIdentifier } from 'pg';
import { type DatabaseTable, InputError, type ReadDatabase } from '../../engine/index.ts';

/** Rows that are fetched at a time. */
const portion = 1000;

/**
 * Reads tables of a PostgreSQL database, each in one read-only transaction that sees one moment of it.
 *
 * @param url where the database is, with the password; it stands in no message. Null: none is set.
 */
export const databaseReader =
  (url: string | null): ReadDatabase =>
  async (table) => {
    if (url === null)
      throw new InputError(
        '環境変数 SOURCE_DATABASE_URL',
        `表「${table}」を読むデータベースの接続先（postgresql://…）を、この環境変数に書いてください。手順書には書きません。`,
      );
    const client = await connected(url);
    try {
      return await opened(client, table);
    } catch (error) {
      await client.end();
      throw error instanceof InputError ? error : refused(table, error);
    }
  };

const refused = (table: string, error: unknown) =>
  new InputError(
    `表「${table}」`,
    `データベースから読めません: ${error instanceof Error ? error.message : String(error)}`,
  );

async function connected(url: string): Promise<Client> {
  try {
    const client = new Client({ connectionString: url, application_name: 'tokumei', connectionTimeoutMillis: 10_000 });
    // A connection that breaks while nothing is asked of it shows at the next question.
    client.on('error', () => undefined);
    await client.connect();
    return client;
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    throw new InputError(
      '環境変数 SOURCE_DATABASE_URL',
      `データベースに接続できません${code === undefined ? '' : `（${code}）`}。接続先、利用者名、パスワードを確かめてください。`,
    );
  }
}

interface Column {
  readonly relation: string;
  readonly name: string;
  readonly type: string;
  readonly category: string;
  /** Place in the primary key, from 1. */
  readonly key: number | null;
}

const columnsOf = `
  select a.attrelid::regclass::text as relation, a.attname as name, format_type(a.atttypid, a.atttypmod) as type,
    t.typcategory as category, array_position(i.indkey::int2[], a.attnum) as key
  from pg_attribute a join pg_type t on t.oid = a.atttypid
    left join pg_index i on i.indrelid = a.attrelid and i.indisprimary
  where a.attrelid = to_regclass($1) and a.attnum > 0 and not a.attisdropped
  order by a.attnum`;

async function opened(client: Client, table: string): Promise<DatabaseTable> {
  await client.query('begin transaction isolation level repeatable read, read only');
  await client.query(
    "set local datestyle = 'ISO, YMD'; set local timezone = 'Asia/Tokyo'; set local intervalstyle = 'iso_8601'",
  );
  const { rows: columns } = await client.query<Column>(columnsOf, [table]);
  const [first] = columns;
  if (!first)
    throw new InputError(
      `表「${table}」`,
      'この名前の表はありません。スキーマの名前も付けてください（例 public.shinsei）。',
    );
  refuseNested(table, columns);
  const keys = columns
    .filter(({ key }) => key !== null)
    .toSorted((one, other) => (one.key ?? 0) - (other.key ?? 0))
    .map(({ name }) => escapeIdentifier(name));
  const cells = columns.map(({ name }) => `${escapeIdentifier(name)}::text`);
  const order = keys.length > 0 ? ` order by ${keys.join(', ')}` : '';
  await client.query(`declare records no scroll cursor for select ${cells.join(', ')} from ${first.relation}${order}`);
  return {
    columns: columns.map(({ name }) => name),
    portions: portionsOf(client, table),
    notes: keys.length > 0 ? [] : [`表「${table}」には主キーがないため、記録の順は決まっていません。`],
    close: () => client.end(),
  };
}

function refuseNested(table: string, columns: readonly Column[]): void {
  const nested = columns.filter(({ category, type }) => ['A', 'C'].includes(category) || type === 'bytea');
  if (nested.length === 0) return;
  const shown = nested.map(({ name, type }) => `「${name}」（${type}）`).join('、');
  throw new InputError(
    `表「${table}」`,
    `一つの値でない列は使えません: ${shown}。要る列だけのビューを作ってください。`,
  );
}

async function* portionsOf(client: Client, table: string): AsyncGenerator<(string | null)[][]> {
  for (;;) {
    const { rows } = await client
      .query<(string | null)[]>({ text: `fetch ${portion} from records`, rowMode: 'array' })
      .catch((error: unknown) => {
        throw refused(table, error);
      });
    if (rows.length === 0) return;
    yield rows;
  }
}
