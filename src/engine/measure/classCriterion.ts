import type { Histogram } from '../lattice/histogram.ts';

/** What the values of one sensitive column have to meet in a class. */
export interface ClassCriterion {
  /** As it stands in the report: `distinct:column` … */
  readonly name: string;
  /** Index of the sensitive column in the table. */
  readonly column: number;
  /** What the shares of a class are of, and so what `size` counts: its records or persons, or the values that they have. */
  readonly sharesOf: 'units' | 'values';
  meets(values: Histogram, index: number, size: number): boolean;
  /**
   * Whether any part of the class with at least k records (or persons) could meet it. If not, whatever finer class lies in it fails
   * too: entropy and recursive diversity and closeness are not monotone themselves, since a failing class can be the
   * union of a class that meets them and one that does not.
   */
  couldMeet(values: Histogram, index: number, size: number): boolean;
}

/** Values that differ by less are equal: a threshold that is met but for rounding is met. */
export const tolerance = 1e-12;
/** `couldMeet` may err on the side of yes only. */
export const caution = 1e-9;
