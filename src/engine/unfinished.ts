const unfinished = new Set<() => void>();

/** Remembers what is to be undone should the process be told to end now; answers what forgets it. */
export function whileUnfinished(undo: () => void): () => void {
  unfinished.add(undo);
  return () => void unfinished.delete(undo);
}

/** Removes, at once, what unfinished runs of this process hold on disk: for the handler of a signal that ends it. */
export function removeUnfinished(): void {
  for (const undo of unfinished) undo();
  unfinished.clear();
}
