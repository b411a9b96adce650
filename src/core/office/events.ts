import type { Event } from '../event.ts';
import type {
  CaseRef,
  CouncilConsultation,
  DivisionChange,
  Evaluation,
  HandOver,
  OutOfPurposeUse,
  OwnClosedDay,
  ServiceChange,
  StandardId,
  StandardSetting,
  Substitute,
} from './state.ts';

export type OfficeEvent =
  | Event<'councilConsulted', Omit<CouncilConsultation, 'opinion'>>
  | Event<'councilOpinionRecorded', NonNullable<CouncilConsultation['opinion']>>
  | Event<'standardsSet', StandardSetting & { readonly standards: readonly StandardId[] }>
  | Event<'evaluationRecorded', Evaluation>
  | Event<'caseAssigned', CaseRef & { readonly person: string }>
  | Event<'workHandedOver', HandOver>
  | Event<'substituteNamed', Substitute>
  | Event<'serviceChanged', ServiceChange>
  | Event<'divisionsChanged', DivisionChange>
  | Event<'closedDayAdded', Omit<OwnClosedDay, 'withdrawnOn'>>
  | Event<'closedDayWithdrawn', { readonly day: string; readonly withdrawnOn: string }>
  | Event<'outOfPurposeUseLogged', OutOfPurposeUse>;
