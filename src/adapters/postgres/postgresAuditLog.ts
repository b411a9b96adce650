import { type Kysely, type SelectQueryBuilder, sql } from 'kysely';
import type { EnteredAct } from '../../app/audit/chainEntry.ts';
import type { SignedCheckpoint } from '../../app/audit/checkpoint.ts';
import type { AuditLog, AuditQuery, KeptLink } from '../../app/ports/auditLog.ts';
import type { OrganId } from '../../core/role.ts';
import { auditColumns, enteredAct } from './enteredAct.ts';
import { inOrgan, type Open } from './inOrgan.ts';
import { checkpointIn, standingOf } from './sealEntries.ts';
import type { Tables } from './tables.ts';

/** So many rows are read at once. */
const batch = 5_000;

/** Reads the audit log in PostgreSQL. @param db connected in the role of the application */
export function createPostgresAuditLog(db: Kysely<Tables>): AuditLog {
  return {
    status: (organ) =>
      inOrgan(db, organ, async (open) => ({
        ...(await standingOf(open, organ)),
        entries: await countOf(open, organ, {}),
      })),
    count: (organ, query) => inOrgan(db, organ, (open) => countOf(open, organ, query)),
    find: (organ, query, { limit, offset }) =>
      inOrgan(db, organ, async (open) => {
        const rows = await matching(open, organ, query)
          .leftJoin('audit_chain', 'audit_chain.position', 'audit_entry.position')
          .select([...auditColumns, 'audit_chain.number'])
          .orderBy('audit_entry.position', 'desc')
          .limit(limit)
          .offset(offset)
          .execute();
        return rows.map((row) => ({
          ...enteredAct(row),
          position: row.position,
          number: row.number === null ? null : Number(row.number),
        }));
      }),
    chained: (organ, through) => chained(db, organ, through),
    checkpoints: (organ, through) => checkpoints(db, organ, through),
    unchained: (organ, through) => unchained(db, organ, through),
  };
}

async function countOf(open: Open, organ: OrganId, query: AuditQuery): Promise<number> {
  const { count } = await matching(open, organ, query)
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** The entries of an organ that a query asks for. */
function matching(
  open: Open,
  organ: OrganId,
  { people, act, streams, from, before, below }: AuditQuery,
): SelectQueryBuilder<Tables, 'audit_entry', object> {
  let found = open.selectFrom('audit_entry').where('audit_entry.organ', '=', organ);
  if (people) found = found.where(sql<boolean>`person = any(${[...people]})`);
  if (act !== undefined) found = found.where('act', '=', act);
  if (streams !== undefined) found = found.where('stream_id', 'in', [...streams]);
  if (from) found = found.where('recorded_at', '>=', from);
  if (before) found = found.where('recorded_at', '<', before);
  if (below !== undefined) found = found.where('audit_entry.position', '<', below);
  return found;
}

async function* chained(db: Kysely<Tables>, organ: OrganId, through: number): AsyncGenerator<KeptLink> {
  for (let after = 0; after < through; after += batch) {
    const rows = await inOrgan(db, organ, (open) =>
      open
        .selectFrom('audit_chain')
        .innerJoin('audit_entry', 'audit_entry.position', 'audit_chain.position')
        .select([...auditColumns, 'number', 'previous', 'hash'])
        .where('audit_chain.organ', '=', organ)
        .where('number', '>', String(after))
        .where('number', '<=', String(Math.min(after + batch, through)))
        .orderBy('number')
        .execute(),
    );
    for (const row of rows)
      yield {
        entry: enteredAct(row),
        number: Number(row.number),
        previous: row.previous.toString('hex'),
        hash: row.hash.toString('hex'),
      };
  }
}

async function* checkpoints(db: Kysely<Tables>, organ: OrganId, through: number): AsyncGenerator<SignedCheckpoint> {
  for (let after = 0; after < through; ) {
    const rows = await inOrgan(db, organ, (open) =>
      open
        .selectFrom('audit_checkpoint')
        .select(['line', 'number'])
        .where('organ', '=', organ)
        .where('number', '>', String(after))
        .where('number', '<=', String(through))
        .orderBy('number')
        .limit(batch)
        .execute(),
    );
    for (const { line } of rows) yield checkpointIn(line);
    after = rows.length < batch ? through : Number(rows.at(-1)?.number);
  }
}

/** What is chained meanwhile comes too: the chain that is handed out ends before it. */
async function* unchained(db: Kysely<Tables>, organ: OrganId, through: number): AsyncGenerator<EnteredAct> {
  const isChained = sql<boolean>`exists (select from audit_chain as c
    where c.position = audit_entry.position and c.number <= ${through})`;
  for (let after: string | null = '0'; after !== null; ) {
    const position: string = after;
    const rows = await inOrgan(db, organ, (open) =>
      open
        .selectFrom('audit_entry')
        .select(auditColumns)
        .where('organ', '=', organ)
        .where('position', '>', position)
        .where(({ not }) => not(isChained))
        .orderBy('position')
        .limit(batch)
        .execute(),
    );
    yield* rows.map(enteredAct);
    after = rows.length < batch ? null : (rows.at(-1)?.position ?? null);
  }
}
