import { isDropped } from '../recipe/readRecipe.ts';
import type { Recipe, RecipeColumn } from '../recipe/recipe.ts';
import type { Holders } from './recountPersons.ts';

/** The share of one value among all records before suppression. */
export interface ValueCount {
  readonly value: string | null;
  readonly records: number;
}

/** Column → rows of its hierarchy file; null = suppressed. */
export type Generalizations = Readonly<Record<string, readonly (readonly (string | null)[])[]>>;

/** What a verification has to know about the run; everything else it counts itself. */
export interface Expectation {
  readonly recipe: Recipe;
  /** Headers of the source, in its order. */
  readonly sourceHeader: readonly string[];
  /** Quasi-identifier → level; with local recoding the highest of its levels. */
  readonly levels: Readonly<Record<string, number>>;
  /** The same as they are: one set of levels, or with local recoding one per part. */
  readonly levelSets: readonly Readonly<Record<string, number>>[];
  /** Quasi-identifier → rows of its hierarchy file, as far as they are known. */
  readonly generalizations: Generalizations;
  readonly sha256: string;
  readonly outputRows: number;
  readonly suppressedRecords: number;
  /** Distinct persons of all treated records; null where classes are counted in records. */
  readonly persons: number | null;
  /** Who stands behind the output, where classes are counted in persons and the run that wrote it, or the source, tells. */
  readonly holders?: Holders;
  /** Sensitive column → distribution before suppression. */
  readonly distributions: Readonly<Record<string, readonly ValueCount[]>>;
  /** Sensitive column → rows of its hierarchy. */
  readonly hierarchies: Readonly<Record<string, readonly (readonly (string | null)[])[]>>;
}

/** The columns that the output has to have, in order. */
export const writtenColumns = ({ recipe, sourceHeader }: Expectation): RecipeColumn[] =>
  sourceHeader.flatMap((header) => recipe.columns.filter((column) => column.name === header && !isDropped(column)));
