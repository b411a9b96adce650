import { generateKeyPairSync, sign } from 'node:crypto';
import { beginning, chainEntry, type EnteredAct } from '../../app/audit/chainEntry.ts';
import { type SignedCheckpoint, signHead } from '../../app/audit/checkpoint.ts';
import { fingerprintOf } from '../../app/package/verifyPackage.ts';
import type { AuditLog, AuditQuery, KeptLink, ListedAct } from '../../app/ports/auditLog.ts';
import type { SealerView } from '../../app/ports/sealer.ts';
import type { OrganId } from '../../core/role.ts';

interface Chain {
  readonly links: KeptLink[];
  readonly checkpoints: SignedCheckpoint[];
}

/** An audit log whose chain grows, and is signed, when it is told to. */
export interface MemoryAuditLog extends AuditLog, Pick<SealerView, 'publicKey'> {
  /** Chains what an organ has entered, up to `most` more entries, and signs the head. */
  seal(organ: OrganId, at: Date, most?: number): Promise<void>;
}

/** Reads the audit log of a store in memory. @param entered in the order in which it was entered */
export function createMemoryAuditLog(entered: () => readonly EnteredAct[]): MemoryAuditLog {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
  const chains = new Map<OrganId, Chain>();
  const chainOf = (organ: OrganId): Chain => {
    const chain = chains.get(organ) ?? { links: [], checkpoints: [] };
    chains.set(organ, chain);
    return chain;
  };
  const ofOrgan = (organ: OrganId) => entered().filter((entry) => entry.organ === organ);
  const found = (organ: OrganId, query: AuditQuery) =>
    ofOrgan(organ)
      .map((entry, at) => ({ ...entry, position: String(at + 1), number: chainOf(organ).links[at]?.number ?? null }))
      .filter((entry) => matches(entry, query))
      .toReversed();
  return {
    async seal(organ, at, most = Number.POSITIVE_INFINITY) {
      const { links, checkpoints } = chainOf(organ);
      for (const entry of ofOrgan(organ).slice(links.length, links.length + most)) {
        const head = links.at(-1) ?? beginning;
        const { number, hash } = chainEntry(entry, head);
        links.push({ entry, number, previous: head.hash, hash });
      }
      const last = checkpoints.at(-1) ?? null;
      const head = links.at(-1) ?? beginning;
      if (head.number <= (last?.number ?? 0)) return;
      checkpoints.push(
        await signHead(head, last, { organ, at, pem, sign: async (text) => sign(null, text, privateKey) }),
      );
    },
    publicKey: async () => ({ pem, fingerprint: fingerprintOf(publicKey) }),
    async status(organ) {
      const { links, checkpoints } = chainOf(organ);
      const { number, hash } = links.at(-1) ?? beginning;
      return { entries: ofOrgan(organ).length, head: { number, hash }, checkpoint: checkpoints.at(-1) ?? null };
    },
    count: async (organ, query) => found(organ, query).length,
    find: async (organ, query, { limit, offset }) => found(organ, query).slice(offset, offset + limit),
    async *chained(organ, through) {
      yield* chainOf(organ).links.slice(0, through);
    },
    async *checkpoints(organ, through) {
      yield* chainOf(organ).checkpoints.filter(({ number }) => number <= through);
    },
    async *unchained(organ, through) {
      yield* ofOrgan(organ).slice(through);
    },
  };
}

function matches(entry: ListedAct, { people, act, streams, from, before, below }: AuditQuery): boolean {
  const at = Date.parse(entry.recordedAt);
  return (
    (people === undefined || people.includes(entry.actor.person)) &&
    (act === undefined || entry.act === act) &&
    (streams === undefined || streams.includes(entry.stream?.id ?? '')) &&
    (below === undefined || Number(entry.position) < Number(below)) &&
    (from === undefined || at >= from.getTime()) &&
    (before === undefined || at < before.getTime())
  );
}
