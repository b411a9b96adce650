/** What a message or a screen may say about a refusal: plain values, no prose. */
export type Facts = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

/**
 * The answer no, as a value. `basis` is the article or the requirement id that the refusal rests on;
 * the words come from messages/, which has one for every code.
 */
export interface Refusal<Code extends string = string> {
  readonly code: Code;
  readonly basis: string;
  readonly facts: Facts;
}

/** What `decide` answers: the events that happen, or a refusal. An empty list means that nothing changes. */
export type Decision<Event, Code extends string = string> =
  | { readonly events: readonly Event[] }
  | { readonly refusal: Refusal<Code> };

export const refuse = <Code extends string>(
  code: Code,
  basis: string,
  facts: Facts = {},
): { readonly refusal: Refusal<Code> } => ({ refusal: { code, basis, facts } });

export const happened = <Event>(...events: readonly Event[]): { readonly events: readonly Event[] } => ({ events });
