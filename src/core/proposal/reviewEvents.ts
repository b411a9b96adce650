import type { Event } from '../event.ts';
import type { NotifyThirdParties, RecordGround } from './reviewCommands.ts';
import type {
  CommitteeReport,
  Consultation,
  EffortEstimate,
  EligibilityReview,
  Ground,
  GroundSource,
  Merge,
  MergeConsent,
  OutsourcingContract,
  OutsourcingQuote,
  Referral,
  WrittenOpinion,
} from './reviewState.ts';

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
  | Event<'eligibilityReviewed', EligibilityReview>
  | Event<'consultationRecorded', Consultation>
  | Event<'referredToCommittee', Omit<Referral, 'report'>>
  | Event<'committeeReportFiled', CommitteeReport>
  | Event<
      'thirdPartiesNotified',
      { readonly notifiedOn: string; readonly opinionsDueOn: string; readonly notified: number },
      Pick<NotifyThirdParties, 'thirdParties'>
    >
  | Event<'writtenOpinionRecorded', WrittenOpinion, { readonly text: string }>
  | Event<
      'thirdPartyProcedureConcluded',
      { readonly on: string; readonly objectors: readonly number[]; readonly reason: string | null }
    >
  | Event<'mergeOffered', Pick<Merge, 'way' | 'others' | 'terms'>>
  | Event<'mergeConsentRecorded', MergeConsent>
  | Event<'mergeConcluded', { readonly on: string; readonly way: Merge['way']; readonly proposals: readonly string[] }>
  | Event<'effortEstimated', EffortEstimate>
  | Event<'outsourcingQuoteRecorded', OutsourcingQuote, { readonly contractor: string }>
  | Event<'outsourcingContractRecorded', OutsourcingContract>;
