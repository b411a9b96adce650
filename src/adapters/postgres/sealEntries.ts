import { type Kysely, sql } from 'kysely';
import { beginning, type ChainedEntry, chainEntry, type EnteredAct, type Link } from '../../app/audit/chainEntry.ts';
import { checkpointEvery, readCheckpoint, type SignedCheckpoint } from '../../app/audit/checkpoint.ts';
import type { OrganId } from '../../core/role.ts';
import { auditColumns, enteredAct } from './enteredAct.ts';
import { inOrgan, type Open } from './inOrgan.ts';
import type { Tables } from './tables.ts';

/** Where an organ's chain ends, and its last checkpoint. */
interface Standing {
  readonly head: Link;
  readonly checkpoint: SignedCheckpoint | null;
}

/** What one pass of the sealer is given. */
interface Pass {
  readonly organ: OrganId;
  readonly place: Place;
  /** The last checkpoint outside the database: the chain must hold it. */
  readonly outside: Link;
  /** Signs the standing if it is time; null if not. */
  readonly sign: (standing: Standing) => Promise<SignedCheckpoint | null>;
}

/** What is known of the entries that are chained; a wrong one leaves none out that the next sealer does not find. */
export interface Place {
  /** Every entry of an older transaction is chained. */
  readonly from: string;
  /** Of those older than `oldest` every one up to `after` is chained; null = this is not known. */
  readonly sweep: { readonly oldest: string; readonly after: string } | null;
}

/** Nothing is known. */
export const nowhere: Place = { from: '0', sweep: null };

/** What one pass has done. */
interface Sealed {
  /** Where the next pass begins. */
  readonly place: Place;
  /** Whether more may wait than one pass takes. */
  readonly hasMore: boolean;
  /** Checkpoints that do not stand outside yet, in order. */
  readonly checkpoints: readonly SignedCheckpoint[];
}

/** The chain does not hold what stands outside the database: this database is older than that, or was changed. */
export class ChainDiffers extends Error {
  readonly organ: OrganId;
  readonly outside: Link;
  /** Where the chain ends. */
  readonly number: number;
  constructor(organ: OrganId, outside: Link, number: number) {
    super(`the chain of ${organ} does not hold its entry ${outside.number}`);
    this.organ = organ;
    this.outside = outside;
    this.number = number;
  }
}

/**
 * Chains the entries of one organ in the order in which they were entered, at most up to the next checkpoint, and signs
 * one when it is time; all of it or nothing. An entry is taken when every older transaction has ended, so that nothing
 * can come between what is chained later; of two entries of which one was there before the other's transaction began,
 * it stands first.
 * @throws ChainDiffers when the chain does not hold the last checkpoint outside the database.
 */
export const sealEntries = (db: Kysely<Tables>, { organ, place, outside, sign }: Pass): Promise<Sealed> =>
  inOrgan(db, organ, async (open) => {
    const { head, checkpoint } = await standingOf(open, organ);
    await compare(open, organ, outside, head.number);
    const room = checkpointEvery - (head.number - (checkpoint?.number ?? 0));
    const sweep = place.sweep ?? { oldest: await oldestRunning(open), after: '0' };
    const found = await unchained(open, organ, place.from, sweep, room);
    const chained = await chain(open, organ, head, found);
    const next = { head: chained.at(-1) ?? head, checkpoint };
    const signed = next.head.number > (checkpoint?.number ?? 0) ? await sign(next) : null;
    if (signed) await open.insertInto('audit_checkpoint').values(signedRow(signed)).execute();
    const checkpoints = await checkpointsAfter(open, organ, outside);
    const last = found.length < room ? undefined : found.at(-1);
    return {
      place: nextPlace(place.from, sweep, last?.position),
      hasMore: last !== undefined || checkpoints.length === most,
      checkpoints,
    };
  });

/** @param after the last entry of a pass that may not have taken all */
const nextPlace = (from: string, { oldest }: { readonly oldest: string }, after: string | undefined): Place =>
  after === undefined ? { from: oldest, sweep: null } : { from, sweep: { oldest, after } };

const signedRow = ({ organ, number, line }: SignedCheckpoint) => ({ organ, number, line });

/** The last entry of an organ's chain and its last checkpoint. */
export async function standingOf(open: Open, organ: OrganId): Promise<Standing> {
  const links = open.selectFrom('audit_chain').select(['number', 'hash']).where('organ', '=', organ);
  const last = await links.orderBy('number', 'desc').limit(1).executeTakeFirst();
  const signed = open.selectFrom('audit_checkpoint').select('line').where('organ', '=', organ);
  const checkpoint = await signed.orderBy('number', 'desc').limit(1).executeTakeFirst();
  return {
    head: last ? { number: Number(last.number), hash: last.hash.toString('hex') } : beginning,
    checkpoint: checkpoint ? checkpointIn(checkpoint.line) : null,
  };
}

/** @throws Error when the database holds a line that is no checkpoint. */
export function checkpointIn(line: string): SignedCheckpoint {
  const checkpoint = readCheckpoint(line);
  if (!checkpoint) throw new Error(`this is no checkpoint: ${line}`);
  return checkpoint;
}

async function compare(open: Open, organ: OrganId, outside: Link, last: number): Promise<void> {
  if (outside.number === 0) return;
  const links = open.selectFrom('audit_chain').select('hash').where('organ', '=', organ);
  const found = await links.where('number', '=', String(outside.number)).executeTakeFirst();
  if (found?.hash.toString('hex') !== outside.hash) throw new ChainDiffers(organ, outside, last);
}

/** Every transaction with a smaller number has ended, and what it did is seen by the next statement. */
async function oldestRunning(open: Open): Promise<string> {
  const { rows } = await sql<{
    oldest: string;
  }>`select pg_snapshot_xmin(pg_current_snapshot())::text as oldest`.execute(open);
  if (!rows[0]) throw new Error('the database has no snapshot');
  return rows[0].oldest;
}

/**
 * What can be chained now. A number that no transaction of this server has had yet was brought by a restore: it waits
 * for nobody.
 */
async function unchained(
  open: Open,
  organ: OrganId,
  from: string,
  { oldest, after }: NonNullable<Place['sweep']>,
  room: number,
) {
  const isSealed = sql<boolean>`exists (select from audit_chain as c where c.position = audit_entry.position)`;
  const isDone = sql<boolean>`(transaction < ${oldest}::xid8 or transaction >= pg_snapshot_xmax(pg_current_snapshot()))`;
  return open
    .selectFrom('audit_entry')
    .select(auditColumns)
    .where('organ', '=', organ)
    .where(sql<boolean>`transaction >= ${from}::xid8`)
    .where('position', '>', after)
    .where(isDone)
    .where(({ not }) => not(isSealed))
    .orderBy('position')
    .limit(room)
    .execute();
}

type Found = Awaited<ReturnType<typeof unchained>>;

/** Chains the entries after the head and keeps the links. */
async function chain(open: Open, organ: OrganId, head: Link, found: Found): Promise<readonly ChainedEntry[]> {
  if (found.length === 0) return [];
  const chained = linked(found.map(enteredAct), head);
  const rows = chained.map(({ number, hash }, at) => ({
    organ,
    number,
    position: found[at]?.position ?? '',
    previous: Buffer.from(chained[at - 1]?.hash ?? head.hash, 'hex'),
    hash: Buffer.from(hash, 'hex'),
  }));
  await open.insertInto('audit_chain').values(rows).execute();
  return chained;
}

function linked(entries: readonly EnteredAct[], head: Link): readonly ChainedEntry[] {
  const chained: ChainedEntry[] = [];
  for (const entry of entries) chained.push(chainEntry(entry, chained.at(-1) ?? head));
  return chained;
}

/** So many checkpoints are handed out at once. */
const most = 1_000;

async function checkpointsAfter(open: Open, organ: OrganId, { number }: Link): Promise<readonly SignedCheckpoint[]> {
  const lines = open.selectFrom('audit_checkpoint').select('line').where('organ', '=', organ);
  const rows = await lines.where('number', '>', String(number)).orderBy('number').limit(most).execute();
  return rows.map(({ line }) => checkpointIn(line));
}
