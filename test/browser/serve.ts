import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import type { Stage } from './stage.ts';

/** Serves a stage on a free port of this machine. */
export async function serveStage({ web }: Stage): Promise<{ readonly origin: string; close(): Promise<void> }> {
  const server = serve({ fetch: web.fetch, hostname: '127.0.0.1', port: 0 });
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
