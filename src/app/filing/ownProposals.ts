import type { ProposalState } from '../../core/proposal/state.ts';
import { actorOn } from '../cases/caseActs.ts';
import type { Parts } from '../parts.ts';
import type { StateRecord } from '../ports/eventStore.ts';
import type { Account } from '../ports/identity.ts';

/** A proposal of the person's own. */
export interface OwnProposal extends StateRecord {
  readonly state: ProposalState;
}

/** The proposals to which the person is a party, newest first. The database itself shows no other. */
export async function ownProposals(
  { events }: Pick<Parts, 'events'>,
  account: Account,
): Promise<readonly OwnProposal[]> {
  const { organ, person } = account;
  const { records } = await events.states(organ, { kind: 'proposal', party: person });
  return (records as readonly OwnProposal[])
    .filter(({ state }) => 'actor' in actorOn(account, organ, { view: 'ownProposals' }, state))
    .toReversed();
}

/** One of them by its id; null for another's as for one that does not exist, after the same work. */
export async function ownProposal(
  parts: Pick<Parts, 'events'>,
  account: Account,
  id: string,
): Promise<OwnProposal | null> {
  return (await ownProposals(parts, account)).find(({ stream }) => stream.id === id) ?? null;
}
