import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { embeddedServer } from '../../src/adapters/postgres/embedded/embeddedServer.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the tests of one run have their database server; the first that needs it starts it. */
    sharedCluster: string;
  }
}

/** Gives all tests of a run one folder for a database server, and removes both at the end. */
export default async function sharedCluster(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'tokumei-test-'));
  project.provide('sharedCluster', folder);
  return async () => {
    if (existsSync(join(folder, 'postgres'))) {
      const server = embeddedServer(folder);
      await server.ensure();
      await server.stop();
    }
    await rm(folder, { recursive: true, force: true });
  };
}
