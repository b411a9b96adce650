import type { CaseKind } from '../aggregates.ts';
import type { View } from '../policy.ts';

/** The view by which a case of each kind is seen. */
export const viewOf = {
  register: 'register',
  call: 'call',
  proposal: 'caseTimeline',
  release: 'release',
  complaint: 'complaint',
  leak: 'leak',
  otherProvision: 'otherProvision',
  office: 'officeRecords',
} as const satisfies Record<CaseKind, View>;
