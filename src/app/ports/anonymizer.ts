import type { Creation } from '../../core/release/state.ts';

/** A file that a creation left in its folder. */
export interface MadeFile {
  readonly name: string;
  readonly path: string;
}

/** The files of a creation. */
export const creationFiles = ['output', 'report', 'reportPage', 'publicReport', 'publicReportPage'] as const;
export type CreationFile = (typeof creationFiles)[number];

/** What a creation made: the numbers that the case keeps, and its files. */
export interface Made extends Omit<Creation, CreationFile>, Readonly<Record<CreationFile, MadeFile>> {}

/** Steps of a creation, in their order. */
export const creationSteps = ['import', 'treat', 'search', 'write', 'verify', 'report'] as const;
export type CreationStep = (typeof creationSteps)[number];

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
  /** Called when a step begins, with the records that it works on as far as they are known. */
  readonly onStep?: (step: CreationStep, records: number | null) => void;
  /** Called several times a second while the levels are searched: the share of the combinations not yet ruled out, 1 to 0. */
  readonly onSearch?: (left: number) => void;
  /** Called while the output is written and checked: the share of its rows, and then of the checks, that are done, 0 to 1. */
  readonly onDone?: (share: number) => void;
  /** Ends the creation before its next step; `anonymize` then fails with the signal's reason. */
  readonly signal?: AbortSignal;
}

/** What a column of a source seems to be; a person decides. */
export interface SourceColumn {
  readonly name: string;
  /** A role of the recipe; `other` = neither header nor values tell. */
  readonly role: string;
  /** What an official calls such a column (年齢, 住所); null = unknown. */
  readonly kind: string | null;
  /** `text`, `integer`, `decimal`, `date` or `code`. */
  readonly type: string;
  /** Different values, and rows whose value is empty. */
  readonly distinct: number;
  readonly empty: number;
  /** Marks (町, 市, -) at which every value can be cut. */
  readonly cuts: readonly string[];
  /** The built-in hierarchy that fits the kind, with the rows whose value it can't place, empty ones apart; null = none fits. */
  readonly builtIn: { readonly name: BuiltInKind; readonly unreadable: number } | null;
}

/** Built-in hierarchies of the engine that a recipe may be derived with. */
export type BuiltInKind = 'address' | 'phone' | 'date' | 'postalCode' | 'municipality';

export interface SourceProfile {
  /** How the source was read, as a recipe names it. */
  readonly source:
    | { readonly format: 'csv'; readonly delimiter: string; readonly encoding: string }
    | { readonly format: 'xlsx'; readonly sheet?: string; readonly headerRow?: number }
    | { readonly format: 'parquet' };
  readonly rows: number;
  readonly columns: readonly SourceColumn[];
}

/** The names of the sheets of a workbook, none of another file. */
interface Sheets {
  readonly sheets: readonly string[];
}

export type Profiled =
  | ({ readonly outcome: 'profiled'; readonly profile: SourceProfile } & Sheets)
  /** The source can't be read: where, and what to do. */
  | ({ readonly outcome: 'refused'; readonly place: string; readonly message: string } & Sheets);

/** Which table of a workbook is meant; null or absent = the only sheet, the first row that is not empty. */
export interface TableChoice {
  readonly sheet?: string | null;
  readonly headerRow?: number | null;
}

/** 加工: creates the data by a recipe and verifies its own output (規則62条). */
export interface Anonymizer {
  /** Looks at a source and changes nothing. `folder` is an existing one for what does not fit into memory. */
  profile(order: { readonly folder: string; readonly source: MadeFile } & TableChoice): Promise<Profiled>;
  anonymize(order: AnonymizerOrder): Promise<Anonymized>;
}
