import { join } from 'node:path';
import type { Kysely } from 'kysely';
import type { Link } from '../../app/audit/chainEntry.ts';
import { checkpointEvery, type SignedCheckpoint, signHead } from '../../app/audit/checkpoint.ts';
import type { Clock } from '../../app/ports/clock.ts';
import type { PublicKey } from '../../app/ports/organKeys.ts';
import type { OrganId } from '../../core/role.ts';
import { type SigningKeyFile, signingKeyFile } from '../keys/signingKeyFile.ts';
import { ChainDiffers, nowhere, type Place, sealEntries } from '../postgres/sealEntries.ts';
import type { Tables } from '../postgres/tables.ts';
import { type CheckpointFile, openCheckpointFile } from './checkpointFile.ts';

/** A checkpoint is signed at least so often while there is something new, in milliseconds. */
const longestUnsigned = 60_000;

export interface SealingParts {
  /** Connected in the role of the application. */
  readonly db: Kysely<Tables>;
  readonly clock: Pick<Clock, 'real'>;
  /** `DATA_DIR`: the key and the file of the checkpoints are below it. */
  readonly folder: string;
}

/** Chains and signs the log of one organ at a time. */
interface OrganSealing {
  /** The checkpoints outside the database. */
  readonly file: string;
  publicKey(): Promise<PublicKey>;
  /**
   * One pass; answers whether more waits. `isLast` signs whatever is not signed.
   * @throws ChainDiffers when the database is older than what stands outside, or was changed.
   */
  seal(organ: OrganId, isLast: boolean): Promise<boolean>;
}

export function createOrganSealing({ db, clock, folder }: SealingParts): OrganSealing {
  const file = join(folder, 'audit', 'checkpoints.jsonl');
  // No organ has a dot in its id.
  const key = signingKeyFile(join(folder, 'keys', 'audit.signing.pem'));
  const places = new Map<OrganId, Place>();
  let outside: Promise<CheckpointFile> | null = null;
  const reopen = (error: unknown): never => {
    outside = null;
    throw error;
  };
  const begin = (error: unknown): never => {
    // The database may come back as another one, with other numbers of transactions.
    if (!(error instanceof ChainDiffers)) places.clear();
    throw error;
  };
  return {
    file,
    publicKey: () => key.publicKey(),
    async seal(organ, isLast) {
      outside ??= openCheckpointFile(file).catch(reopen);
      const checkpoints = await outside;
      const sealed = await sealEntries(db, {
        organ,
        place: places.get(organ) ?? nowhere,
        outside: checkpoints.last(organ),
        sign: (standing) => signIfDue(organ, standing, key, clock.real(), isLast),
      }).catch(begin);
      places.set(organ, sealed.place);
      if (sealed.checkpoints.length > 0) await checkpoints.append(sealed.checkpoints).catch(reopen);
      return sealed.hasMore;
    },
  };
}

interface Standing {
  readonly head: Link;
  readonly checkpoint: SignedCheckpoint | null;
}

async function signIfDue(
  organ: OrganId,
  { head, checkpoint }: Standing,
  key: SigningKeyFile,
  now: Date,
  isLast: boolean,
): Promise<SignedCheckpoint | null> {
  const age = checkpoint ? Math.abs(now.getTime() - Date.parse(checkpoint.at)) : longestUnsigned;
  const isDue = isLast || age >= longestUnsigned || head.number - (checkpoint?.number ?? 0) >= checkpointEvery;
  if (!isDue) return null;
  const { pem } = await key.publicKey();
  return signHead(head, checkpoint, { organ, at: now, pem, sign: key.sign });
}
