import { refusing } from '../decision.ts';

/** Refusals of a complaint, each with what it rests on. */
export const complaintRefusals = {
  complaintEmpty: 'STP-25',
  complaintInFuture: 'STP-25',
  complaintUnitUnknown: 'STP-25',
  handledBeforeReceipt: 'STP-25',
  handlingEmpty: 'REC-11',
  mediationNotProvided: 'STP-25',
  referredBefore: 'STP-25',
} as const;
export type ComplaintRefusal = keyof typeof complaintRefusals;

export const no = refusing(complaintRefusals);
