import { isPlain } from './plainText.ts';

/** The top-level members of a state that a query can ask for by value. */
export function stateMembers(state: unknown): Readonly<Record<string, string | number | boolean>> {
  if (typeof state !== 'object' || state === null || Array.isArray(state)) return {};
  const members = Object.entries(state).filter(
    ([name, value]) =>
      isPlain(name) &&
      (typeof value === 'boolean' || Number.isFinite(value) || (typeof value === 'string' && isPlain(value))),
  );
  return Object.fromEntries(members);
}
