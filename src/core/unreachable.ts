/** The end of a switch over a union: the compiler sees that nothing arrives here. */
export function unreachable(value: never): never {
  throw new Error(`unexpected case: ${JSON.stringify(value)}`);
}
