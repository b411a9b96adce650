import type { CaseKind, CommandName } from '../app/aggregates.ts';
import type { OrganId } from '../core/role.ts';

/** How each kind of case is called in an address. */
export const segments = {
  register: 'register',
  call: 'calls',
  proposal: 'cases',
  release: 'releases',
  complaint: 'complaints',
  leak: 'leaks',
  otherProvision: 'other-provisions',
  office: 'office',
} as const satisfies Record<CaseKind, string>;

export const listPath = (organ: OrganId, kind: CaseKind): string => `/organs/${organ}/staff/${segments[kind]}`;
export const casePath = (organ: OrganId, kind: CaseKind, id: string): string => `${listPath(organ, kind)}/${id}`;

/** Commands with a page of their own. */
const ownPages: Partial<Record<CommandName, string>> = { correctEntry: 'correct', recordFinding: 'findings' };

export const hasOwnPage = (command: CommandName): boolean => command in ownPages;

/** The form of a command; `new` stands for a case that the command begins. */
export const commandPath = (organ: OrganId, kind: CaseKind, id: string, command: CommandName): string =>
  `${casePath(organ, kind, id)}/${ownPages[command] ?? `do/${command}`}`;
