import type { StreamRef } from '../core/event.ts';
import type { RegisterFacts } from '../core/register/decide.ts';
import type { OrganId } from '../core/role.ts';
import type { AnyState, Command } from './aggregates.ts';
import type { Parts } from './parts.ts';

/** A command on its way to the decision: where it goes and what stands there. */
export interface Gathering {
  readonly parts: Parts;
  readonly organ: OrganId;
  readonly stream: StreamRef;
  readonly command: Command;
  readonly state: AnyState | null;
}

/** What a decision needs to know from other cases, files and numbers. */
export async function gatherFacts(gathering: Gathering): Promise<object> {
  return registerFacts(gathering);
}

async function registerFacts({ stream }: Gathering): Promise<RegisterFacts> {
  return { entry: stream.id, created: null };
}
