import type { Account } from '../app/ports/identity.ts';
import type { OrganId } from '../core/role.ts';
import { actorFor } from './access.ts';
import { filingPath } from './filing/filingPaths.ts';

/** Where a person's work begins: a proposer or an agent comes to their own proposals, never to a page of the staff. */
export const isFiler = (account: Account): boolean =>
  actorFor(account, account.organ, { view: 'ownProposals' }) !== null;

export const homeOf = (account: Account, organ: OrganId): string =>
  isFiler(account) ? filingPath(organ) : `/organs/${organ}/staff`;
