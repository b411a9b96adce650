import type { Aggregate } from '../aggregate.ts';
import { routed } from '../approval/routed.ts';
import type { RegisterCommand } from './commands.ts';
import { decide, type RegisterFacts } from './decide.ts';
import type { RegisterEvent } from './events.ts';
import { evolve } from './evolve.ts';
import { registerPermissions } from './permissions.ts';
import { type RegisterRefusal, registerRefusals } from './refusals.ts';
import type { RegisterState } from './state.ts';

const own: Aggregate<RegisterCommand, RegisterState, RegisterEvent, RegisterFacts, RegisterRefusal> = {
  kind: 'register',
  permissions: registerPermissions,
  refusals: registerRefusals,
  decide,
  evolve,
};

/** 個人情報ファイル簿 (法75条): one entry is one stream. */
export const register = routed(own);
