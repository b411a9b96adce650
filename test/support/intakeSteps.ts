import type { RuleSet, Sourced } from '../../src/core/organ/ruleSet.ts';
import type { ProposalCommand, ReceiveProposal } from '../../src/core/proposal/commands.ts';
import type { ProposalFacts } from '../../src/core/proposal/facts.ts';
import type { ReceiveCreatedProposal, SubmitProposal } from '../../src/core/proposal/intakeCommands.ts';
import { proposal } from '../../src/core/proposal/proposal.ts';
import type { ProposalState } from '../../src/core/proposal/state.ts';
import type { TypingChanges } from '../../src/core/proposal/typingChanges.ts';
import type { Role } from '../../src/core/role.ts';
import { play as playOn } from './play.ts';
import { companyParty, proposalFacts, proposalReceipt } from './proposals.ts';
import { circumstances, rulesOf } from './shippedRules.ts';

export const set = <Value>(value: Value): NonNullable<Sourced<Value>> => ({
  value,
  text: '架空の決裁',
  source: '設定',
});
export const withIntake = (organ: string, intake: Partial<RuleSet['intake']>): RuleSet => {
  const rules = rulesOf(organ);
  return { ...rules, intake: { ...rules.intake, ...intake } };
};
export const kumamoto = rulesOf('kumamoto');
export const aomori = withIntake('aomori-police', { arrivalRule: set('arrival') });
export const hokkaido = withIntake('hokkaido-university', {
  arrivalRule: set('arrival'),
  channels: set(['post', 'inPerson']),
});
export const ichikawa = withIntake('ichikawa', { arrivalRule: set('arrival') });
export const yokohama = withIntake('yokohama', {
  arrivalRule: set('arrival'),
  channels: set(['post']),
  closingTime: set('17:00'),
});

export const count = { uniquePersons: 5000, cumulativePersons: 5200, countedOn: '2026-01-20' };
const known = proposalFacts('2026-01-20');
export const facts: ProposalFacts = {
  ...known,
  call: known.call && { ...known.call, stage: 'open', opensOn: '2025-12-19', personsAtClose: null },
  entry: known.entry && { ...known.entry, fileName: '架空の台帳', persons: count },
};
export const createdFacts: ProposalFacts = {
  ...facts,
  call: null,
  created: { name: '架空の匿名加工情報', period: { from: '2026-01-01', to: '2026-01-20' } },
};

const received = proposalReceipt('2026-01-20');
export const form: ReceiveProposal['form'] = {
  ...received.form,
  fileName: '架空の台帳',
  items: [{ name: '住所', detail: '町名まで' }],
};
export const receipt: ReceiveProposal = { ...received, dispatchedOn: null, envelopeNoted: null, form };
export const { fileName: _f, persons: _p, ...createdForm } = form;
export const { call: _c, ...target } = receipt;
export const createdReceipt: ReceiveCreatedProposal = {
  ...target,
  do: 'receiveCreatedProposal',
  release: 'r-1',
  form: createdForm,
};
export const submission: SubmitProposal = {
  do: 'submitProposal',
  call: 'c-1',
  entry: 'e-1',
  acceptedGuideline: '第1版',
  proposers: [companyParty],
  agent: null,
  form,
  attachments: receipt.attachments,
};
export const complete: ProposalCommand = { do: 'confirmCompleteness' };
export const forward = (forwardedOn: string, copyKept = true): ProposalCommand => ({
  do: 'forwardProposal',
  forwardedOn,
  to: null,
  copyKept,
});
export const nothing: TypingChanges = {
  receivedOn: null,
  receivedTime: null,
  dispatchedOn: null,
  copies: null,
  noticeDate: null,
  form: {},
};
export const retype = (changes: Partial<TypingChanges>, reason = '収受印の日を見誤った。'): ProposalCommand => ({
  do: 'proposeTypingCorrection',
  changes: { ...nothing, ...changes },
  reason,
});
export const confirm: ProposalCommand = { do: 'confirmTypingCorrection' };
export const request = (deadline: string, field: 'persons' | 'identity' = 'persons'): ProposalCommand => ({
  do: 'requestCorrection',
  points: [{ field, text: '改めてください。' }],
  deadline,
});
export const correction = (receivedOn: string): ProposalCommand => ({
  do: 'receiveCorrection',
  receivedOn,
  form: { persons: 2000 },
  proposers: null,
  agent: null,
  copies: null,
  attachments: [],
});

/** A command, by default of the desk, on 2026-01-26 at 10:00 and with what the call knows then. */
export interface Step {
  readonly command: ProposalCommand;
  readonly now?: string;
  readonly role?: Role;
  readonly person?: string;
  readonly facts?: ProposalFacts;
}
export const isStep = (given: ProposalCommand | Step): given is Step => 'command' in given;

export const play = (rules: RuleSet, ...given: readonly (ProposalCommand | Step)[]) =>
  playOn(
    proposal,
    rules,
    given.map((one) => {
      const {
        command,
        now = '2026-01-26T10:00',
        role = 'centralDesk',
        person: who,
        facts: known = facts,
      } = isStep(one) ? one : { command: one };
      return [command, { ...known, ...circumstances(now, role, who) }] as const;
    }),
  );
export const codes = (rules: RuleSet, ...given: readonly (ProposalCommand | Step)[]) =>
  play(rules, ...given).refusals.map(({ code }) => code);
export const stateAfter = (rules: RuleSet, ...given: readonly (ProposalCommand | Step)[]): ProposalState => {
  const { state } = play(rules, ...given);
  if (!state) throw new Error('the receipt was refused');
  return state;
};
