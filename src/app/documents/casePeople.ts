import type { ProposalPersonal } from '../../core/proposal/events.ts';
import type { OrganId } from '../../core/role.ts';
import type { Parts } from '../parts.ts';

const nobody: ProposalPersonal = { proposers: [], agent: null, handlers: [], placeOfUse: null, placeOfStorage: null };

/**
 * The people and places of a proposal as they stand after its corrections, read from its events; empty where they were
 * disposed of. Asks no policy: whoever shows them has asked for `proposalPersonal`.
 */
export async function casePeople(
  { events }: Pick<Parts, 'events'>,
  organ: OrganId,
  id: string,
): Promise<ProposalPersonal> {
  const stream = await events.read(organ, { kind: 'proposal', id });
  const parts = stream
    .filter(({ type }) => type === 'proposalReceived' || type === 'correctionReceived')
    .map(({ personal }) => personal as Partial<ProposalPersonal> | null);
  return Object.assign({}, nobody, ...parts);
}
