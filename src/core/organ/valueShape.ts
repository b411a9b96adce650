/** What a value of the rule set may look like, for forms and messages; the check of the profiles decides. */
export type ValueShape =
  | { readonly kind: 'yesNo' | 'text' | 'time' | 'day' | 'monthDay' }
  | { readonly kind: 'number'; readonly atLeast: number }
  /** Exactly one of these codes. */
  | { readonly kind: 'choice'; readonly options: readonly string[] }
  /** Some of these codes. */
  | { readonly kind: 'choices'; readonly options: readonly string[] }
  /** A list of texts. */
  | { readonly kind: 'texts' }
  | { readonly kind: 'group'; readonly members: readonly ShapeMember[] }
  /** A list of groups, each with an `id` of its own from these. */
  | { readonly kind: 'sections'; readonly ids: readonly string[]; readonly members: readonly ShapeMember[] }
  /** One of several groups, told apart by their first member. */
  | { readonly kind: 'variants'; readonly variants: readonly (readonly ShapeMember[])[] };

export interface ShapeMember {
  readonly name: string;
  readonly shape: ValueShape;
  /** May be null. */
  readonly isSilent: boolean;
}
