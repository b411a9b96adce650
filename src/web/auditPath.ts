import type { OrganId } from '../core/role.ts';

/** The auditor's page of an organ. */
export const auditPath = (organ: OrganId): string => `/organs/${organ}/staff/audit`;
