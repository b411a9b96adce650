import { proposerIds } from '../../core/proposal/missingParts.ts';
import { isParty } from '../../core/proposal/recordContact.ts';
import type { IdentifiedId, ProposalState } from '../../core/proposal/state.ts';
import { subjectOf } from '../../core/proposal/subjectOf.ts';
import { intakeNotes } from '../../messages/intakeNotes.ts';
import type { CommandName } from '../aggregates.ts';
import type { StateRecord } from '../ports/eventStore.ts';
import { duplicatesOf } from './duplicates.ts';
import { type Choice, type FormPlan, type Planner, type Planning, stateOf } from './planning.ts';

/** The people of a case, as they can be chosen. */
export const partyChoices = (parties: readonly IdentifiedId[]): readonly Choice[] =>
  parties.map((value) => ({ value, part: value.startsWith('proposer:') ? `party:${value.slice(9)}` : value }));

/** A proposal as it can be chosen: by its number and its file. */
export const proposalChoice = ({ stream, state }: StateRecord): Choice => {
  const proposal = state as ProposalState;
  const { serial, fiscalYear } = proposal.number;
  return { value: stream.id, label: intakeNotes.proposal(serial, fiscalYear, subjectOf(proposal)) };
};

/** The other proposals on the same file of the same call, or on the same created data. */
export async function siblings({ parts, organ, record }: Planning): Promise<readonly StateRecord[]> {
  const own = record?.state as ProposalState;
  const { records } = await parts.events.states(organ, { kind: 'proposal', where: { entry: own.entry } });
  return records.filter(({ stream, state }) => {
    const { call, created } = state as ProposalState;
    return stream.id !== record?.stream.id && call === own.call && created?.release === own.created?.release;
  });
}

/** What the forms begin with by which the desk handles papers besides taking them in. */
export const intakePlans: Partial<Record<CommandName, Planner>> = {
  forwardProposal: (planning) => ({
    filled: {
      forwardedOn: planning.today,
      to: stateOf<ProposalState>(planning).responsibleOrganization,
      copyKept: true,
    },
  }),
  recordContact: (planning) => {
    const state = stateOf<ProposalState>(planning);
    const others = (['agent', 'contactPerson'] as const).filter((id) => isParty(id, state));
    return {
      filled: { on: planning.today, with: 'proposer:1' },
      choices: { with: partyChoices([...proposerIds(state), ...others]) },
    };
  },
  proposeTypingCorrection: planTyping,
  joinDuplicate: planJoining,
};

/** What can be wrongly typed, with what stands there now beside it. */
function planTyping(planning: Planning): Partial<FormPlan> {
  const { receivedOn, receivedTime, dispatchedOn, copies, notice, form, channel } = stateOf<ProposalState>(planning);
  const now: Readonly<Record<string, unknown>> = {
    receivedOn,
    receivedTime,
    dispatchedOn,
    copies,
    noticeDate: notice?.noticeDate,
  };
  const boxes = Object.entries(form).map(([name, value]) => [`changes.form.${name}`, value] as const);
  const plain = [...Object.entries(now).map(([name, value]) => [`changes.${name}`, value] as const), ...boxes];
  return {
    hidden: [
      ...(notice === null ? ['changes.noticeDate'] : []),
      ...(channel === 'online' ? ['changes.receivedOn', 'changes.receivedTime'] : []),
      ...(planning.rules.intake.arrivalRule?.value === 'dispatch' ? [] : ['changes.dispatchedOn']),
    ],
    notes: [
      { path: 'changes', note: 'said', text: intakeNotes.typing },
      ...plain.flatMap(([path, value]) =>
        typeof value === 'string' || typeof value === 'number'
          ? [{ path, note: 'said', text: intakeNotes.currently(String(value)) } as const]
          : [],
      ),
    ],
  };
}

/** Those that may be of the same paper stand first. */
async function planJoining(planning: Planning): Promise<Partial<FormPlan>> {
  const { parts, organ, record, asked } = planning;
  const others = await siblings(planning);
  const likely = record ? (await duplicatesOf(parts, organ, record)).map(({ id }) => id) : [];
  const ordered = others.toSorted(
    (one, other) => Number(likely.includes(other.stream.id)) - Number(likely.includes(one.stream.id)),
  );
  return {
    filled: { into: asked.into ?? likely[0] },
    choices: { into: ordered.map(proposalChoice) },
  };
}
