import type { PartyDetails } from '../../core/proposal/form.ts';

/** Lines of an addressee: a body with its representative, a body alone, or a person. */
export function addressLines(
  party: Pick<PartyDetails, 'name' | 'representative'>,
  isPerson: boolean,
): readonly string[] {
  if (party.representative) return [party.name, `${party.representative}　様`];
  return [`${party.name}　${isPerson ? '様' : '御中'}`];
}
