import type { ClientConfig } from 'pg';

/** The server that a database lives on: our own, or one that the organization runs. */
export interface DatabaseServer {
  /** What messages call it; holds no password. */
  readonly name: string;
  /** Makes sure that the server runs, if it is ours; answers how to connect. */
  ensure(): Promise<ClientConfig>;
  /** Ends the server, if it is ours. */
  stop(): Promise<void>;
}

/** A server that the organization runs. @param url `postgresql://user:password@host:port/database` */
export function externalServer(url: string): DatabaseServer {
  const { hostname, port, pathname } = new URL(url);
  return {
    name: `${hostname || 'localhost'}:${port || '5432'}${pathname}`,
    ensure: async () => ({ connectionString: url, connectionTimeoutMillis: 10_000 }),
    stop: async () => undefined,
  };
}
