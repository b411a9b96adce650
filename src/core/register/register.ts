import type { Aggregate } from '../aggregate.ts';
import type { RegisterCommand } from './commands.ts';
import { decide, type RegisterFacts } from './decide.ts';
import type { RegisterEvent } from './events.ts';
import { evolve } from './evolve.ts';
import { registerPermissions } from './permissions.ts';
import { type RegisterRefusal, registerRefusals } from './refusals.ts';
import type { RegisterState } from './state.ts';

/** 個人情報ファイル簿 (法75条): one entry is one stream. */
export const register: Aggregate<RegisterCommand, RegisterState, RegisterEvent, RegisterFacts, RegisterRefusal> = {
  kind: 'register',
  permissions: registerPermissions,
  refusals: registerRefusals,
  decide,
  evolve,
};
