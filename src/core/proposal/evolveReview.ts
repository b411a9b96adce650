import { unreachable } from '../unreachable.ts';
import type { ReviewEvent } from './reviewEvents.ts';
import type { Merge, ReviewState, ThirdPartyStep } from './reviewState.ts';

/** What an event of the review changes in it. */
export function evolveReview(review: ReviewState, event: ReviewEvent): ReviewState {
  switch (event.type) {
    case 'groundRecorded': {
      const { knownFrom: _k, recordedOn: _r, ...ground } = event.data;
      const groundsRecorded = review.groundsRecorded + 1;
      return { ...review, groundsRecorded, grounds: [...review.grounds, { ...ground, certain: true }] };
    }
    case 'groundDismissed': {
      const grounds = review.grounds.filter(({ ground }) => ground !== event.data.ground);
      return { ...review, grounds, dismissed: [...review.dismissed, event.data.ground] };
    }
    case 'eligibilityReviewed':
      return { ...review, eligibility: event.data };
    case 'consultationRecorded':
      return { ...review, consultations: [...review.consultations, event.data] };
    case 'referredToCommittee':
      return { ...review, referral: { ...event.data, report: null } };
    case 'committeeReportFiled':
      return { ...review, referral: review.referral && { ...review.referral, report: event.data } };
    case 'thirdPartiesNotified':
      return { ...review, thirdParties: { ...notHeard, ...event.data } };
    case 'writtenOpinionRecorded': {
      const step = review.thirdParties ?? notHeard;
      const others = step.opinions.filter(({ thirdParty }) => thirdParty !== event.data.thirdParty);
      return { ...review, thirdParties: { ...step, opinions: [...others, event.data] } };
    }
    case 'thirdPartyProcedureConcluded': {
      const { on: concludedOn, objectors } = event.data;
      return { ...review, thirdParties: { ...(review.thirdParties ?? notHeard), objectors, concludedOn } };
    }
    case 'mergeOffered':
      return { ...review, merge: { ...event.data, consents: [], concludedOn: null } };
    case 'mergeConsentRecorded':
    case 'mergeConcluded':
      return { ...review, merge: review.merge && evolveMerge(review.merge, event) };
    case 'effortEstimated':
      return { ...review, effort: event.data };
    case 'outsourcingQuoteRecorded':
      return { ...review, quote: event.data };
    case 'outsourcingContractRecorded':
      return { ...review, outsourcing: event.data };
    default:
      return unreachable(event);
  }
}

const notHeard: ThirdPartyStep = {
  notifiedOn: null,
  opinionsDueOn: null,
  notified: 0,
  opinions: [],
  objectors: null,
  concludedOn: null,
};

function evolveMerge(
  merge: Merge,
  event: Extract<ReviewEvent, { type: 'mergeConsentRecorded' | 'mergeConcluded' }>,
): Merge {
  if (event.type === 'mergeConcluded') return { ...merge, concludedOn: event.data.on };
  const { proposal, proposer } = event.data;
  const others = merge.consents.filter((one) => one.proposal !== proposal || one.proposer !== proposer);
  return { ...merge, consents: [...others, event.data] };
}

/** A corrected proposal is referred anew: what the committee reported was about another text. */
export const afterCorrectedForm = (review: ReviewState): ReviewState => ({ ...review, referral: null });
