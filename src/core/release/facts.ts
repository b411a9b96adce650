import type { Circumstances, CommonRefusal } from '../aggregate.ts';
import type { Decision } from '../decision.ts';
import type { KeptFile } from '../keptFile.ts';
import type { StandardId } from '../office/state.ts';
import type { ReleaseEvent } from './events.ts';
import type { ReleaseRefusal } from './refusals.ts';
import type { ReleaseState } from './state.ts';

/** The package that was written for `packRelease`, by its digests; null for every other command. */
export interface ReleaseFacts {
  readonly package: { readonly file: KeptFile; readonly manifest: KeptFile } | null;
  /** Whether the file that `handInSource` or `setRecipe` names is kept encrypted with the release; true for every other command. */
  readonly isKept: boolean;
  /** For `deriveRecipe`: the recipe as it was kept, and in words what is still open; null = there is no source. */
  readonly derived: { readonly recipe: KeptFile | null; readonly open: readonly string[] } | null;
  /** Medium and way that the proposal chose. */
  readonly chosen: { readonly medium: string | null; readonly delivery: 'counter' | 'post' | null } | null;
  /** Whether the contract that it is for was charged with outsourcing. */
  readonly isOutsourced: boolean;
  /** Days on which the standards were set, having heard the council; null = not yet. */
  readonly standards: Readonly<Record<StandardId, string | null>>;
  /** For `planReprovision`: the data as it was created and verified; null = there is none to be had. */
  readonly source: Pick<ReleaseState, 'creation' | 'createdOn' | 'verification' | 'keyDestruction'> | null;
}

export type Known = ReleaseFacts & Circumstances;
export type Decided = Decision<ReleaseEvent, ReleaseRefusal | CommonRefusal>;
