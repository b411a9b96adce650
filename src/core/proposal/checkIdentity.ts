import { certificateLimit } from '../calendar/certificate.ts';
import type { Day } from '../calendar/day.ts';
import { happened } from '../decision.ts';
import type { IdentityDocument } from '../organ/identityCheck.ts';
import type { RuleSet } from '../organ/ruleSet.ts';
import type { CheckIdentity } from './commands.ts';
import { type Decided, isBlank, type Known, todayOf } from './facts.ts';
import { proposerIds } from './missingParts.ts';
import { no } from './refusals.ts';
import type { ProposalState } from './state.ts';

/** 本人確認 (CHK-ID-1..5). A paper that does not do is refused; the desk then asks for another one. */
export function checkIdentity(command: CheckIdentity, state: ProposalState, rules: RuleSet, facts: Known): Decided {
  const kind = kindOf(command, state);
  if (kind === null) return no('partyUnknown', { party: command.party });
  const admitted = kind === 'individual' ? rules.identityCheck.individual : rules.identityCheck.corporate;
  const paper = admitted.find(({ id }) => id === command.document);
  const { party, document, validThrough, madeOn, otherReason, documentNumber } = command;
  return (
    paperRefusal(command, admitted, paper) ??
    validityRefusal(command, state) ??
    ageRefusal(command, state, paper) ??
    (command.matches ? null : no('identityDiffers', { party, document }, paper?.text)) ??
    happened({
      type: 'identityChecked',
      data: { party, document, validThrough, madeOn, otherReason, checkedOn: todayOf(facts) },
      personal: { documentNumber },
    })
  );
}

function kindOf({ party }: CheckIdentity, state: ProposalState) {
  if (party === 'agent') return state.agent?.kind ?? null;
  return state.proposers[proposerIds(state).indexOf(party)]?.kind ?? null;
}

/** A paper that is not on the organ's list is accepted for unavoidable reasons, with the reason (CHK-ID-3). */
function paperRefusal(
  command: CheckIdentity,
  admitted: readonly IdentityDocument[],
  paper: IdentityDocument | undefined,
) {
  if (paper || admitted.length === 0 || !isBlank(command.otherReason)) return null;
  return no('identityDocumentNotAdmitted', { document: command.document, admitted: admitted.map(({ id }) => id) });
}

/** DDL-08: valid on the proposal day, where the paper has an end. */
const validityRefusal = ({ validThrough }: CheckIdentity, { receivedOn }: ProposalState) =>
  validThrough !== null && validThrough < receivedOn
    ? no('identityDocumentExpired', { validThrough, proposalDay: receivedOn })
    : null;

/** DDL-07: made within the months before the proposal day. */
function ageRefusal({ madeOn }: CheckIdentity, { receivedOn }: ProposalState, paper: IdentityDocument | undefined) {
  if (paper === undefined || paper.maxAgeMonths === null) return null;
  if (madeOn === null) return no('identityDateMissing', { document: paper.id }, paper.text);
  const { earliestIssue } = certificateLimit(receivedOn as Day, paper.maxAgeMonths);
  return madeOn < earliestIssue ? no('certificateTooOld', { madeOn, earliestIssue }, paper.text) : null;
}
