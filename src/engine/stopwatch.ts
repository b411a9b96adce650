/** Seconds of the named steps of a run, one after another. */
export interface Stopwatch {
  /** Ends the running step and begins the next. */
  step(name: string): void;
  seconds(): Record<string, number>;
}

export function startStopwatch(onStep: (name: string) => void): Stopwatch {
  const spent: Record<string, number> = {};
  let running = '';
  let since = performance.now();
  const lap = () => {
    const now = performance.now();
    if (running !== '') spent[running] = (spent[running] ?? 0) + Math.round(now - since) / 1000;
    since = now;
  };
  return {
    step: (name) => {
      lap();
      running = name;
      onStep(name);
    },
    seconds: () => {
      lap();
      return { ...spent };
    },
  };
}
