/**
 * The generalization hierarchy (一般化階層) of one column. Checked when it was made: every row has one cell per level,
 * a value has one row only (or equal ones), and groups that are equal at a level are equal at every level above.
 */
export interface Hierarchy {
  readonly column: string;
  /** Cells per row, level 0 (the value itself) included. */
  readonly levels: number;
  /** From level 0 up; null = suppressed. Equal rows are kept, because the loss counts rows. */
  readonly rows: readonly (readonly (string | null)[])[];
  /** What an official should know about the hierarchy, though it can be used. */
  readonly notes: readonly string[];
}
