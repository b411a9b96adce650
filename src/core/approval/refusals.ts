import { refusing } from '../decision.ts';

/** Refusals about 起案 and 決裁, each with what it rests on. */
export const approvalRefusals = {
  actOfOtherCase: '手続の記録',
  alreadyDrafted: '手続の記録',
  draftMissing: '手続の記録',
  approverIsDrafter: '手続の記録',
  absenceMissing: '手続の記録',
  approvalMissing: '手続の記録',
  notApproved: '手続の記録',
  issuedBeforeApproval: '手続の記録',
  approvalBeforeDraft: '手続の記録',
} as const;
export type ApprovalRefusal = keyof typeof approvalRefusals;

export const no = refusing(approvalRefusals);
