import type { Commit, StreamCommit } from '../app/ports/eventStore.ts';
import type { StreamRef } from '../core/event.ts';
import { isPlain } from './plainText.ts';

/** One text for each stream of an organ. */
export const streamName = ({ kind, id }: StreamRef): string => `${kind}:${id}`;

/**
 * The streams of a commit in the one order in which every commit takes them, so that two commits never wait for each other.
 * @throws Error when a stream has no events or stands twice, or an id holds what a database cannot keep.
 */
export function lockOrder(commit: Commit): readonly StreamCommit[] {
  const names = commit.streams.map(({ stream }) => streamName(stream));
  const doubled = names.find((name, index) => names.indexOf(name) !== index);
  if (doubled) throw new Error(`a commit names the stream ${doubled} twice`);
  const empty = commit.streams.find(({ events }) => events.length === 0);
  if (empty) throw new Error(`a commit has no events for the stream ${streamName(empty.stream)}`);
  const ids = [commit.commandId, ...commit.streams.map(({ stream }) => stream.id)];
  const broken = ids.find((id) => !isPlain(id));
  if (broken) throw new Error(`a commit holds an id that cannot be kept: ${JSON.stringify(broken)}`);
  return commit.streams.toSorted((one, other) => (streamName(one.stream) < streamName(other.stream) ? -1 : 1));
}
