import type { ProposalPersonal } from '../../core/proposal/events.ts';
import type { Handler } from '../../core/proposal/form.ts';
import type { PossibleDuplicate } from '../../core/proposal/possibleDuplicates.ts';
import type { PromptAct } from '../../core/proposal/promptActs.ts';
import type { ProposalState } from '../../core/proposal/state.ts';
import { mustBeBriefed } from '../../core/release/decide.ts';
import type { ReleaseState } from '../../core/release/state.ts';
import type { AnyState, CaseKind } from '../aggregates.ts';
import { casePeople } from '../documents/casePeople.ts';
import { type MovedDeadline, movedDeadlines } from '../office/movedDeadlines.ts';
import type { Parts } from '../parts.ts';
import type { StateRecord } from '../ports/eventStore.ts';
import type { Account } from '../ports/identity.ts';
import { handlersIn } from '../proposal/handlersIn.ts';
import { type CaseTimeline, caseTimeline, type PastAct } from '../timeline/caseTimeline.ts';
import type { DueDay } from '../timeline/dueDays.ts';
import { type Awaited, awaited } from './awaited.ts';
import { actorOn, type CaseAct, caseActs } from './caseActs.ts';
import { type CaseFile, caseFiles } from './caseFiles.ts';
import type { CasePaper } from './casePapers.ts';
import { openPromptActs } from './deskAlarms.ts';
import { duplicatesOf } from './duplicates.ts';
import { papersFor } from './papersFor.ts';
import { type Retention, retentionOf } from './retention.ts';
import { rulesOf } from './rulesOf.ts';

/** What one person sees of a case. */
export interface CaseView {
  readonly acts: readonly CaseAct[];
  readonly awaited: readonly Awaited[];
  readonly due: readonly DueDay[];
  readonly past: readonly PastAct[];
  readonly papers: readonly CasePaper[];
  /** How long they are kept; null = no rules are in force. */
  readonly retention: Retention | null;
  readonly files: readonly CaseFile[];
  /** Of the whole organ: printed deadlines that today's calendar would count otherwise. */
  readonly moved: readonly MovedDeadline[];
  /** Who proposes; null where the person may not see it, and for other kinds of cases. */
  readonly people: ProposalPersonal | null;
  /** 取扱従事者 by their number; empty where the person may not see them. */
  readonly handlers: ReadonlyMap<string, Handler>;
  /** The way of a proposal and its release; null for the other kinds. */
  readonly timeline: CaseTimeline | null;
  /** 直ちに, 速やかに: acts of a proposal that are still to be done. */
  readonly promptActs: readonly PromptAct[];
  /** Entries that may be of the same paper; only for who may see its people. */
  readonly duplicates: readonly PossibleDuplicate[];
}

/** All that a person may see of a case and do on it. Seeing names and addresses is written to the audit log. */
export async function caseView(parts: Parts, account: Account, record: StateRecord): Promise<CaseView> {
  const { stream, state } = record;
  const kind = stream.kind as CaseKind;
  const rules = rulesOf(parts, account.organ, state as AnyState);
  const todays = rulesOf(parts, account.organ, null);
  const proposal = proposalOf(kind, stream.id, state as AnyState);
  const timeline = proposal === null ? null : await caseTimeline(parts, account.organ, proposal);
  const people = kind === 'proposal' ? await peopleFor(parts, account, record) : null;
  const today = parts.clock.procedure().slice(0, 10);
  return {
    acts: await caseActs(parts, account, record),
    awaited: rules ? awaited(kind, state as AnyState, rules, today) : [],
    due: timeline?.due ?? [],
    past: timeline && kind === 'proposal' ? timeline.past : await ownPast(parts, account, record),
    papers: await papersFor(parts, account, record),
    retention: todays && retentionOf(todays, kind, state as AnyState),
    files: filesFor(parts, account, record),
    moved: kind === 'office' ? await movedDeadlines(parts, account.organ) : [],
    people,
    handlers: people === null ? new Map() : handlersIn(await parts.events.read(account.organ, stream)),
    timeline,
    promptActs: kind === 'proposal' ? openPromptActs(parts, account.organ, state as ProposalState) : [],
    duplicates: people === null ? [] : await duplicatesOf(parts, account.organ, record),
  };
}

/** The proposal that a case belongs to: itself, or the one whose contract began the release. */
const proposalOf = (kind: CaseKind, id: string, state: AnyState): string | null => {
  if (kind === 'proposal') return id;
  return kind === 'release' ? (state as AnyState & { readonly proposal: string }).proposal : null;
};

async function ownPast({ events }: Parts, { organ }: Account, { stream }: StateRecord): Promise<readonly PastAct[]> {
  const own = await events.read(organ, stream);
  return own.map(({ type, at, actor, data }) => ({ kind: stream.kind as CaseKind, type, at, actor, data }));
}

async function peopleFor(parts: Parts, account: Account, { stream, state }: StateRecord) {
  const allowed = actorOn(account, account.organ, { view: 'proposalPersonal' }, state as ProposalState);
  if ('refusal' in allowed) return null;
  const entry = { act: 'proposalPersonal', outcome: 'read', stream, facts: {} } as const;
  await parts.events.audit(account.organ, allowed.actor, parts.clock.procedure(), entry);
  return casePeople(parts, account.organ, stream.id);
}

/** The files of a case that the person may have. */
export const filesFor = (parts: Parts, account: Account, { stream, state }: StateRecord): readonly CaseFile[] =>
  isUnbriefed(parts, account, { stream, state })
    ? []
    : caseFiles(stream.kind as CaseKind, state as AnyState).filter(({ asked }) =>
        asked.some((act) => 'actor' in actorOn(account, account.organ, act, state as AnyState)),
      );

/** SEC-6: the files of a release are for people who were told of their duty, where the organ's text asks for it. */
function isUnbriefed(
  parts: Parts,
  account: Account,
  { stream, state }: Pick<StateRecord, 'stream' | 'state'>,
): boolean {
  if (stream.kind !== 'release') return false;
  const rules = rulesOf(parts, account.organ, state as AnyState);
  return rules !== null && mustBeBriefed(rules.creation) && !(state as ReleaseState).briefed.includes(account.person);
}
