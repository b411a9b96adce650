import { type FiledPaper, type PossibleDuplicate, possibleDuplicates } from '../../core/proposal/possibleDuplicates.ts';
import type { ProposalState } from '../../core/proposal/state.ts';
import type { OrganId } from '../../core/role.ts';
import { foldText } from '../../japan/foldText.ts';
import { casePeople } from '../documents/casePeople.ts';
import type { Parts } from '../parts.ts';
import type { StateRecord } from '../ports/eventStore.ts';

/**
 * Entries that may be of the same paper as a proposal. Names of people are compared and never told; whoever shows the
 * find has asked for `proposalPersonal`.
 */
export async function duplicatesOf(
  parts: Pick<Parts, 'events'>,
  organ: OrganId,
  record: StateRecord,
): Promise<readonly PossibleDuplicate[]> {
  const { entry, call } = record.state as ProposalState;
  const { records } = await parts.events.states(organ, { kind: 'proposal', where: { entry } });
  const near = records.filter(
    ({ stream, state }) => stream.id !== record.stream.id && (state as ProposalState).call === call,
  );
  if (near.length === 0) return [];
  const [own, ...others] = await Promise.all([record, ...near].map((one) => filed(parts, organ, one)));
  return own ? possibleDuplicates(own, others) : [];
}

async function filed(
  parts: Pick<Parts, 'events'>,
  organ: OrganId,
  { stream, state }: StateRecord,
): Promise<FiledPaper> {
  const { proposers } = await casePeople(parts, organ, stream.id);
  const names = proposers.map(({ name }) => foldText(name)).filter((name) => name !== '');
  return { id: stream.id, state: state as ProposalState, names };
}
