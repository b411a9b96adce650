import type { CallState } from '../core/call/state.ts';
import type { ComplaintState } from '../core/complaint/state.ts';
import type { LeakState } from '../core/leak/state.ts';
import type { OfficeState } from '../core/office/state.ts';
import type { OtherProvisionState } from '../core/otherProvision/state.ts';
import type { PapersState } from '../core/papers/state.ts';
import type { ProposalState } from '../core/proposal/state.ts';
import type { RegisterState } from '../core/register/state.ts';
import type { ReleaseState } from '../core/release/state.ts';
import type { OrganId } from '../core/role.ts';
import type { SettingsState } from '../core/settings/state.ts';
import type { AggregateKind } from './aggregates.ts';
import type { Parts } from './parts.ts';

/** The state of each kind of case. */
export interface CaseStates {
  readonly register: RegisterState;
  readonly call: CallState;
  readonly proposal: ProposalState;
  readonly release: ReleaseState;
  readonly organ: SettingsState;
  readonly office: OfficeState;
  readonly complaint: ComplaintState;
  readonly leak: LeakState;
  readonly otherProvision: OtherProvisionState;
  readonly papers: PapersState;
}

/** A case as it stands; null if there is none. Asks no policy: for decisions and for exits that have asked. */
export async function loadCase<Kind extends AggregateKind>(
  { events }: Pick<Parts, 'events'>,
  organ: OrganId,
  kind: Kind,
  id: string,
): Promise<CaseStates[Kind] | null> {
  const record = await events.state(organ, { kind, id });
  return (record?.state ?? null) as CaseStates[Kind] | null;
}
