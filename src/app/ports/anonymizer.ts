import type { Creation } from '../../core/release/state.ts';

/** A file that a creation left in its folder. */
export interface MadeFile {
  readonly name: string;
  readonly path: string;
}

/** What a creation made: the numbers that the case keeps, and its files. */
export interface Made extends Omit<Creation, 'output' | 'report' | 'publicReport'> {
  readonly output: MadeFile;
  readonly report: MadeFile;
  readonly publicReport: MadeFile;
}

export type Anonymized =
  | { readonly outcome: 'made'; readonly made: Made }
  /** The recipe or the data can't be used, or no result reaches what the recipe asks for: where, and what to do. */
  | { readonly outcome: 'refused'; readonly place: string; readonly message: string };

export interface AnonymizerOrder {
  /** An existing empty folder that the creation may fill; whoever ordered removes it. */
  readonly folder: string;
  /** The source as it was handed in, by its name for readers and its place on this machine. */
  readonly source: MadeFile;
  /** The recipe's JSON; its `source.path` is replaced by the source above. */
  readonly recipe: string;
}

/** 加工: creates the data by a recipe and verifies its own output (規則62条). */
export interface Anonymizer {
  anonymize(order: AnonymizerOrder): Promise<Anonymized>;
}
