/** Told how much of a step is done, from 0 to 1. */
export type OnDone = (share: number) => void;

/** Tells how much of a step is done that consists of so many parts of about the same length. */
export function partsDone(parts: number, onDone: OnDone = () => undefined) {
  let done = 0;
  return {
    /** A part is done. */
    next(): void {
      done += 1;
      onDone(Math.min(1, done / parts));
    },
    /** So much of the running part is done. */
    within: (share: number): void => onDone(Math.min(1, (done + share) / parts)),
  };
}
