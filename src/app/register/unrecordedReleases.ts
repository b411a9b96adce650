import type { RegisterState } from '../../core/register/state.ts';
import type { ReleaseState } from '../../core/release/state.ts';
import type { OrganId } from '../../core/role.ts';
import type { Parts } from '../parts.ts';
import type { StateRecord } from '../ports/eventStore.ts';

/** Releases of a file whose data is verified and does not stand in its entry yet (法117条). */
export async function unrecordedReleases(
  { events }: Pick<Parts, 'events'>,
  organ: OrganId,
  entry: string,
  { createdData }: Pick<RegisterState, 'createdData'>,
): Promise<readonly StateRecord[]> {
  const { records } = await events.states(organ, { kind: 'release', where: { entry } });
  return records.filter(
    ({ stream, state }) =>
      (state as ReleaseState).verification !== null && !createdData.some(({ release }) => release === stream.id),
  );
}
