import type { StreamKind, StreamRef } from '../../core/event.ts';

/** The stream of a case's papers: `proposal.p-1` beside the proposal `p-1`. */
export const papersStream = ({ kind, id }: StreamRef): StreamRef => ({ kind: 'papers', id: `${kind}.${id}` });

/** The case whose papers a stream holds. */
export function caseOfPapers(id: string): StreamRef {
  const dot = id.indexOf('.');
  return { kind: id.slice(0, dot) as StreamKind, id: id.slice(dot + 1) };
}
