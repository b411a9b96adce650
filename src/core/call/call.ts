import type { Aggregate } from '../aggregate.ts';
import { routed } from '../approval/routed.ts';
import type { CallCommand } from './commands.ts';
import { type CallFacts, decide } from './decide.ts';
import type { CallEvent } from './events.ts';
import { evolve } from './evolve.ts';
import { callPermissions } from './permissions.ts';
import { type CallRefusal, callRefusals } from './refusals.ts';
import type { CallState } from './state.ts';

const own: Aggregate<CallCommand, CallState, CallEvent, CallFacts, CallRefusal> = {
  kind: 'call',
  permissions: callPermissions,
  refusals: callRefusals,
  decide,
  evolve,
};

/** 提案の募集 (法111条): one window with its files is one stream. */
export const call = routed(own);
