import type { Event } from '../event.ts';
import type { RecordGround } from './reviewCommands.ts';
import type { EligibilityReview, Ground, GroundSource } from './reviewState.ts';

/** Events of the review; facts about people stand in `personal` alone. */
export type ReviewEvent =
  | Event<
      'groundRecorded',
      Omit<Ground, 'certain'> & { readonly knownFrom: GroundSource; readonly recordedOn: string },
      Pick<RecordGround, 'fact' | 'officer' | 'note'>
    >
  | Event<
      'groundDismissed',
      { readonly ground: string; readonly reason: string; readonly by: string; readonly on: string }
    >
  | Event<'eligibilityReviewed', EligibilityReview>;
