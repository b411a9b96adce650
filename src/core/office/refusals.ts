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
  caseNotOpen: '手続の記録',
  handedOverToSelf: '手続の記録',
  nothingToHandOver: '手続の記録',
  officeReasonMissing: '手続の記録',
  substituteDaysWrong: '手続の記録',
  ownService: '手続の記録',
  divisionsMissing: '手続の記録',
  divisionChangePast: '手続の記録',
  closedDayKnown: '民法142条',
  closedDayUnknown: '民法142条',
  closedDayDecidedLater: '民法142条',
  noOutOfPurposeUse: 'SEC-14',
  publicInterestWithoutCouncil: 'SEC-14',
} as const;
export type OfficeRefusal = keyof typeof officeRefusals;

export const no = refusing(officeRefusals);
