import type { RefusedRowReport, Report } from './report/reportTypes.ts';
import type { Unencodable } from './write/findUnencodable.ts';
import type { UnencodablePlace } from './write/locateUnencodable.ts';

/** Why everything given is valid and the answer is no all the same. */
export type Refusal =
  | {
      readonly code: 'noPlan';
      readonly message: string;
      readonly leastSuppressed: number;
      readonly allowed: number;
    }
  | {
      readonly code: 'refusedRows';
      readonly message: string;
      readonly refusedRows: number;
      /** The first 1,000. */
      readonly refused: readonly RefusedRowReport[];
    }
  | { readonly code: 'tooLarge'; readonly message: string }
  | {
      readonly code: 'unencodable';
      readonly message: string;
      /** The first of them, with a value that holds it. */
      readonly column: string;
      readonly value: string;
      readonly characters: readonly Unencodable[];
      /** Cells of the source that hold them, and the first 1,000 of these. */
      readonly places: number;
      readonly rows: readonly UnencodablePlace[];
    };

/** How a run ended: the output is in place; it was written but did not pass its verification; nothing was written. */
export type Outcome =
  | { readonly kind: 'released'; readonly report: Report }
  | { readonly kind: 'rejected'; readonly report: Report }
  | { readonly kind: 'refused'; readonly refusal: Refusal };
