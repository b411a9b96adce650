import type { CommandName } from '../app/aggregates.ts';
import { actorsOf } from '../app/cases/caseActs.ts';
import { policy, type View } from '../app/policy.ts';
import type { Account } from '../app/ports/identity.ts';
import type { Actor, OrganId } from '../core/role.ts';

/** What a route asks the policy: nothing, because everyone may come; or a view or a command of the organ. */
export type Asked = 'everyone' | { readonly view: View } | { readonly command: CommandName };

/**
 * The person in the first of the held roles that the policy lets through; null if it lets none through. A person acts
 * in one role at a time, and this is the one that is written down.
 */
export function actorFor(account: Account, organ: OrganId, asked: Exclude<Asked, 'everyone'>): Actor | null {
  return actorsOf(account).find((actor) => policy({ actor, organ, act: asked }) === null) ?? null;
}
