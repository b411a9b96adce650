import type { Child } from 'hono/jsx';
import type { AnyState, CaseKind } from '../../../app/aggregates.ts';
import type { CaseView } from '../../../app/cases/caseView.ts';
import type { CallState } from '../../../core/call/state.ts';
import type { ComplaintState } from '../../../core/complaint/state.ts';
import type { LeakState } from '../../../core/leak/state.ts';
import type { OfficeState } from '../../../core/office/state.ts';
import type { OtherProvisionState } from '../../../core/otherProvision/state.ts';
import type { ProposalState } from '../../../core/proposal/state.ts';
import type { RegisterState } from '../../../core/register/state.ts';
import type { ReleaseState } from '../../../core/release/state.ts';
import { unreachable } from '../../../core/unreachable.ts';
import type { OrganCard } from '../../organCard.ts';
import { ComplaintFacts, LeakFacts, OtherProvisionFacts } from './AfterFacts.tsx';
import { CallFacts } from './CallFacts.tsx';
import { OfficeFacts } from './OfficeFacts.tsx';
import { ProposalFacts } from './ProposalFacts.tsx';
import { RegisterFacts } from './RegisterFacts.tsx';
import { ReleaseFacts } from './ReleaseFacts.tsx';

/** The facts of a case in sections. */
export function factsOf(
  kind: CaseKind,
  organ: OrganCard,
  state: AnyState,
  { people, handlers, moved }: Pick<CaseView, 'people' | 'handlers' | 'moved'>,
  names: ReadonlyMap<string, string>,
): Child {
  switch (kind) {
    case 'register':
      return <RegisterFacts organ={organ} state={state as RegisterState} />;
    case 'call':
      return <CallFacts organ={organ} state={state as CallState} />;
    case 'proposal':
      return <ProposalFacts organ={organ} state={state as ProposalState} people={people} handlers={handlers} />;
    case 'release':
      return <ReleaseFacts organ={organ} state={state as ReleaseState} names={names} />;
    case 'complaint':
      return <ComplaintFacts organ={organ} state={state as ComplaintState} />;
    case 'leak':
      return <LeakFacts state={state as LeakState} />;
    case 'otherProvision':
      return <OtherProvisionFacts state={state as OtherProvisionState} />;
    case 'office':
      return <OfficeFacts organ={organ} state={state as OfficeState} moved={moved} names={names} />;
    default:
      return unreachable(kind);
  }
}
