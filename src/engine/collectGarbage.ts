import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

interface Collection {
  readonly type: 'minor' | 'major';
  readonly execution: 'sync';
  readonly flavor?: 'last-resort';
}

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as (how: Collection) => void;

const minor = { type: 'minor', execution: 'sync' } as const;
const major = { type: 'major', execution: 'sync' } as const;

/** Frees what the program no longer uses, and gives it back to the system; takes up to a tenth of a second. */
export function collectGarbage(): void {
  collect({ ...major, flavor: 'last-resort' });
  // Arrays are freed beside the program; the next collection waits until they are.
  collect(minor);
}

/**
 * Frees arrays whenever so many bytes of them were made. The runtime lets them pile up to a size of its own, whatever memory
 * a run may take.
 *
 * @returns is told the bytes of each array that was made.
 */
export function arraySweeper(bytes: number): (made: number) => void {
  const arrayBytes = () => process.memoryUsage().arrayBuffers;
  let [held, since] = [arrayBytes(), 0];
  return (made) => {
    since += made;
    if (since < bytes) return;
    collect(minor);
    // Those that were kept for a while are old, and then let go of.
    if (arrayBytes() - held > bytes) collect(major);
    [held, since] = [arrayBytes(), 0];
  };
}
