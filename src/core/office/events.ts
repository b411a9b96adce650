import type { Event } from '../event.ts';
import type { CouncilConsultation, Evaluation, StandardId, StandardSetting } from './state.ts';

export type OfficeEvent =
  | Event<'councilConsulted', Omit<CouncilConsultation, 'opinion'>>
  | Event<'councilOpinionRecorded', NonNullable<CouncilConsultation['opinion']>>
  | Event<'standardsSet', StandardSetting & { readonly standards: readonly StandardId[] }>
  | Event<'evaluationRecorded', Evaluation>;
