import type { Actor, OrganId, Role } from '../../core/role.ts';
import type { ScenarioStep } from '../fields/scenario.ts';

/** The person of a step: `proposer:2` is the second proposer; without a number the first. */
export function actorOf(
  { as, person, division }: Pick<ScenarioStep, 'as' | 'person' | 'division'>,
  organ: OrganId,
): Actor {
  const [role = '', number = '1'] = as.split(':');
  return {
    person: person ?? `${role}:${number}`,
    role: role as Role,
    organ,
    ...(division === undefined ? {} : { division }),
  };
}
