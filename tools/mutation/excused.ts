/** A mutant that no test can notice, and why. */
export interface Excused {
  readonly file: string;
  /** The line before the change, as it is printed. */
  readonly before: string;
  readonly after: string;
  readonly reason: string;
}

export const excused: readonly Excused[] = [];
