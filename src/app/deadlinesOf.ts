import type { CallState } from '../core/call/state.ts';
import type { LeakState } from '../core/leak/state.ts';
import { openCorrection, type ProposalState } from '../core/proposal/state.ts';
import type { ReleaseState } from '../core/release/state.ts';
import type { AggregateKind, AnyState } from './aggregates.ts';

const present = (deadlines: Readonly<Record<string, string | null | undefined>>): Record<string, string> =>
  Object.fromEntries(Object.entries(deadlines).flatMap(([name, day]) => (day ? [[name, day]] : [])));

/** The dated deadlines of a case by their names; a name is absent while there is no such deadline. */
export function deadlinesOf(kind: AggregateKind, state: AnyState): Readonly<Record<string, string>> {
  if (kind === 'call') return present({ close: (state as CallState).closesOn });
  if (kind === 'release') return present({ provision: (state as ReleaseState).provisionDeadline });
  if (kind === 'leak') {
    const { clock } = state as LeakState;
    return present({ preliminaryReport: clock?.preliminaryBy, finalReport: clock?.finalBy });
  }
  if (kind !== 'proposal') return {};
  const proposal = state as ProposalState;
  return present({
    correction: openCorrection(proposal)?.deadline,
    contractApplication: proposal.applicationDeadline,
    fee: proposal.feeDeadline,
  });
}
