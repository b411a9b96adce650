import type { StreamRef } from '../core/event.ts';
import type { AnyEvent, AnyState, Command } from './aggregates.ts';
import type { Job } from './ports/eventStore.ts';

/** What follows from an event in another case, decided by the system in the same commit. */
export interface FollowUp {
  readonly stream: StreamRef;
  readonly command: Command;
}

export function followUps(_event: AnyEvent, _state: AnyState, _stream: StreamRef): readonly FollowUp[] {
  return [];
}

/** Work that an event queues for later; a payload holds ids only. */
export function jobsOf(_event: AnyEvent, _stream: StreamRef): readonly Job[] {
  return [];
}
