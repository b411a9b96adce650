/** Ends a `switch` over a union: a case that is missing is a type error. */
export function unreachable(value: never): never {
  throw new Error(`a case is missing: ${JSON.stringify(value)}`);
}
