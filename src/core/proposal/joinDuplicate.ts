import { happened } from '../decision.ts';
import { type Decided, isBlank, type Known, todayOf } from './facts.ts';
import type { JoinDuplicate } from './intakeCommands.ts';
import { no } from './refusals.ts';
import type { ProposalState } from './state.ts';

const ended = ['withdrawn', 'lapsed', 'nonConforming', 'joined'];

/** The same paper entered twice: this entry ends and names the one that goes on; its number stays taken. */
export function joinDuplicate({ into, reason }: JoinDuplicate, state: ProposalState, facts: Known): Decided {
  const { other } = facts;
  if (isBlank(reason)) return no('joiningWithoutReason');
  if (other === null) return no('otherProposalUnknown', { proposal: into });
  if (ended.includes(other.stage)) return no('otherProposalEnded', { proposal: into, stage: other.stage });
  const sameTarget =
    other.call === state.call && other.entry === state.entry && other.created?.release === state.created?.release;
  if (!sameTarget) return no('otherProposalDiffers', { proposal: into });
  return happened({ type: 'duplicateJoined', data: { into, reason, on: todayOf(facts) } });
}
