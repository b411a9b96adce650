import { unitOf } from '../../core/register/unitOf.ts';
import type { OrganId } from '../../core/role.ts';
import type { EventStore } from '../ports/eventStore.ts';
import { type ListedEntry, searchRegister } from './searchRegister.ts';

/** A unit of the organ and how many published files it has. */
export interface RegisterUnit {
  /** Null: the organizations whose name has no such unit. */
  readonly name: string | null;
  readonly files: number;
}

/** The units of an organ in the order of their names, and the published entries of one of them. */
export async function registerByUnit(
  store: EventStore,
  organ: OrganId,
  endings: readonly string[],
  unit: string | null,
): Promise<{ readonly units: readonly RegisterUnit[]; readonly entries: readonly ListedEntry[] }> {
  const { entries } = await searchRegister(store, organ, { text: '', marks: [] });
  const byUnit = Map.groupBy(entries, (entry) => unitOf(entry.responsibleOrganization, endings));
  const units = [...byUnit].map(([name, files]) => ({ name, files: files.length }));
  return { units: units.toSorted(byName), entries: byUnit.get(unit) ?? [] };
}

const byName = ({ name: one }: RegisterUnit, { name: other }: RegisterUnit): number => {
  if (one === null || other === null) return Number(one === null) - Number(other === null);
  return one.localeCompare(other, 'ja');
};
