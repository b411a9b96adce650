/** A fact that the rules or the case give to a field of a form. */
export type PlanNoteFacts =
  | { readonly note: 'copies'; readonly copies: number }
  | { readonly note: 'counter'; readonly from: string; readonly through: string }
  | { readonly note: 'envelope'; readonly text: string }
  | { readonly note: 'window'; readonly opensOn: string; readonly closesOn: string }
  | { readonly note: 'minDays'; readonly days: number; readonly earliestClose: string }
  | { readonly note: 'due'; readonly day: string }
  | { readonly note: 'amount'; readonly yen: number }
  | { readonly note: 'noRule' }
  /** A sentence that a use case wrote. */
  | { readonly note: 'said'; readonly text: string }
  | { readonly note: 'asked'; readonly text: string }
  | { readonly note: 'earliestIssue'; readonly day: string }
  | { readonly note: 'chosen'; readonly medium: string | null; readonly delivery: string | null };
