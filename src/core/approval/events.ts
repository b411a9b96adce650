import type { Event } from '../event.ts';
import type { OutgoingAct } from './outgoingActs.ts';
import type { Approval, Draft, Issue, Numbering } from './state.ts';

/** Events of 起案, 決裁 and 施行, the same in every kind of case. */
export type ApprovalEvent =
  | Event<'actDrafted', Omit<Draft, 'approval'>>
  | Event<'draftApproved', Approval & { readonly act: OutgoingAct; readonly by: string }>
  | Event<'draftReturned', { readonly act: OutgoingAct; readonly reason: string; readonly by: string }>
  | Event<'approvalRecorded', Omit<Draft, 'approval'> & { readonly approval: Approval }>
  | Event<'actIssued', Issue>
  | Event<'actNumbered', Numbering>;
