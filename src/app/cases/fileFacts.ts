import { type CallState, guidelineOn } from '../../core/call/state.ts';
import type { ProposalFacts } from '../../core/proposal/facts.ts';
import type { ProposalState } from '../../core/proposal/state.ts';
import type { OrganId } from '../../core/role.ts';
import { loadCase } from '../loadCase.ts';
import type { Parts } from '../parts.ts';

/** What a proposal of a day knows of its call and of its file. */
export async function fileFacts(
  parts: Pick<Parts, 'events'>,
  organ: OrganId,
  { call, entry, receivedOn }: Pick<ProposalState, 'call' | 'entry' | 'receivedOn'>,
): Promise<Pick<ProposalFacts, 'call' | 'entry'>> {
  const [called, listed] = await Promise.all([
    call === null ? null : loadCase(parts, organ, 'call', call),
    loadCase(parts, organ, 'register', entry),
  ]);
  return {
    call: called && callOf(called, entry, receivedOn),
    entry: listed && {
      fileName: listed.contents.fileName,
      responsibleOrganization: listed.contents.responsibleOrganization,
      recordItems: listed.contents.recordItems.map(({ name }) => name),
      persons: listed.persons,
      thirdPartyProcedure: listed.contents.thirdPartyProcedure,
    },
  };
}

/** The call as a proposal of a day on one of its files sees it; a file of a group is counted with its group. */
function callOf(state: CallState, entry: string, receivedOn: string): NonNullable<ProposalFacts['call']> {
  const group = state.groups.find(({ entries }) => entries.includes(entry))?.name ?? null;
  return {
    stage: state.stage,
    opensOn: state.opensOn,
    closesOn: state.closesOn,
    entries: state.files.map((file) => file.entry),
    group,
    guidelineVersion: guidelineOn(state, receivedOn)?.version ?? null,
    personsAtClose: state.snapshot.find((one) => one.entry === (group ?? entry))?.persons ?? null,
  };
}
