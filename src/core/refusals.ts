import { type AccessRefusal, accessRefusals } from './access.ts';
import { type CommonRefusal, commonRefusals } from './aggregate.ts';
import { type ApprovalRefusal, approvalRefusals } from './approval/refusals.ts';
import { type CallRefusal, callRefusals } from './call/refusals.ts';
import { type ComplaintRefusal, complaintRefusals } from './complaint/refusals.ts';
import { type LeakRefusal, leakRefusals } from './leak/refusals.ts';
import { type OfficeRefusal, officeRefusals } from './office/refusals.ts';
import { type OtherProvisionRefusal, otherProvisionRefusals } from './otherProvision/refusals.ts';
import { type PapersRefusal, papersRefusals } from './papers/refusals.ts';
import { type ProposalRefusal, proposalRefusals } from './proposal/refusals.ts';
import { type RegisterRefusal, registerRefusals } from './register/refusals.ts';
import { type ReleaseRefusal, releaseRefusals } from './release/refusals.ts';
import { type SettingsRefusal, settingsRefusals } from './settings/refusals.ts';

/** Every code with which the procedure refuses. */
export type RefusalCode =
  | AccessRefusal
  | CommonRefusal
  | ApprovalRefusal
  | RegisterRefusal
  | CallRefusal
  | ProposalRefusal
  | ReleaseRefusal
  | SettingsRefusal
  | OfficeRefusal
  | ComplaintRefusal
  | LeakRefusal
  | OtherProvisionRefusal
  | PapersRefusal;

/** Every refusal with the article or requirement it rests on; an organ's own citation may stand in its place. */
export const refusalBases: Readonly<Record<RefusalCode, string>> = {
  ...accessRefusals,
  ...commonRefusals,
  ...approvalRefusals,
  ...registerRefusals,
  ...callRefusals,
  ...proposalRefusals,
  ...releaseRefusals,
  ...settingsRefusals,
  ...officeRefusals,
  ...complaintRefusals,
  ...leakRefusals,
  ...otherProvisionRefusals,
  ...papersRefusals,
};
