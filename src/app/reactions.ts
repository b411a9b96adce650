import type { StreamRef } from '../core/event.ts';
import type { ProposalState } from '../core/proposal/state.ts';
import type { AnyEvent, AnyState, Command } from './aggregates.ts';
import { bringsPapers } from './documents/documentsOf.ts';
import { papersStream } from './documents/papersStream.ts';
import type { Job } from './ports/eventStore.ts';

/** What follows from an event in another case, decided by the system in the same commit. */
export interface FollowUp {
  readonly stream: StreamRef;
  readonly command: Command;
}

/** A contract begins the release of the same id (STP-18); data that was created before is only provided again. */
export function followUps({ type }: AnyEvent, state: AnyState, stream: StreamRef): readonly FollowUp[] {
  if (type === 'mergeConcluded') return joined(state as ProposalState, stream.id);
  if (type !== 'contractConcluded') return [];
  const { entry, responsibleOrganization, form, contract, created } = state as ProposalState;
  const common = {
    proposal: stream.id,
    entry,
    responsibleOrganization,
    provisionDeadline: contract?.provisionDeadline ?? null,
  };
  const command: Command =
    created === null
      ? { do: 'planRelease', ...common, fileName: form.fileName ?? '', wantedPersons: form.persons }
      : { do: 'planReprovision', ...common, fileName: created.name, of: created.release };
  return [{ stream: { kind: 'release', id: stream.id }, command }];
}

const tasksOf: Readonly<Record<string, string>> = { creationStarted: 'createData', keyDestroyed: 'destroyKey' };

/** What is merged goes on in the proposal that offered it; what is only aligned stays as it is (STP-12). */
const joined = ({ review }: ProposalState, into: string): readonly FollowUp[] =>
  review.merge?.way === 'merge'
    ? review.merge.others.map(({ proposal: id }) => ({
        stream: { kind: 'proposal', id },
        command: { do: 'joinMerge', into },
      }))
    : [];

/** Work that an event queues for later; a payload holds ids only. */
export function jobsOf({ type }: AnyEvent, stream: StreamRef): readonly Job[] {
  const task = tasksOf[type];
  return task === undefined ? [] : [{ task, payload: { release: stream.id }, key: `${task}:${stream.id}` }];
}

const printingEvents = ['characterSubstituted', 'paperCorrected'];

/** Printing that an event queues for later: of the papers that it brings forth, or that were waiting for it. */
export function printingOf({ type }: AnyEvent, stream: StreamRef): readonly Job[] {
  const papers = bringsPapers(type) ? papersStream(stream).id : printingEvents.includes(type) ? stream.id : null;
  return papers === null ? [] : [{ task: 'keepPapers', payload: { papers }, key: `keepPapers:${papers}` }];
}
