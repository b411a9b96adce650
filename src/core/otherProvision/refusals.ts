import { refusing } from '../decision.ts';

/** Refusals about other 匿名加工情報, each with what it rests on. */
export const otherProvisionRefusals = {
  otherProvisionNotProvided: '法123条1項',
  otherItemsMissing: 'FRM-26',
  notAnnounced: 'PUB-6',
  announcedAfterProvision: 'PUB-6',
  natureNotStated: 'FRM-26',
} as const;
export type OtherProvisionRefusal = keyof typeof otherProvisionRefusals;

export const no = refusing(otherProvisionRefusals);
