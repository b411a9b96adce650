import { addDays, parseDay } from '../../core/calendar/day.ts';
import { monthsFrom } from '../../core/calendar/period.ts';
import type { ComplaintState } from '../../core/complaint/state.ts';
import type { LeakState } from '../../core/leak/state.ts';
import type { RuleSet } from '../../core/organ/ruleSet.ts';
import type { OtherProvisionState } from '../../core/otherProvision/state.ts';
import type { ProposalState } from '../../core/proposal/state.ts';
import type { ReleaseState } from '../../core/release/state.ts';
import type { AnyState, CaseKind } from '../aggregates.ts';

/** How long the papers of a case are kept (REC-12). Days are `YYYY-MM-DD`. */
export interface Retention {
  /** Null = the organ has not set it. */
  readonly years: number | null;
  /** Null = the case goes on. */
  readonly endedOn: string | null;
  /** The last day of keeping: the years from the day after the end; null where one of both is not known. */
  readonly through: string | null;
}

/** By the rules of today: an organ that sets a period sets it for the cases that it has. */
export function retentionOf({ retentionYears }: RuleSet, kind: CaseKind, state: AnyState): Retention {
  const record = recordOf(kind, state);
  const years = record === null ? null : (retentionYears[record]?.value ?? null);
  const endedOn = endOf(kind, state);
  const end = endedOn === null ? null : parseDay(endedOn);
  const through = years === null || end === null ? null : monthsFrom(addDays(end, 1), years * 12).through;
  return { years, endedOn, through };
}

/** Which of the organ's periods it is; no setting is for the other kinds. */
function recordOf(kind: CaseKind, state: AnyState): keyof RuleSet['retentionYears'] | null {
  if (kind === 'proposal') return (state as ProposalState).contract === null ? 'proposal' : 'contract';
  if (kind === 'release') return 'creation';
  return kind === 'complaint' || kind === 'register' ? kind : null;
}

function endOf(kind: CaseKind, state: AnyState): string | null {
  switch (kind) {
    case 'proposal':
      return endOfProposal(state as ProposalState);
    case 'release': {
      const { provision, createdOn } = state as ReleaseState;
      return provision?.providedOn ?? createdOn;
    }
    case 'complaint':
      return (state as ComplaintState).settledOn;
    case 'leak':
      return (state as LeakState).endedOn;
    case 'otherProvision':
      return (state as OtherProvisionState).handedOverOn;
    default:
      return null;
  }
}

/** A contract ends with its cancellation, else with the period of use; a proposal without one when it is done with. */
function endOfProposal({ cancellation, contract, ending, notice, form }: ProposalState): string | null {
  if (cancellation) return cancellation.cancelledOn;
  if (contract) return form.period?.to ?? null;
  return ending?.on ?? (notice?.conforming === false ? notice.noticeDate : null);
}
