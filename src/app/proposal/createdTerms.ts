import type { Holding } from '../../core/proposal/contractState.ts';
import type { ProposalFacts } from '../../core/proposal/facts.ts';
import type { ProposalState } from '../../core/proposal/state.ts';
import type { OrganId } from '../../core/role.ts';
import { casePeople } from '../documents/casePeople.ts';
import { loadCase } from '../loadCase.ts';
import type { Parts } from '../parts.ts';
import { isSameParty, sameText } from './sameParty.ts';

/**
 * What the first contractor of created data had to pay (FEE-06), and the contracts on it that bear a proposer's name
 * (FEE-07): the new proposal for which it was made, and later ones on the data itself.
 */
export async function createdTerms(
  parts: Parts,
  organ: OrganId,
  id: string,
  release: string,
): Promise<NonNullable<ProposalFacts['createdTerms']>> {
  const made = await loadCase(parts, organ, 'release', release);
  const first = made && (await loadCase(parts, organ, 'proposal', made.proposal));
  const { records } = await parts.events.states(organ, { kind: 'proposal', where: { stage: 'contracted' } });
  const later = records.filter(
    ({ stream, state }) => stream.id !== id && (state as ProposalState).created?.release === release,
  );
  const firstHeld = made && first?.contract && !first.cancellation ? [made.proposal] : [];
  const contracts = [...firstHeld, ...later.map(({ stream }) => stream.id)];
  const { proposers } = await casePeople(parts, organ, id);
  const holdings = await Promise.all(
    contracts.map(async (proposal): Promise<Holding[]> => {
      const holders = (await casePeople(parts, organ, proposal)).proposers;
      return proposers.flatMap((proposer, index): Holding[] => {
        const namesakes = holders.filter(({ name }) => sameText(name, proposer.name));
        if (namesakes.length === 0) return [];
        const certain = namesakes.some((holder) => isSameParty(holder, proposer));
        return [{ proposal, party: `proposer:${index + 1}`, isFirst: proposal === made?.proposal, certain }];
      });
    }),
  );
  return { firstFeeYen: first?.notice?.items?.feeYen ?? null, holdings: holdings.flat() };
}

/** Proposals of the same call on the same file that came under review, the proposal itself counted (FEE-08). */
export async function sameCallProposals(
  { events }: Pick<Parts, 'events'>,
  organ: OrganId,
  { call, entry }: Pick<ProposalState, 'call' | 'entry'>,
): Promise<number | null> {
  if (call === null) return null;
  const { records } = await events.states(organ, { kind: 'proposal', where: { call, entry } });
  const judged = ['inReview', 'conforming', 'applied', 'contracted'];
  return records.filter(({ state }) => judged.includes((state as ProposalState).stage)).length;
}
