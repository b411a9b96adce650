import type { NotifyThirdParties } from '../../core/proposal/reviewCommands.ts';
import type { ProposalState } from '../../core/proposal/state.ts';
import type { OrganId } from '../../core/role.ts';
import type { Parts } from '../parts.ts';
import type { Objector } from './deriveRecipe.ts';

/**
 * The third parties who object, with what finds their records in the file (STP-11). What finds them is personal data and
 * stands in the record of the notification alone; null where it was not noted or was disposed of.
 */
export async function objectorRecords(
  { events }: Pick<Parts, 'events'>,
  organ: OrganId,
  id: string,
  { review }: Pick<ProposalState, 'review'>,
): Promise<readonly Objector[]> {
  const numbers = review.thirdParties?.objectors ?? [];
  if (numbers.length === 0) return [];
  const notices = (await events.read(organ, { kind: 'proposal', id })).filter(
    ({ type }) => type === 'thirdPartiesNotified',
  );
  const heard = notices.at(-1)?.personal as Pick<NotifyThirdParties, 'thirdParties'> | null | undefined;
  return numbers.map((thirdParty) => ({
    thirdParty,
    record: heard?.thirdParties[thirdParty - 1]?.record ?? null,
  }));
}
