import { officeStream } from '../../core/office/office.ts';
import type { DivisionChange } from '../../core/office/state.ts';
import type { OrganId } from '../../core/role.ts';
import type { AnyState } from '../aggregates.ts';
import { loadCase } from '../loadCase.ts';
import type { Parts } from '../parts.ts';
import type { StateRecord } from '../ports/eventStore.ts';
import type { Due } from '../runClock.ts';
import { openWork } from './openWork.ts';

const moveOf = { register: 'moveEntry', proposal: 'moveProposal', release: 'moveRelease' } as const;
type Moved = keyof typeof moveOf;
const isMoved = (kind: string): kind is Moved => kind in moveOf;

/** Open cases and entries whose division bears another name from a day on. */
export async function divisionMoves(parts: Pick<Parts, 'events'>, organ: OrganId): Promise<Due[]> {
  const changes = (await loadCase(parts, organ, 'office', officeStream.id))?.divisionChanges ?? [];
  if (changes.length === 0) return [];
  const cases = await openWork(parts, organ);
  return changes.flatMap((change) => cases.flatMap((one) => moveIn(change, one)));
}

function moveIn(
  { from, to, on }: DivisionChange,
  { kind, id, state }: StateRecord['stream'] & { state: AnyState },
): Due[] {
  if (!isMoved(kind) || !from.includes(divisionOf(state))) return [];
  return [{ at: `${on}T00:00`, stream: { kind, id }, command: { do: moveOf[kind], to, on } }];
}

/** 所管組織 of a case or an entry; empty = it names none. */
export const divisionOf = (state: AnyState): string => {
  const { responsibleOrganization, contents } = state as AnyState & {
    readonly responsibleOrganization?: string;
    readonly contents?: { readonly responsibleOrganization: string };
  };
  return responsibleOrganization ?? contents?.responsibleOrganization ?? '';
};

/** The name that a division bears on a day, after every change up to then. */
export const divisionOn = (division: string, changes: readonly DivisionChange[], day: string): string =>
  changes
    .filter(({ on }) => on <= day)
    .toSorted((one, other) => (one.on < other.on ? -1 : 1))
    .reduce((name, { from, to }) => (from.includes(name) ? to : name), division);
