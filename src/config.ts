import * as z from 'zod';
import { CannotStart } from './app/ports/cannotStart.ts';

const isDatabaseUrl = (text: string): boolean =>
  URL.canParse(text) &&
  ['postgres:', 'postgresql:'].includes(new URL(text).protocol) &&
  new URL(text).pathname.length > 1;

const isOrigin = (text: string): boolean =>
  URL.canParse(text) && /^https?:/.test(text) && new URL(text).origin === text;

/** An empty variable is one that is not set. */
const orDefault = <Schema extends z.ZodType>(schema: Schema, value?: string) =>
  z.preprocess((text) => (text === '' || text === undefined ? value : text), schema);

const schema = z.object({
  HOST: orDefault(
    z.string().regex(/^[\w.:-]+$/, '待ち受けるアドレスか機械の名前 (例: 127.0.0.1) を書いてください'),
    '127.0.0.1',
  ),
  PORT: orDefault(
    z
      .string()
      .regex(/^\d{1,5}$/, '0 から 65535 までの整数を書いてください')
      .transform(Number)
      .refine((port) => port <= 65_535, '0 から 65535 までの整数を書いてください'),
    '3000',
  ),
  DATA_DIR: orDefault(
    z.string().refine((path) => !path.includes('\0'), '場所の名前として読めません'),
    './data',
  ),
  DATABASE_URL: orDefault(
    z
      .string()
      .refine(isDatabaseUrl, 'postgresql://利用者:パスワード@サーバー:5432/データベース の形で書いてください')
      .optional(),
  ),
  PUBLIC_ORIGIN: orDefault(
    z
      .string()
      .refine(isOrigin, 'https://tokumei.example.jp のように、利用者が開くアドレスを末尾の「/」なしで書いてください')
      .optional(),
  ),
});

/** The settings of the server. */
export interface Config {
  readonly host: string;
  /** 0 = any free port. */
  readonly port: number;
  readonly dataFolder: string;
  /** null = the embedded server. */
  readonly databaseUrl: string | null;
  /** `https://…` of the proxy before the server; null = there is none. */
  readonly publicOrigin: string | null;
}

/** Values that a message may repeat; a database's address may hold a password. */
const shown = (environment: NodeJS.ProcessEnv, name: string): string =>
  name === 'DATABASE_URL' ? '' : `「${environment[name] ?? ''}」`;

/**
 * Reads the settings from the environment.
 * @throws CannotStart that names every mistake at once.
 */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const { HOST, PORT, DATA_DIR, DATABASE_URL, PUBLIC_ORIGIN } = environment;
  const read = schema.safeParse({ HOST, PORT, DATA_DIR, DATABASE_URL, PUBLIC_ORIGIN });
  if (read.success)
    return {
      host: read.data.HOST,
      port: read.data.PORT,
      dataFolder: read.data.DATA_DIR,
      databaseUrl: read.data.DATABASE_URL ?? null,
      publicOrigin: read.data.PUBLIC_ORIGIN ?? null,
    };
  const mistakes = read.error.issues.map(({ path, message }) => {
    const name = String(path[0]);
    return `  ${name}${shown(environment, name)}: ${message}。`;
  });
  throw new CannotStart(['設定に誤りがあります。', ...mistakes].join('\n'));
}
