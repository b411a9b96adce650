/** Seconds of the named steps of a run, one after another. */
export interface Stopwatch {
  /** Ends the running step and begins the next, which works on so many records. */
  step(name: string, records?: number): void;
  seconds(): Record<string, number>;
}

export function startStopwatch(onStep: (name: string, records: number | null) => void): Stopwatch {
  const spent: Record<string, number> = {};
  let running = '';
  let since = performance.now();
  const lap = () => {
    const now = performance.now();
    if (running !== '') spent[running] = (spent[running] ?? 0) + Math.round(now - since) / 1000;
    since = now;
  };
  return {
    step: (name, records) => {
      lap();
      running = name;
      onStep(name, records ?? null);
    },
    seconds: () => {
      lap();
      return { ...spent };
    },
  };
}
