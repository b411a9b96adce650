import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Client } from 'pg';
import type { AuditSource } from '../../app/ports/auditLog.ts';
import { CannotStart } from '../../app/ports/cannotStart.ts';
import type { OrganId } from '../../core/role.ts';
import { applicationTables } from './database.ts';
import { stopIfUnused } from './databaseLock.ts';
import { type DatabaseServer, externalServer } from './databaseServer.ts';
import { embeddedServer } from './embedded/embeddedServer.ts';
import { createPostgresAuditLog } from './postgresAuditLog.ts';

interface Place {
  readonly dataFolder: string;
  readonly databaseUrl: string | null;
}

/**
 * Opens the audit log of an installation to read it, beside its server if that runs.
 * @throws CannotStart when there is no installation, or none whose log is chained.
 */
export async function openAuditSource({ dataFolder, databaseUrl }: Place): Promise<AuditSource> {
  const folder = resolve(dataFolder);
  if (!databaseUrl && !existsSync(join(folder, 'postgres', 'PG_VERSION')))
    throw new CannotStart(
      `DATA_DIR「${folder}」にデータベースがありません。DATA_DIR か DATABASE_URL を確かめてください。`,
    );
  const server = databaseUrl ? externalServer(databaseUrl) : embeddedServer(folder);
  try {
    const organs = await organsIn(server);
    const application = applicationTables(await server.ensure());
    return {
      log: createPostgresAuditLog(application),
      organs: async () => organs,
      async close() {
        await application.destroy();
        await stopIfUnused(server);
      },
    };
  } catch (error) {
    await stopIfUnused(server);
    throw error;
  }
}

/** The owner of the tables alone sees of which organs there are entries. */
async function organsIn(server: DatabaseServer): Promise<readonly OrganId[]> {
  const client = new Client(await server.ensure());
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows: found } = await client.query<{ there: boolean }>(
      `select to_regclass('audit_chain') is not null as there`,
    );
    if (!found[0]?.there)
      throw new CannotStart(
        `データベース ${server.name} には、監査記録の連鎖がまだありません。この版の「tokumei start」で一度起動してください。`,
      );
    const { rows } = await client.query<{ organ: OrganId }>('select distinct organ from audit_entry order by organ');
    return rows.map(({ organ }) => organ);
  } catch (error) {
    if (error instanceof CannotStart) throw error;
    throw new CannotStart(`データベース ${server.name} を読めません: ${(error as Error).message}`);
  } finally {
    await client.end().catch(() => undefined);
  }
}
