import { Client } from 'pg';
import { CannotStart } from '../../app/ports/cannotStart.ts';
import type { DatabaseServer } from './databaseServer.ts';

const reasons: Readonly<Record<string, string>> = {
  '28P01': 'パスワードか利用者名が違います',
  '28000': 'この利用者では接続できません',
  '3D000': 'その名前のデータベースはありません',
  ECONNREFUSED: 'サーバーが動いていないか、ポート番号が違います',
  ENOTFOUND: 'その名前のサーバーは見つかりません',
  EAI_AGAIN: 'サーバーの名前を調べられません',
};

function cannotConnect(server: DatabaseServer, error: unknown): Error {
  if (error instanceof CannotStart) return error;
  const { code = '', message } = error as NodeJS.ErrnoException;
  return new CannotStart(
    `データベース ${server.name} に接続できません: ${reasons[code] ?? message}。DATABASE_URL を確かめてください。`,
  );
}

/**
 * Starts or finds the server and connects to it as the owner.
 * @throws CannotStart when the server cannot be reached.
 */
export async function connectTo(server: DatabaseServer): Promise<Client> {
  try {
    const client = new Client(await server.ensure());
    // Without a listener a connection that breaks ends the program; `end` follows, and who asks next gets an error.
    client.on('error', () => undefined);
    await client.connect();
    return client;
  } catch (error) {
    throw cannotConnect(server, error);
  }
}
