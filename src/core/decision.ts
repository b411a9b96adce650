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

/**
 * A function that refuses with the codes of one table (code → article or requirement id). A third argument replaces
 * the basis where the organ's rule set cites its own provision.
 */
export const refusing =
  <Table extends Readonly<Record<string, string>>>(table: Table) =>
  <Code extends keyof Table & string>(code: Code, facts: Facts = {}, basis: string = table[code] ?? '') =>
    refuse(code, basis, facts);

export const happened = <Event>(...events: readonly Event[]): { readonly events: readonly Event[] } => ({ events });
