import { drawRange } from './draws.ts';

/** A distribution over whole steps, as a table: a draw at or above `low[i]`, and below `low[i + 1]`, means `steps[i]`. */
export interface NoiseTable {
  /** Whole numbers from 0, rising. */
  readonly low: Float64Array;
  readonly steps: Int32Array;
}

/** Beyond these many scales a step is less likely than one draw in all. */
const reach = { laplace: 37, gaussian: 8.7 } as const;

/**
 * Discrete Laplace noise, P(j) ∝ exp(−|j| ÷ scale), or discrete Gaussian noise, P(j) ∝ exp(−j² ÷ 2 scale²), over the whole
 * numbers j: symmetric, so without bias, and exact to one draw in 2^52.
 *
 * @param scale in steps.
 */
export function noiseTable(distribution: 'laplace' | 'gaussian', scale: number): NoiseTable {
  const most = Math.max(1, Math.ceil(reach[distribution] * scale));
  const weightOf = (j: number) =>
    distribution === 'laplace' ? Math.exp(-Math.abs(j) / scale) : Math.exp(-(j * j) / (2 * scale * scale));
  const weights = Float64Array.from({ length: 2 * most + 1 }, (_, index) => weightOf(index - most));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const low: number[] = [];
  const steps: number[] = [];
  let reached = 0;
  for (const [index, weight] of weights.entries()) {
    const start = Math.round((reached / total) * drawRange);
    reached += weight;
    if (Math.round((reached / total) * drawRange) === start) continue;
    low.push(start);
    steps.push(index - most);
  }
  return { low: Float64Array.from(low), steps: Int32Array.from(steps) };
}
