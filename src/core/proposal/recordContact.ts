import { happened } from '../decision.ts';
import { type Decided, isBlank, type Known, todayOf } from './facts.ts';
import type { RecordContact } from './intakeCommands.ts';
import { proposerIds } from './missingParts.ts';
import { no } from './refusals.ts';
import type { ContactWith, ProposalState } from './state.ts';

/** 連絡の記録 (REC-11). With an agent, too, the principal can be heard (EXC-1). */
export function recordContact({ do: _, text, ...contact }: RecordContact, state: ProposalState, facts: Known): Decided {
  if (isBlank(text)) return no('contactTextMissing');
  if (!isParty(contact.with, state)) return no('partyUnknown', { party: contact.with });
  if (contact.on > todayOf(facts)) return no('contactInFuture', { on: contact.on, today: todayOf(facts) });
  return happened({ type: 'contactRecorded', data: { ...contact, by: facts.actor.person }, personal: { text } });
}

/** Whether the case knows this person; the 担当者 is one of a corporate proposer or agent (CHK-ID-5). */
export function isParty(id: ContactWith, state: Pick<ProposalState, 'proposers' | 'agent'>): boolean {
  if (id === 'agent') return state.agent !== null;
  if (id === 'contactPerson')
    return [...state.proposers, state.agent].some((party) => party && party.kind !== 'individual');
  return proposerIds(state).includes(id);
}
