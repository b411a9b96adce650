import { expect } from 'vitest';
import type { ApprovalCommand } from '../../src/core/approval/commands.ts';
import type { RuleSet } from '../../src/core/organ/ruleSet.ts';
import type { ProposalCommand } from '../../src/core/proposal/commands.ts';
import type { ProposalFacts } from '../../src/core/proposal/facts.ts';
import type { Role } from '../../src/core/role.ts';
import { type Given, organ, playContract } from './contracts.ts';

export const aomori = organ('aomori-police');
export const hokkaido = organ('hokkaido-university');
export const ichikawa = organ('ichikawa');
export const kumamoto = organ('kumamoto');
export const yokohama = organ('yokohama');

export const by = (
  role: Role,
  command: ProposalCommand | ApprovalCommand,
  person = `${role}:1`,
  now?: string,
): Given => ({
  command,
  role,
  person,
  ...(now ? { now } : {}),
});
export const desk = (command: ProposalCommand, person?: string) => by('centralDesk', command, person);
export const division = (command: ProposalCommand | ApprovalCommand, person?: string) =>
  by('responsibleDivision', command, person);
export const codes = (rules: RuleSet, given: readonly Given[], facts?: Partial<ProposalFacts>) =>
  playContract(rules, given, facts).refusals.map(({ code }) => code);
export const stateAfter = (rules: RuleSet, given: readonly Given[], facts?: Partial<ProposalFacts>) => {
  const { state, refusals } = playContract(rules, given, facts);
  expect(refusals).toEqual([]);
  if (!state) throw new Error('nothing was received');
  return state;
};
