import { denied } from '../core/access.ts';
import type { Permission } from '../core/aggregate.ts';
import { stageRefusal } from '../core/aggregate.ts';
import type { Refusal } from '../core/decision.ts';
import { type Actor, type OrganId, type Role, roles } from '../core/role.ts';
import { type AggregateKind, type AnyState, type CommandName, permissionOf } from './aggregates.ts';

/** What can be looked at, and by which roles; what the public sees is asked for without an actor and needs no view. */
export const viewers = {
  /** Entries that are not public, with everything the organ keeps on them. */
  register: ['centralDesk', 'responsibleDivision', 'head', 'creator', 'verifier', 'auditor'],
  /** A call before its publication, and the work on it. */
  call: ['centralDesk', 'responsibleDivision', 'head', 'auditor'],
  /** A case without the personal data of its people. */
  proposal: ['centralDesk', 'responsibleDivision', 'head', 'committee', 'proposer', 'agent', 'auditor'],
  /** Names, addresses and identity papers of a case. */
  proposalPersonal: ['centralDesk', 'responsibleDivision', 'head', 'committee', 'proposer', 'agent'],
  release: ['centralDesk', 'responsibleDivision', 'head', 'creator', 'verifier', 'auditor'],
  /** The source, the recipe and the report of a creation: 加工方法等情報. */
  releaseFiles: ['creator', 'verifier'],
  /** How a case went, with the findings and what is left to do: for the organ's own people; the committee's what was referred. */
  caseTimeline: ['centralDesk', 'responsibleDivision', 'head', 'committee', 'auditor'],
  /** Complaints, leaks and provisions of other 匿名加工情報, without the personal data of their people. */
  complaint: ['centralDesk', 'responsibleDivision', 'head', 'auditor'],
  leak: ['centralDesk', 'responsibleDivision', 'head', 'auditor'],
  otherProvision: ['centralDesk', 'responsibleDivision', 'head', 'auditor'],
  /** The yearly figures of the organ. */
  figures: ['centralDesk', 'head', 'auditor'],
  /** Estimate against actual effort over all cases, without personal data. */
  effort: ['centralDesk', 'responsibleDivision', 'head', 'auditor'],
  /** What concerns the whole organ: standards and the council's opinion, evaluations. */
  officeRecords: ['centralDesk', 'responsibleDivision', 'head', 'council', 'auditor', 'administrator'],
  /** The first page after signing in, of whoever works in or for the organ. */
  office: roles.filter((role) => !['system', 'proposer', 'agent', 'thirdParty', 'complainant'].includes(role)),
  /** Filing online, drafts, and the person's own proposals: what the policy lets through is asked again of each case. */
  ownProposals: ['proposer', 'agent'],
  /** The own password. */
  ownAccount: roles.filter((role) => role !== 'system'),
  /** The audit log: who did, was refused or looked at what, with references to cases and no personal data. */
  auditLog: ['auditor'],
  /** People, values of the profile and the clock of a demonstration; never the contents of a case. */
  administration: ['administrator'],
} as const satisfies Record<string, readonly Role[]>;
export type View = keyof typeof viewers;

/** A command, with the kind of case where several know it, or a look. */
export type Asked = { readonly command: CommandName; readonly kind?: AggregateKind } | { readonly view: View };

/** One act of one person on one subject. `subject` absent = before anything was loaded; null = it does not exist. */
export interface Act {
  readonly actor: Actor;
  readonly organ: OrganId;
  readonly act: Asked;
  readonly subject?: AnyState | null;
}

/** Parties of a case and the division in charge, as far as a state names them. */
interface Related extends AnyState {
  /** Accounts of the proposers and their agent. */
  readonly parties?: readonly string[];
  /** 所管組織 of the file that the case is about. */
  readonly responsibleOrganization?: string;
  readonly contents?: { readonly responsibleOrganization: string };
  /** 付託, of a proposal. */
  readonly review?: { readonly referral: object | null };
}

/** Those who are no people of the organ. */
export const outsiders: readonly Role[] = ['proposer', 'agent', 'thirdParty', 'complainant', 'contractor'];

/**
 * The one answer to who may do or see what: role, organ, relation to the case, division, stage. Every exit asks here.
 * Null = allowed. An outsider learns the same of another's case as of one that does not exist.
 */
export function policy({ actor, organ, act, subject }: Act): Refusal | null {
  if (actor.organ !== organ) return denied('otherOrgan', { organ: actor.organ }).refusal;
  const permission = 'command' in act ? permissionOf(act.command, act.kind) : null;
  const allowed: readonly Role[] = 'command' in act ? (permission?.roles ?? []) : viewers[act.view];
  if (!allowed.includes(actor.role))
    return denied('notPermitted', { role: actor.role, act: nameOf(act), roles: allowed }).refusal;
  if (subject === undefined) return null;
  return (
    relationRefusal(actor, subject) ??
    unknownCase(actor, permission, subject) ??
    (permission ? null : viewRefusal(actor, subject)) ??
    stageOf(act, permission, subject)
  );
}

const nameOf = (act: Act['act']): string => ('command' in act ? act.command : act.view);

function relationRefusal(actor: Actor, subject: Related | null): Refusal | null {
  if (outsiders.includes(actor.role) && subject !== null && !subject.parties?.includes(actor.person))
    return denied('notFound').refusal;
  const division = subject?.responsibleOrganization ?? subject?.contents?.responsibleOrganization;
  if (actor.role !== 'responsibleDivision' || actor.division === undefined || division === undefined) return null;
  return actor.division === division ? null : denied('otherDivision', { division: actor.division }).refusal;
}

/** What does not exist is answered as what is another's. */
const unknownCase = (
  { role }: Actor,
  permission: Permission<string> | null,
  subject: Related | null,
): Refusal | null =>
  subject === null && outsiders.includes(role) && !permission?.stages.includes('absent')
    ? denied('notFound').refusal
    : null;

/** The committee looks at what was referred to it, and at nothing else (ACT-04). */
const viewRefusal = ({ role }: Actor, subject: Related | null): Refusal | null =>
  role === 'committee' && subject !== null && !subject.review?.referral ? denied('notFound').refusal : null;

function stageOf(act: Act['act'], permission: Permission<string> | null, subject: AnyState | null): Refusal | null {
  if (permission !== null) return stageRefusal(permission, nameOf(act), subject?.stage ?? null)?.refusal ?? null;
  return subject === null ? denied('notFound').refusal : null;
}
