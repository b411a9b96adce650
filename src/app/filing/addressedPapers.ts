import type { StreamRef } from '../../core/event.ts';
import type { OrganId } from '../../core/role.ts';
import type { FormKindId } from '../../documents/frame/formKinds.ts';
import { type CasePaper, casePapers } from '../cases/casePapers.ts';
import type { Parts } from '../parts.ts';

/** What goes to whoever proposed, or came from them; every other paper of a case is the organ's own. */
const addressed: readonly FormKindId[] = [
  'proposal',
  'createdProposal',
  'proposalReceipt',
  'correctionRequest',
  'conformingNotice',
  'createdConformingNotice',
  'nonConformingNotice',
  'createdNonConformingNotice',
  'paymentRequest',
  'contractApplication',
  'useContract',
  'createdUseContract',
  'cancellationNotice',
  'delayNotice',
  'provisionLetter',
  'dataReceipt',
];

/** A paper with the case that it is of. */
export interface AddressedPaper extends CasePaper {
  readonly stream: StreamRef;
}

/** The papers of a proposal and of its release that were issued and are addressed to its parties, oldest first. */
export async function addressedPapers(
  parts: Parts,
  organ: OrganId,
  streams: readonly StreamRef[],
): Promise<readonly AddressedPaper[]> {
  const papers = await Promise.all(
    streams.map(async (stream) => (await casePapers(parts, organ, stream)).map((paper) => ({ ...paper, stream }))),
  );
  return papers.flat().filter(({ kept }) => addressed.some((form) => form === kept?.form));
}
