import type { OrganId } from '../role.ts';

/** Where a value stands: `text` as printed (`第８-3(2)`), the seed or act it is from, and the provision of the Act behind it. */
export interface Citation {
  readonly text: string;
  readonly source: string;
  readonly law?: string;
}

/** A value with its source; null = no source gives it, and the step that needs it is refused until an official sets it. */
export type Sourced<Value> = (Citation & { readonly value: Value }) | null;

/** The rules of an organ (data, never code), in force from a day (null = on every day) until the next rule set. */
export interface RuleSet {
  readonly organ: OrganId;
  readonly effectiveFrom: string | null;
}
