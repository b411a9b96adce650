import type { CallState } from '../../core/call/state.ts';
import type { ComplaintState } from '../../core/complaint/state.ts';
import type { LeakState } from '../../core/leak/state.ts';
import type { OtherProvisionState } from '../../core/otherProvision/state.ts';
import type { ProposalState } from '../../core/proposal/state.ts';
import { subjectOf } from '../../core/proposal/subjectOf.ts';
import type { RegisterState } from '../../core/register/state.ts';
import type { ReleaseState } from '../../core/release/state.ts';
import { foldText } from '../../japan/foldText.ts';
import { caseWords } from '../../messages/caseWords.ts';
import { stageWord } from '../../messages/stageWord.ts';
import type { AnyState, CaseKind } from '../aggregates.ts';
import { openDeadlines } from '../openDeadlines.ts';
import type { Parts } from '../parts.ts';
import type { StateRecord } from '../ports/eventStore.ts';
import type { Account } from '../ports/identity.ts';
import { actorOn } from './caseActs.ts';
import { viewOf } from './viewOf.ts';

/** A case as a list shows it. */
export interface ListedCase {
  readonly kind: CaseKind;
  readonly id: string;
  /** The number by which people speak of it; null where it has only its name. */
  readonly number: { readonly fiscalYear: number; readonly serial: number } | null;
  readonly title: string;
  readonly division: string | null;
  readonly stage: string;
  /** The next dated deadline. */
  readonly due: string | null;
}

/** A state as a list shows it. */
export function listedCase(kind: CaseKind, id: string, state: AnyState): ListedCase {
  const due = Object.values(openDeadlines(kind, state)).toSorted()[0] ?? null;
  return { kind, id, stage: state.stage, due, ...named(kind, state) };
}

function named(kind: CaseKind, state: AnyState): Pick<ListedCase, 'number' | 'title' | 'division'> {
  if (kind === 'register') {
    const { fileName, responsibleOrganization } = (state as RegisterState).contents;
    return { number: null, title: fileName, division: responsibleOrganization };
  }
  if (kind === 'complaint')
    return { number: null, title: caseWords.complaintOf((state as ComplaintState).receivedOn), division: null };
  if (kind === 'leak') return { number: null, title: caseWords.leakOf((state as LeakState).knownOn), division: null };
  if (kind === 'otherProvision') return { number: null, title: (state as OtherProvisionState).name, division: null };
  if (kind === 'office') return { number: null, title: caseWords.lists.office.short, division: null };
  if (kind === 'call') return { number: null, title: (state as CallState).title, division: null };
  if (kind === 'release') {
    const { fileName, responsibleOrganization } = state as ReleaseState;
    return { number: null, title: fileName, division: responsibleOrganization };
  }
  const { number, responsibleOrganization } = state as ProposalState;
  return { number, title: subjectOf(state as ProposalState), division: responsibleOrganization };
}

/** The cases of a kind that the person may see and in which all words occur: title, number, division, stage. */
export async function searchCases(
  { events }: Pick<Parts, 'events'>,
  account: Account,
  kind: CaseKind,
  text: string,
): Promise<readonly ListedCase[]> {
  const words = foldText(text).split(' ').filter(Boolean);
  const { records } = await events.states(account.organ, { kind });
  const releases = kind === 'proposal' ? await releasesOf(events, account) : new Map<string, ReleaseState>();
  const proposals = kind === 'release' ? await proposalsOf(events, account) : new Map<string, ProposalState>();
  return records
    .filter((record) => maySee(account, record))
    .map(({ stream, state }) => {
      const listed = listedCase(kind, stream.id, state as AnyState);
      return withNumber(withRelease(listed, releases.get(stream.id)), proposals.get(stream.id));
    })
    .filter((one) => words.every((word) => foldedOf(one).includes(word)));
}

/** The releases by the proposal whose contract began them. */
async function releasesOf(events: Parts['events'], { organ }: Account): Promise<ReadonlyMap<string, ReleaseState>> {
  const { records } = await events.states(organ, { kind: 'release' });
  return new Map(records.map(({ state }) => [(state as ReleaseState).proposal, state as ReleaseState]));
}

async function proposalsOf(events: Parts['events'], { organ }: Account): Promise<ReadonlyMap<string, ProposalState>> {
  const { records } = await events.states(organ, { kind: 'proposal' });
  return new Map(records.map(({ stream, state }) => [stream.id, state as ProposalState]));
}

/** A release goes by the number of the proposal whose contract began it, and bears its id. */
export const withNumber = (listed: ListedCase, proposal: ProposalState | null | undefined): ListedCase =>
  proposal ? { ...listed, number: proposal.number } : listed;

/** A proposal under contract stands where its creation and provision stand. */
export function withRelease(listed: ListedCase, release: ReleaseState | null | undefined): ListedCase {
  if (!release || listed.stage !== 'contracted') return listed;
  const { stage, due } = listedCase('release', listed.id, release);
  return { ...listed, stage, due };
}

const foldedOf = ({ id, number, title, division, stage }: ListedCase): string =>
  foldText([id, number ? `第${number.serial}号` : '', title, division ?? '', stageWord(stage)].join('\n'));

/** Whether a person may see a case; a division sees its own. */
export const maySee = (account: Account, { stream, state }: StateRecord): boolean =>
  'actor' in actorOn(account, account.organ, { view: viewOf[stream.kind as CaseKind] }, state as AnyState);
