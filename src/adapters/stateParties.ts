import { isPlain } from './plainText.ts';

/** The accounts of those who are a party to a case, as its state names them. */
export function stateParties(state: unknown): readonly string[] {
  const { parties = [] } = (state ?? {}) as { readonly parties?: unknown };
  return Array.isArray(parties)
    ? parties.filter((person): person is string => typeof person === 'string' && isPlain(person))
    : [];
}
