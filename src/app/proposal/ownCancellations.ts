import type { ProposalCommand } from '../../core/proposal/commands.ts';
import type { ProposalFacts } from '../../core/proposal/facts.ts';
import { barsForYears, type ProposalState } from '../../core/proposal/state.ts';
import type { OrganId } from '../../core/role.ts';
import { casePeople } from '../documents/casePeople.ts';
import type { Parts } from '../parts.ts';
import { isSameParty, sameText } from './sameParty.ts';

type Cancellations = ProposalFacts['cancellations'];

/**
 * The contracts that this organ cancelled with someone who bears a proposer's name (CRI-1: 「可能な範囲で確認する」). A
 * cancellation on a ground of the contract alone bars nobody (CAN-4) and is left out.
 */
export async function ownCancellations(
  parts: Parts,
  organ: OrganId,
  id: string,
  command: ProposalCommand,
): Promise<Cancellations> {
  const { records } = await parts.events.states(organ, { kind: 'proposal', where: { stage: 'cancelled' } });
  const cancelled = records.flatMap(({ stream, state }) => {
    const { cancellation } = state as ProposalState;
    const bars = cancellation !== null && barsForYears(cancellation.ground) && stream.id !== id;
    return bars ? [{ id: stream.id, cancelledOn: cancellation.cancelledOn }] : [];
  });
  if (cancelled.length === 0) return [];
  const proposers =
    'form' in command && 'attachments' in command && command.proposers !== null
      ? command.proposers
      : (await casePeople(parts, organ, id)).proposers;
  const found = await Promise.all(
    cancelled.map(async (one) => {
      const barred = (await casePeople(parts, organ, one.id)).proposers;
      return proposers.flatMap((proposer, index): Cancellations => {
        const namesakes = barred.filter(({ name }) => sameText(name, proposer.name));
        if (namesakes.length === 0) return [];
        return [
          { ...one, party: `proposer:${index + 1}`, certain: namesakes.some((other) => isSameParty(other, proposer)) },
        ];
      });
    }),
  );
  return found.flat();
}
