import type { OrganId } from '../../core/role.ts';
import type { Parts } from '../parts.ts';
import { divisionOf } from './divisionMoves.ts';
import { staffOf } from './namedPeople.ts';
import { openWork } from './openWork.ts';

/** The divisions that have open cases, entries or people, so that their names are met exactly. */
export async function knownDivisions(
  parts: Pick<Parts, 'events' | 'clock' | 'identity'>,
  organ: OrganId,
): Promise<readonly string[]> {
  const [open, staff] = [await openWork(parts, organ), (await staffOf(parts, organ)) ?? []];
  const names = [...open.map(({ state }) => divisionOf(state)), ...staff.map(({ account }) => account.division ?? '')];
  return [...new Set(names)].filter((name) => name !== '').toSorted();
}
