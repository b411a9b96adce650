/** A rule changed by one step into something that is wrong in law, and the tests that must notice it. */
export interface LegalMutant {
  readonly name: string;
  readonly file: string;
  /** Stands in the file exactly once. */
  readonly from: string;
  readonly to: string;
  readonly tests: readonly string[];
}

/** Of one file: name of the mutant, what stands there, what takes its place. */
type Change = readonly [name: string, from: string, to: string];

/** Mutants of one file that the same tests must notice. */
export const inFile = (file: string, tests: readonly string[], changes: readonly Change[]): readonly LegalMutant[] =>
  changes.map(([name, from, to]) => ({ name, file, from, to, tests }));
