/** Bytes from which choices are read one after the other; the end of the tape ends the sequence. */
export interface Tape {
  /** A number from 0 to below `count`. */
  below(count: number): number;
  one<Value>(values: readonly Value[]): Value;
  /** True once in so many times. */
  once(times: number): boolean;
  readonly ended: boolean;
}

export function readTape(bytes: Uint8Array): Tape {
  let at = 0;
  const below = (count: number): number => {
    const byte = bytes[at] ?? 0;
    at += 1;
    return byte % count;
  };
  return {
    below,
    one: (values) => {
      const value = values[below(values.length)];
      if (value === undefined) throw new Error('nothing to choose from');
      return value;
    },
    once: (times) => below(times) === times - 1,
    get ended() {
      return at >= bytes.length;
    },
  };
}
