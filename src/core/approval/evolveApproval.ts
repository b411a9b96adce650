import { unreachable } from '../unreachable.ts';
import type { ApprovalEvent } from './events.ts';
import { outgoing } from './outgoingActs.ts';
import type { Approvable } from './state.ts';

const types = {
  actDrafted: true,
  draftApproved: true,
  draftReturned: true,
  approvalRecorded: true,
  actIssued: true,
  actNumbered: true,
} as const satisfies Record<ApprovalEvent['type'], true>;

export const isApprovalEvent = (event: { readonly type: string }): event is ApprovalEvent => event.type in types;

export const undrafted: Approvable = { drafts: [], issues: [] };

/** What an event of 起案, 決裁 and 施行 changes. */
export function evolveApproval({ drafts, issues }: Approvable, event: ApprovalEvent): Approvable {
  const others = drafts.filter(({ act }) => act !== event.data.act);
  switch (event.type) {
    case 'actDrafted':
      return { drafts: [...others, { ...event.data, approval: null }], issues };
    case 'approvalRecorded':
      return { drafts: [...others, event.data], issues };
    case 'draftReturned':
      return { drafts: others, issues };
    case 'actIssued':
      return { drafts: others, issues: [...issues, event.data] };
    case 'actNumbered':
      return { drafts, issues };
    case 'draftApproved': {
      const { act: _, by: __, ...approval } = event.data;
      return { drafts: drafts.map((draft) => (draft.act === event.data.act ? { ...draft, approval } : draft)), issues };
    }
    default:
      return unreachable(event);
  }
}

/** What another event of the case leaves of the drafts: an approval is of what it saw. */
export const draftsAfter = ({ drafts, issues }: Approvable, type: string): Approvable => ({
  drafts: drafts.filter(({ act }) => !outgoing(act).voidedBy?.includes(type)),
  issues,
});
