import { certificateLimit } from '../calendar/certificate.ts';
import type { Day } from '../calendar/day.ts';
import { happened } from '../decision.ts';
import type { IdentityDocument } from '../organ/identityCheck.ts';
import type { RuleSet } from '../organ/ruleSet.ts';
import type { CheckIdentity } from './commands.ts';
import { type Decided, isBlank, type Known, todayOf } from './facts.ts';
import { isParty } from './recordContact.ts';
import { no } from './refusals.ts';
import type { IdentifiedId, ProposalState } from './state.ts';

/** 本人確認 (CHK-ID-1..5). A paper that does not do is refused; the desk then asks for another one. */
export function checkIdentity(command: CheckIdentity, state: ProposalState, rules: RuleSet, facts: Known): Decided {
  const { party, document, validThrough, madeOn, otherReason, documentNumber } = command;
  const paper = paperOf(command, state, rules);
  return (
    partyRefusal(party, state, rules) ??
    paperRefusal(command, admittedFor(party, state, rules), paper) ??
    validityRefusal(command, state, rules, paper) ??
    ageRefusal(command, state, paper) ??
    (command.matches ? null : no('identityDiffers', { party, document }, paper?.text)) ??
    happened({
      type: 'identityChecked',
      data: {
        party,
        document,
        validThrough,
        madeOn,
        otherReason,
        checkedOn: todayOf(facts),
        warnings: isClipped(state, paper) ? ['certificateLimitClipped'] : [],
      },
      personal: { documentNumber },
    })
  );
}

/** The paper of a 担当者 is taken where the organ provides for it (CHK-ID-5); it is never among what is missing. */
function partyRefusal(party: IdentifiedId, state: ProposalState, { identityCheck }: RuleSet) {
  if (!isParty(party, state)) return no('partyUnknown', { party });
  const { contactPersonPaper } = identityCheck;
  return party === 'contactPerson' && contactPersonPaper?.value !== true ? no('contactPaperNotProvided') : null;
}

/** The papers that do for a party: an individual's, or a corporate body's; the 担当者 is an individual. */
function admittedFor(party: IdentifiedId, state: ProposalState, { identityCheck }: RuleSet) {
  const proposer = state.proposers.find((_, index) => party === `proposer:${index + 1}`);
  const kind = party === 'agent' ? state.agent?.kind : proposer?.kind;
  return kind === undefined || kind === 'individual' ? identityCheck.individual : identityCheck.corporate;
}

/** The organ's rule on the paper that was shown; undefined = it stands on none of its lists. */
export const paperOf = (
  { party, document }: Pick<CheckIdentity, 'party' | 'document'>,
  state: ProposalState,
  rules: RuleSet,
): IdentityDocument | undefined => admittedFor(party, state, rules).find(({ id }) => id === document);

/** A paper that is not on the organ's list is accepted for unavoidable reasons, with the reason (CHK-ID-3). */
function paperRefusal(
  command: CheckIdentity,
  admitted: readonly IdentityDocument[],
  paper: IdentityDocument | undefined,
) {
  if (paper || admitted.length === 0 || !isBlank(command.otherReason)) return null;
  return no('identityDocumentNotAdmitted', { document: command.document, admitted: admitted.map(({ id }) => id) });
}

/** Cards of an individual that always bear an end. */
const endingCards: readonly string[] = [
  'driverLicence',
  'healthQualificationCertificate',
  'healthInsuranceCard',
  'myNumberCard',
  'residenceCard',
  'specialPermanentResidentCertificate',
];

/** DDL-08: valid on the proposal day; where the organ asks for it, the end of a card that has one must be noted. */
function validityRefusal(
  { document, validThrough }: CheckIdentity,
  { receivedOn }: ProposalState,
  { identityCheck }: RuleSet,
  paper: IdentityDocument | undefined,
) {
  const rule = identityCheck.validOnProposalDay;
  if (validThrough !== null && validThrough < receivedOn)
    return no('identityDocumentExpired', { validThrough, proposalDay: receivedOn }, rule?.text);
  return validThrough === null && rule?.value === true && paper && endingCards.includes(document)
    ? no('identityValidityMissing', { document }, rule.text)
    : null;
}

/** DDL-07: made within the months before the proposal day. */
function ageRefusal({ madeOn }: CheckIdentity, { receivedOn }: ProposalState, paper: IdentityDocument | undefined) {
  if (paper === undefined || paper.maxAgeMonths === null) return null;
  if (madeOn === null) return no('identityDateMissing', { document: paper.id }, paper.text);
  const { earliestIssue } = certificateLimit(receivedOn as Day, paper.maxAgeMonths);
  return madeOn < earliestIssue ? no('certificateTooOld', { madeOn, earliestIssue }, paper.text) : null;
}

/** 「6月以内」 counted back to a month without that day: a soft warning (DDL-07). */
const isClipped = ({ receivedOn }: ProposalState, paper: IdentityDocument | undefined): boolean =>
  typeof paper?.maxAgeMonths === 'number' && certificateLimit(receivedOn as Day, paper.maxAgeMonths).clipped;
