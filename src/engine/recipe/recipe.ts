/** An item of the processing standard (加工基準, 規則62条1号-5号). */
export type StandardItem = 1 | 2 | 3 | 4 | 5;

/** What a column is, and so which item of the processing standard it falls under. */
export type Role = 'identifying' | 'identificationCode' | 'linkingCode' | 'quasi' | 'sensitive' | 'free' | 'other';

/** A test on the value of a column as it stands in the source; `above` and `below` read the number in the text. */
export type Test =
  | { readonly is: 'equals'; readonly value: string }
  | { readonly is: 'in'; readonly values: readonly string[] }
  | { readonly is: 'matches'; readonly pattern: string }
  | { readonly is: 'above' | 'below'; readonly number: number };

export interface Condition {
  readonly column: string;
  readonly test: Test;
}

/** A file with one row per value, level 0 first. */
export interface HierarchyFile {
  readonly csv: string;
  readonly delimiter: string;
  readonly encoding: TextEncodingName;
}

export interface BandWidths {
  readonly widths: readonly number[];
  readonly from: number;
}

/** One treatment (加工の手法) of one column. */
export type Treatment = { readonly item: StandardItem } & (
  | {
      readonly kind: 'dropColumn';
      /** 不開示情報 (法60条3項): the ground on which the column is taken out before anything else. */
      readonly undisclosed?: string;
    }
  | { readonly kind: 'suppressCell'; readonly condition: Condition }
  | { readonly kind: 'truncateAfter'; readonly separator: string }
  | { readonly kind: 'datePart'; readonly part: 'year' | 'month' }
  | { readonly kind: 'bands'; readonly width: number; readonly from: number }
  | { readonly kind: 'hierarchyLevel'; readonly file: HierarchyFile; readonly level: number }
  | { readonly kind: 'builtInLevel'; readonly builtIn: BuiltIn; readonly unreadable: UnreadableChoice }
  | Coding
  | {
      readonly kind: 'pseudoId';
      /** Hexadecimal characters. */
      readonly length: number;
    }
  | {
      readonly kind: 'microaggregate';
      /** Records of the smallest group. */
      readonly k: number;
      readonly representative: 'mean' | 'median';
      /** Columns of the same group are grouped by their distance in all of them; null: the column alone. */
      readonly group: string | null;
    }
  | {
      readonly kind: 'swap';
      /** Share of the records that exchange their value, above 0 up to 1. */
      readonly rate: number;
      /** Columns whose values those who exchange have in common. */
      readonly within: readonly string[];
      /** Columns of the same group exchange together. */
      readonly group: string | null;
    }
  | {
      readonly kind: 'addNoise';
      readonly distribution: 'laplace' | 'gaussian';
      /** Laplace: the mean deviation; Gaussian: the standard deviation. */
      readonly scale: number;
      /** The result is a multiple of it. */
      readonly round: number;
      readonly min: number | null;
      readonly max: number | null;
    }
);

/** Merges the largest or smallest values. A threshold that the data decide is unset until they were read. */
export interface Coding {
  readonly kind: 'topCode' | 'bottomCode';
  readonly from: number | null;
  readonly label: string;
  /** Records that the merged value has to reach; null: the threshold was given alone. */
  readonly atLeast: number | null;
}

/** What becomes of values that a hierarchy can't place: the run stops, they stay as they are, or they are hidden. */
export type UnreadableChoice = 'refuse' | 'keep' | 'suppress';

/** A hierarchy that the engine makes by a rule of its own, with the names of the wanted levels from fine to coarse. */
export type BuiltIn =
  | { readonly name: 'age'; readonly widths: readonly number[] }
  | { readonly name: 'address'; readonly levels: readonly string[]; readonly within: string | null }
  | { readonly name: 'date' | 'postalCode' | 'municipality' | 'phone'; readonly levels: readonly string[] };
export type BuiltInName = BuiltIn['name'];

/** A rule that places the values that occur; it makes a hierarchy when they are known. */
export type RuleChoice = { readonly unreadable: UnreadableChoice } & (
  | ({ readonly kind: 'bands' } & BandWidths)
  | { readonly kind: 'builtIn'; readonly builtIn: BuiltIn }
  | { readonly kind: 'redact' }
);

export type HierarchyChoice = ({ readonly kind: 'csv' } & HierarchyFile) | RuleChoice | { readonly kind: 'none' };

export interface RecipeColumn {
  readonly name: string;
  readonly role: Role;
  readonly treatments: readonly Treatment[];
  readonly hierarchy: HierarchyChoice;
  readonly weight: number;
  readonly levels: { readonly min?: number; readonly max?: number };
  /** Why a column that holds the shape of an identification code may stay. */
  readonly accepted: string | null;
}

/** Which records stay, before the columns are treated. */
export type RecordStep =
  | { readonly kind: 'drop'; readonly condition: Condition; readonly item: StandardItem }
  | { readonly kind: 'keep'; readonly condition: Condition; readonly item: StandardItem }
  | {
      readonly kind: 'objectors';
      readonly file: HierarchyFile;
      readonly key: readonly string[];
      readonly item: StandardItem;
    }
  | ({ readonly kind: 'sample'; readonly item: StandardItem } & (
      | { readonly rows: number }
      | { readonly share: number }
    ));

/** Synthetic records (疑似データ) beside the released ones, and a last column that tells them apart. */
export interface SynthesisChoice {
  /** Share of the output, above 0 and below 1. */
  readonly share: number;
  readonly model: 'independent' | 'chain';
  /** Header of the added last column: 1 for a synthetic record, 0 for a real one. */
  readonly mark: string;
}

export type DiversityChoice =
  | { readonly column: string; readonly model: 'distinct'; readonly l: number }
  | { readonly column: string; readonly model: 'entropy'; readonly l: number }
  | { readonly column: string; readonly model: 'recursive'; readonly l: number; readonly c: number };

export interface ClosenessChoice {
  readonly column: string;
  readonly t: number;
  readonly distance: 'equal' | 'ordered' | 'hierarchical';
}

/** A bound on the share of each value of a sensitive column in a class. */
export type ShareChoice =
  | {
      readonly column: string;
      readonly model: 'frequency';
      readonly alpha: number;
      /** The bounded values; null: every value. */
      readonly values: readonly string[] | null;
    }
  | {
      readonly column: string;
      readonly model: 'disclosure';
      readonly delta: number;
      readonly values: 'all' | 'present';
    }
  | { readonly column: string; readonly model: 'likeness'; readonly beta: number; readonly form: 'basic' | 'enhanced' };

/** How a text file is written, in and out. */
export type TextEncodingName = 'utf-8' | 'utf-8-bom' | 'cp932' | 'utf-16';

export type TableFormat = 'csv' | 'xlsx' | 'parquet';

/** Where the records come from; `path` is relative to the recipe, or of a database the name of the table. */
export interface SourceChoice {
  readonly path: string;
  readonly format: TableFormat | 'postgresql';
  readonly delimiter: string;
  readonly encoding: TextEncodingName;
  /** Of a workbook. */
  readonly sheet?: string;
  readonly headerRow?: number;
}

export interface OutputChoice {
  readonly format: TableFormat;
  readonly delimiter: string;
  readonly encoding: TextEncodingName;
  /** What a suppressed cell is written as in CSV; null in Parquet and XLSX. */
  readonly suppressedAs: string;
  readonly suppressedRecords: 'drop' | 'mark';
  readonly neutralizeFormulas: boolean;
  /** What stands for a character that the encoding does not have; null: the run is refused. */
  readonly replacement: string | null;
}

/** A recipe (加工の手順書) whose every part was checked; `document` is the JSON it came from, with its seed. */
export interface Recipe {
  readonly document: Readonly<Record<string, unknown>>;
  /** Folder that paths are relative to. */
  readonly folder: string;
  readonly source: SourceChoice;
  readonly columns: readonly RecipeColumn[];
  readonly records: readonly RecordStep[];
  /** Columns of the source that tell persons apart (名寄せ); without any, records are counted. */
  readonly personKey: readonly string[];
  readonly synthesis: SynthesisChoice | null;
  readonly k: number;
  readonly diversity: readonly DiversityChoice[];
  readonly closeness: readonly ClosenessChoice[];
  readonly shares: readonly ShareChoice[];
  readonly suppressionLimit: number;
  /** One set of levels for all records, or several. */
  readonly recoding: 'global' | 'local';
  readonly search: {
    readonly seconds: number | null;
    readonly memoryMiB: number | null;
    /** What the temporary files of the run may take on disk. */
    readonly spillMiB: number | null;
  };
  readonly refusedRows: number;
  /** Why the order of the source is kept; null: it is not. */
  readonly keptOrder: string | null;
  /** 32 hexadecimal digits, lower case. */
  readonly seed: string;
  readonly output: OutputChoice;
}
