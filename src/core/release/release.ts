import type { Aggregate } from '../aggregate.ts';
import { routed } from '../approval/routed.ts';
import type { ReleaseCommand } from './commands.ts';
import { decide } from './decide.ts';
import type { ReleaseEvent } from './events.ts';
import { evolve } from './evolve.ts';
import type { ReleaseFacts } from './facts.ts';
import { releasePermissions } from './permissions.ts';
import { type ReleaseRefusal, releaseRefusals } from './refusals.ts';
import type { ReleaseState } from './state.ts';

const own: Aggregate<ReleaseCommand, ReleaseState, ReleaseEvent, ReleaseFacts, ReleaseRefusal> = {
  kind: 'release',
  permissions: releasePermissions,
  refusals: releaseRefusals,
  decide,
  evolve,
};

/** 行政機関等匿名加工情報の作成と提供 (法116条, 117条): one created set is one stream. */
export const release = routed(own);
