import { refusing } from '../decision.ts';

/** Refusals in what concerns the whole organ, each with what it rests on. */
export const officeRefusals = {
  noCouncil: 'ACT-05',
  standardsMissing: 'STP-27',
  councilAskedBefore: 'ACT-05',
  councilNotAsked: 'ACT-05',
  opinionBeforeConsultation: 'ACT-05',
  opinionEmpty: 'ACT-05',
  councilNotHeard: 'STP-27',
  setBeforeOpinion: 'STP-27',
  evaluationEmpty: 'REC-10',
} as const;
export type OfficeRefusal = keyof typeof officeRefusals;

export const no = refusing(officeRefusals);
