import type { Server } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';
import { CannotStart } from '../../app/ports/cannotStart.ts';

/** Where to listen. */
export interface Place {
  readonly host: string;
  /** 0 = any free port. */
  readonly port: number;
}

/** A web server that listens. */
export interface HttpService {
  /** `http://127.0.0.1:3000` */
  readonly address: string;
  /** Takes no more requests; those that run may come to their end, within ten seconds. */
  close(): Promise<void>;
}

/** The address of a place, as one types it. */
export const addressOf = ({ host, port }: Place): string => `http://${host.includes(':') ? `[${host}]` : host}:${port}`;

function whyNot({ code, message }: NodeJS.ErrnoException, { host, port }: Place): CannotStart {
  const reasons: Readonly<Record<string, string>> = {
    EADDRINUSE: `ポート ${port} は別のプログラムが使っています。PORT=${port + 1} のように、別のポートを指定してください。`,
    EACCES: `ポート ${port} を使う権限がありません。PORT=3000 のように、1024 以上のポートを指定してください。`,
    EADDRNOTAVAIL: `この機械に HOST「${host}」というアドレスはありません。`,
    ENOTFOUND: `HOST「${host}」という名前の機械は見つかりません。`,
  };
  return new CannotStart(reasons[code ?? ''] ?? `HOST=${host} PORT=${port} で待ち受けられません: ${message}`);
}

/**
 * Answers requests at a place.
 * @throws CannotStart when the place cannot be used.
 */
export async function serveHttp(
  fetch: (request: Request) => Response | Promise<Response>,
  place: Place,
): Promise<HttpService> {
  const server = createAdaptorServer({ fetch }) as Server;
  await new Promise<void>((done, fail) => {
    server.once('error', (error) => fail(whyNot(error, place)));
    server.listen(place.port, place.host, done);
  });
  const bound = server.address();
  return {
    address: addressOf({ ...place, port: typeof bound === 'object' && bound ? bound.port : place.port }),
    async close() {
      const closed = new Promise((done) => server.close(done));
      server.closeIdleConnections();
      const cut = setTimeout(() => server.closeAllConnections(), 10_000);
      await closed;
      clearTimeout(cut);
    },
  };
}
