import type { RiskFigures } from '../measure/riskFigures.ts';
import type { Role, StandardItem } from '../recipe/recipe.ts';
import type { FlowStep } from '../rowFlow.ts';
import type { Generalizations } from '../verify/expectation.ts';
import type { SinglingOut } from '../verify/singlingOut.ts';
import type { ClassSizes } from './classSizes.ts';
import type { ReportedLevels } from './reportedLevels.ts';

/** What one treatment did, counted over the records that reached it. */
export interface TreatmentReport {
  readonly item: StandardItem;
  /** Null: a treatment of whole records. */
  readonly column: string | null;
  /** Name of the technique as in the recipe: `dropColumn`, `generalize`, `topCode`, `dropRecord` … */
  readonly technique: string;
  /** The same in the words of the commission's table of techniques (項目削除, 一般化 …), with its parameters. */
  readonly description: string;
  readonly changedCells: number;
  /** Cells whose value the treatment could not read: suppressed, by a top or bottom coding left as they are. */
  readonly unreadableCells: number;
  /** Up to 100 values that it could not read. */
  readonly unreadable: readonly string[];
}

/** The pseudo-IDs (仮ID) of one column. The key was in memory only and is gone; a table of codes and pseudo-IDs never was. */
export interface PseudonymReport {
  readonly column: string;
  readonly method: 'HMAC-SHA-256';
  /** Hexadecimal characters. */
  readonly length: number;
  /** Different pseudo-IDs. */
  readonly values: number;
  readonly keyDestroyed: true;
}

/** One column of the source. */
export interface ColumnReport {
  readonly name: string;
  readonly role: Role;
  /** Whether it is in the output. */
  readonly written: boolean;
  /** What was done, in the commission's words; empty for a column that passes unchanged. */
  readonly descriptions: readonly string[];
  /** Level chosen by the search, quasi-identifiers only. */
  readonly level: number | null;
  /** Highest level there is, quasi-identifiers only. */
  readonly topLevel: number | null;
  /** The reason given for keeping values of the shape of an identification code. */
  readonly accepted: string | null;
}

/** One finding of the verification, with what was counted. */
export interface CheckReport {
  /** Null: about the file as a whole. */
  readonly item: StandardItem | null;
  /** Stable name: `removedColumns`, `removedValues`, `codeShapes`, `rowOrder`, `codedValues`, `k`, `diversity`, `closeness` … */
  readonly check: string;
  readonly passed: boolean;
  /** One sentence in Japanese with the numbers. */
  readonly finding: string;
  readonly numbers: Readonly<Record<string, number | null>>;
}

/** Values that only few records of the output hold; processing-method information. */
export interface SingularValues {
  readonly column: string;
  /** Distinct values held by fewer than k records. */
  readonly values: number;
  readonly records: number;
  /** Up to 20 of them, rarest first. */
  readonly examples: readonly { readonly value: string | null; readonly records: number }[];
}

export interface VerificationReport {
  readonly passed: boolean;
  /** Whether the source was read as well. */
  readonly withSource: boolean;
  /** Per item of 規則62条. */
  readonly items: Readonly<Record<StandardItem, { readonly passed: boolean; readonly checks: readonly CheckReport[] }>>;
  /** Whether the file is the one that was written: digest, header, number of rows. */
  readonly integrity: { readonly passed: boolean; readonly checks: readonly CheckReport[] };
  /** Recounted from the output alone. */
  readonly rows: number;
  readonly classes: number;
  readonly smallestClass: number | null;
  readonly markedRecords: number;
  /** How many classes there are of which size. */
  readonly classSizes: readonly ClassSizes[];
  /** Records that no other record of the output equals on all columns. */
  readonly aloneOnAllColumns: number;
  /** Null where classes are counted in persons, and nobody knows the persons any more. */
  readonly risk: RiskFigures | null;
  readonly singlingOut: SinglingOut;
  readonly singular: readonly SingularValues[];
  /** Values of removed columns that were searched, and the rule by which a value is telling enough to be searched. */
  readonly searched: readonly { readonly column: string; readonly values: number }[];
  readonly searchRule: string;
}

export interface RefusedRowReport {
  readonly line: number;
  readonly reason: string;
}

/** `report.json`: processing-method information (加工方法等情報), for the organ alone. */
export interface Report {
  readonly engineVersion: string;
  /** As run: the recipe's JSON with its seed. */
  readonly recipe: Readonly<Record<string, unknown>>;
  readonly seed: string;
  /** File name inside the folder, e.g. `output.csv`. */
  readonly outputFile: string;
  readonly sha256: { readonly input: string; readonly recipe: string; readonly output: string };
  /** Records of the source, refused ones included. */
  readonly rows: number;
  readonly outputRows: number;
  /** Synthetic records among `outputRows`. */
  readonly syntheticRecords: number;
  readonly suppressedRecords: number;
  /** Criterion (`k`, `distinct:病名` …) → records. */
  readonly suppressedBy: Readonly<Record<string, number>>;
  readonly droppedRecords: number;
  /** Persons of the source, after drops; null: records are not counted by person. Then classes, `smallestClass` and the limit count persons. */
  readonly persons: number | null;
  /** Persons of whom a record was suppressed; null as `persons`. */
  readonly suppressedPersons: number | null;
  /** The records on their way through the run. */
  readonly flow: readonly FlowStep[];
  readonly refusedRows: number;
  /** The first 1,000. */
  readonly refused: readonly RefusedRowReport[];
  readonly notes: readonly string[];
  readonly columns: readonly ColumnReport[];
  readonly treatments: readonly TreatmentReport[];
  readonly pseudonyms: readonly PseudonymReport[];
  /** Item → records in which its treatments changed a cell. */
  readonly changedRecords: Readonly<Record<StandardItem, number>>;
  readonly levels: ReportedLevels;
  /** Total loss, 0 to 1; null without quasi-identifiers. */
  readonly loss: number | null;
  readonly utility: { readonly total: number | null; readonly columns: Readonly<Record<string, number>> };
  readonly optimal: boolean;
  readonly gap: number;
  readonly checks: number;
  readonly classes: number;
  readonly smallestClass: number | null;
  /** Distribution of each sensitive column that a requirement names, over all records before suppression. */
  readonly distributions: Readonly<
    Record<string, readonly { readonly value: string | null; readonly records: number }[]>
  >;
  /** Rows of the hierarchy file of each quasi-identifier, where they are 20,000 at most. */
  readonly generalizations: Generalizations;
  /** Rows of the hierarchy of each sensitive column whose distance needs one. */
  readonly hierarchies: Readonly<Record<string, readonly (readonly (string | null)[])[]>>;
  /** The treated records before the search, at the lowest levels. */
  readonly riskBefore: RiskFigures;
  readonly verification: VerificationReport;
  /** Step → seconds. */
  readonly seconds: Readonly<Record<string, number>>;
  readonly peakMemoryMiB: number;
}

/** Risk figures that follow from the number of classes and the smallest of them. */
export type PublicRisk = Pick<RiskFigures, 'prosecutorMax' | 'prosecutorMean' | 'journalistMax' | 'marketer'>;

/** A column as the public may know it: what stands in the output, not what it was made from. */
export interface PublicColumn {
  readonly name: string;
  readonly descriptions: readonly string[];
}

/**
 * `public-report.json`: may go into a package or to the proposer. Holds no seed, no digest of source or recipe, no
 * threshold of singular values and no class smaller than k.
 */
export interface PublicReport {
  readonly engineVersion: string;
  readonly outputFile: string;
  readonly sha256: { readonly output: string };
  readonly outputRows: number;
  /** Synthetic records among them. */
  readonly syntheticRecords: number;
  /** What the draws of the run mean for k, in plain words. */
  readonly meanings: readonly string[];
  readonly columns: readonly PublicColumn[];
  /** Techniques applied to whole records, in the commission's words. */
  readonly recordTechniques: readonly string[];
  /** Names of the columns that were removed. */
  readonly removedColumns: readonly string[];
  readonly k: number;
  /** What k and `smallestClass` count. */
  readonly countedIn: 'records' | 'persons';
  readonly classes: number;
  /** At least k; null when nothing was written. */
  readonly smallestClass: number | null;
  /** Of the output; null as in the report, and where the verification did not pass. */
  readonly risk: PublicRisk | null;
  readonly utility: { readonly total: number | null; readonly columns: Readonly<Record<string, number>> };
  readonly verification: {
    readonly passed: boolean;
    readonly items: Readonly<Record<StandardItem, { readonly passed: boolean; readonly findings: readonly string[] }>>;
  };
}
