import { unreachable } from '../unreachable.ts';
import type { ReviewEvent } from './reviewEvents.ts';
import type { ReviewState } from './reviewState.ts';

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
    default:
      return unreachable(event);
  }
}
