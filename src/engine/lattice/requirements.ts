/** Distance between the distribution of a sensitive column in a class and over all records. */
export type Closeness =
  | { readonly column: string; readonly t: number; readonly distance: 'equal' }
  | {
      readonly column: string;
      readonly t: number;
      readonly distance: 'ordered';
      /** Value code → its place among the values of the column, 0 to values − 1, in the order of the hierarchy. */
      readonly rank: Uint32Array;
    }
  | {
      readonly column: string;
      readonly t: number;
      readonly distance: 'hierarchical';
      /** Per level from 1 to the root, which is one group: value code → group code. */
      readonly levels: readonly Uint32Array[];
    };

export type Diversity =
  | { readonly column: string; readonly model: 'distinct'; readonly l: number }
  | { readonly column: string; readonly model: 'entropy'; readonly l: number }
  | { readonly column: string; readonly model: 'recursive'; readonly l: number; readonly c: number };

/** Bounds on the share of each value of a sensitive column in a class. */
export type ShareBound =
  | {
      readonly column: string;
      /** (α,k)-anonymity: no bounded value has a larger share than α. */
      readonly model: 'frequency';
      readonly alpha: number;
      /** Codes of the bounded values; null: every value. */
      readonly values: readonly number[] | null;
    }
  | {
      readonly column: string;
      /** δ-disclosure privacy: |log₂(share in the class ÷ share of all records)| < δ. */
      readonly model: 'disclosure';
      readonly delta: number;
      /** Of every value, or only of those that the class holds. */
      readonly values: 'all' | 'present';
    }
  | {
      readonly column: string;
      /** β-likeness: a share exceeds that of all records by at most β times, enhanced: at most −ln of it. */
      readonly model: 'likeness';
      readonly beta: number;
      readonly form: 'basic' | 'enhanced';
    };

/** What every class of the output has to meet, and how many records may be suppressed to reach it. */
export interface Requirements {
  readonly k: number;
  readonly diversity: readonly Diversity[];
  readonly closeness: readonly Closeness[];
  readonly shares: readonly ShareBound[];
  /** Share of the records (or persons), 0 to 1; at most floor(limit × records) are suppressed. */
  readonly suppressionLimit: number;
}

/** A point of the lattice and what it costs. */
export interface Plan {
  /** Level per attribute, in the order of the table's attributes. */
  readonly levels: readonly number[];
  /** Total loss, 0 to 1. */
  readonly loss: number;
  /** Loss per attribute, 0 to 1. */
  readonly losses: readonly number[];
  readonly suppressedRecords: number;
  /** Distinct persons of the suppressed records; null where classes are counted in records. */
  readonly suppressedPersons: number | null;
  /**
   * Criterion (`k`, `distinct:column`, `entropy:column`, `recursive:column`, `closeness:column`,
   * `frequency:column`, `disclosure:column`, `likeness:column`) → records in the classes
   * that fail it. A class that fails several counts under each of them.
   */
  readonly suppressedBy: Readonly<Record<string, number>>;
  /** Classes that are kept. */
  readonly classes: number;
  /** Smallest class that is kept; null when no record is. */
  readonly smallestClass: number | null;
  /** Class size → classes of that size that are kept, the smallest first. */
  readonly classSizes: readonly (readonly [size: number, classes: number])[];
  readonly optimal: boolean;
  /** Upper bound of (loss − least possible loss); 0 when optimal. */
  readonly gap: number;
  /** Nodes whose classes were counted, projections to a few attributes not among them. */
  readonly checks: number;
}
