import type { OrganId } from '../../core/role.ts';
import type { Link } from '../audit/chainEntry.ts';
import type { PublicKey } from './organKeys.ts';

/** How the sealer stands with an organ's audit log. */
export type SealerState =
  | { readonly state: 'sealing' }
  /** The chain does not hold the last checkpoint outside the database: nothing is chained until a person has looked. */
  | { readonly state: 'differs'; readonly outside: Link; readonly number: number }
  /** It tries again; `reason` is for who looks after the machine. */
  | { readonly state: 'failing'; readonly reason: string };

/** What others see of the sealer. */
export interface SealerView {
  state(organ: OrganId): SealerState;
  /** The key with which checkpoints are signed. */
  publicKey(): Promise<PublicKey>;
  /** Where the checkpoints outside the database are. */
  readonly file: string;
}
