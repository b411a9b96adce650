import type { CallState } from '../core/call/state.ts';
import type { LeakState } from '../core/leak/state.ts';
import type { ProposalState } from '../core/proposal/state.ts';
import type { ReleaseState } from '../core/release/state.ts';
import type { AggregateKind, AnyState } from './aggregates.ts';
import { deadlinesOf } from './deadlinesOf.ts';

/** The deadlines that a case still waits for: one is over when what it is for was done, or when the case has ended. */
export function openDeadlines(kind: AggregateKind, state: AnyState): Readonly<Record<string, string>> {
  const open = Object.entries(deadlinesOf(kind, state)).filter(([name]) => !isOver(kind, state, name));
  return Object.fromEntries(open);
}

function isOver(kind: AggregateKind, state: AnyState, name: string): boolean {
  if (kind === 'call') return ['closed', 'withdrawn'].includes((state as CallState).stage);
  if (kind === 'release') return (state as ReleaseState).provision !== null;
  if (kind === 'leak') {
    const { preliminaryOn, finalOn } = state as LeakState;
    return name === 'finalReport' ? finalOn !== null : preliminaryOn !== null;
  }
  return kind === 'proposal' && isProposalOver(state as ProposalState, name);
}

function isProposalOver({ stage, applicationReceivedOn, payment }: ProposalState, name: string): boolean {
  if (['lapsed', 'withdrawn', 'merged', 'cancelled', 'joined'].includes(stage)) return true;
  if (name === 'contractApplication') return applicationReceivedOn !== null;
  return name === 'fee' && payment !== null;
}
