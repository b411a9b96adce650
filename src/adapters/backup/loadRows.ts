import type { Client } from 'pg';
import { BackupDamaged, type BackupOrder } from '../../app/ports/backups.ts';
import {
  type CarriedTable,
  carriedTables,
  copyInText,
  copyOutText,
  exactTexts,
  queuedJobs,
} from '../postgres/carriedTables.ts';
import { copyIn, copyOut } from '../postgres/copy.ts';
import { whatFailed } from '../postgres/whatFailed.ts';
import { digestRows } from './keptRows.ts';
import type { KeptTable } from './manifest.ts';
import type { OpenBackup } from './openBackup.ts';

/** What is loaded, and who is told of it. */
interface Loading {
  readonly backup: OpenBackup;
  readonly order: Pick<BackupOrder, 'onProgress' | 'signal'>;
}

/** The tables of the database with what the backup has for each: every one, with the same columns, and no other. */
function paired(tables: readonly CarriedTable[], kept: readonly KeptTable[]) {
  const pairs = tables.map((table) => ({
    table,
    rows: kept.find(({ name }) => name === table.name) ?? missing(table),
  }));
  const isOurs = (one: KeptTable) =>
    pairs.some(({ table, rows }) => rows === one && JSON.stringify(table.columns) === JSON.stringify(one.columns));
  const strange = kept.find((one) => !isOurs(one));
  if (strange)
    throw new BackupDamaged(
      `表「${strange.name}」が、この版のプログラムの表と合いません。バックアップを作った版のプログラムで復元してください。`,
    );
  return pairs;
}

const missing = ({ name }: CarriedTable): never => {
  throw new BackupDamaged(`表「${name}」がバックアップにありません。`);
};

async function* toldRows({ backup, order }: Loading, table: KeptTable): AsyncGenerator<Uint8Array> {
  for await (const piece of backup.rows(table)) {
    order.signal.throwIfAborted();
    yield piece;
    order.onProgress({ step: 'loading', name: table.name, bytes: piece.length });
  }
}

/** Fills a table, puts its sequences where they stood, and reads it again: it must give the very same rows. */
async function loadTable(client: Client, restoring: Loading, table: CarriedTable, kept: KeptTable): Promise<void> {
  const loaded = await copyIn(client, copyInText(table), toldRows(restoring, kept));
  for (const [column, sequence] of Object.entries(table.sequences)) {
    const stand = kept.sequences[column];
    if (stand) await client.query('select setval($1::regclass, $2, $3)', [sequence, stand.last, stand.called]);
  }
  const again = await digestRows(copyOut(client, copyOutText(table)));
  if (loaded !== kept.rows || again.rows !== kept.rows || again.sha256 !== kept.sha256)
    throw new BackupDamaged(
      `表「${table.name}」を読み直すと、バックアップと違います (目録 ${kept.rows} 行、読み込み ${loaded} 行)。`,
    );
}

async function loadJobs(client: Client, { backup }: Loading): Promise<void> {
  const { jobs } = backup.manifest;
  await client.query(queuedJobs.prepare);
  const loaded = await copyIn(client, queuedJobs.copyIn, backup.rows(jobs));
  if (loaded !== jobs.rows) throw new BackupDamaged(`待っている処理の数が目録と違います (${jobs.rows} と ${loaded})。`);
  await client.query(queuedJobs.queue);
}

/** What the server says of rows that it does not take is of the backup; what it says of itself is not. */
function whyNotLoaded(error: unknown): unknown {
  const { code = '', message } = error as NodeJS.ErrnoException;
  return /^2[23]/.test(code) ? new BackupDamaged(`バックアップの行を読み込めません: ${message}`) : whatFailed(error);
}

/**
 * Loads all rows and jobs in one transaction, which is open when `beforeCommit` is called and commits after it.
 * @throws BackupDamaged when the rows are not what the manifest says, or the tables do not take them
 */
export async function loadRows<Result>(
  client: Client,
  loading: Loading,
  beforeCommit: () => Promise<Result>,
): Promise<Result> {
  try {
    await client.query(`begin; ${exactTexts}`);
    for (const { table, rows } of paired(await carriedTables(client), loading.backup.manifest.tables))
      await loadTable(client, loading, table, rows);
    await loadJobs(client, loading);
    const result = await beforeCommit();
    await client.query('commit');
    return result;
  } catch (error) {
    throw whyNotLoaded(error);
  }
}
