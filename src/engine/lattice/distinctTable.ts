/** One level of generalization of an attribute. Level 0 is the (treated) value itself. */
export interface AttributeLevel {
  /** Value code → group code at this level; as long as the attribute has value codes. */
  readonly groupOf: Uint32Array;
  readonly groups: number;
  /** Group code → the text that is written for it; null = suppressed, written as the output says. */
  readonly labels: readonly (string | null)[];
  /** Group code → rows of the hierarchy file that have this group at this level ÷ rows of the hierarchy file. */
  readonly share: Float64Array;
}

/** A quasi-identifier with its levels, from fine to coarse. */
export interface Attribute {
  readonly column: string;
  /** Rows of the hierarchy file; without a file, the number of distinct treated values. */
  readonly domain: number;
  readonly levels: readonly AttributeLevel[];
  /** How much its loss counts in the total beside the others, above 0; 1 unless given. */
  readonly weight?: number;
  /** The levels that the search may use, both ends included; all unless given. */
  readonly allowed?: { readonly min: number; readonly max: number };
}

/** Codes in the narrowest array that holds them. */
export type Codes = Uint8Array | Uint16Array | Uint32Array;

/** The values of a sensitive column in each distinct combination, as compressed rows. */
export interface SensitiveHistogram {
  readonly column: string;
  /** Number of distinct values of the column. */
  readonly values: number;
  /** Combination i owns the entries offsets[i] to offsets[i + 1] - 1. */
  readonly offsets: Uint32Array;
  /** Where the table has persons: codes of pairs of a person and a value. */
  readonly valueCodes: Uint32Array;
  readonly counts: Float64Array;
  /** Where the table has persons: pair → value code. */
  readonly valueOfPair?: Uint32Array;
  /** Records of each value in all, where the table holds a part of them only. */
  readonly whole?: Float64Array;
}

/** One row per distinct combination of quasi-identifier values. The search knows nothing else of the data. */
export interface DistinctTable {
  /** Records in all: the sum of `counts`. */
  readonly records: number;
  readonly combinations: number;
  readonly attributes: readonly Attribute[];
  /** Per attribute: value code of each combination. */
  readonly codes: readonly Codes[];
  /** Records of each combination. */
  readonly counts: Float64Array;
  readonly sensitive: readonly SensitiveHistogram[];
  /** The persons of each combination as its "values", where classes are counted in persons. */
  readonly persons?: SensitiveHistogram;
}
