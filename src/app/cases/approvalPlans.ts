import { actsOf, outgoing } from '../../core/approval/outgoingActs.ts';
import type { Approvable } from '../../core/approval/state.ts';
import { type AggregateKind, type AnyState, type CommandName, permissionOf } from '../aggregates.ts';
import type { Choice, Planner, Planning } from './planning.ts';

const choice = (act: string): Choice => ({ value: act, part: act });

/** What may go out of the case in the stage that it is in. */
function issuable({ record }: Planning): readonly Choice[] {
  const kind = (record?.stream.kind ?? 'office') as AggregateKind;
  const stage = (record?.state as AnyState | undefined)?.stage ?? 'absent';
  const mayGoOut = (command: string) => permissionOf(command as CommandName, kind).stages.includes(stage);
  return actsOf(kind)
    .filter((act) => mayGoOut(outgoing(act).command))
    .map(choice);
}

function pending({ record }: Planning): readonly string[] {
  const drafts = (record?.state as Partial<Approvable> | undefined)?.drafts ?? [];
  return drafts.filter(({ approval }) => approval === null).map(({ act }) => act);
}

const ofPending: Planner = (planning) => {
  const acts = pending(planning);
  return { filled: { act: acts.length === 1 ? acts[0] : undefined }, choices: { act: acts.map(choice) } };
};

/** How the forms of 起案 and 決裁 begin. */
export const approvalPlans = {
  draftAct: (planning) => ({ choices: { act: issuable(planning) } }),
  approveDraft: ofPending,
  returnDraft: ofPending,
  recordApproval: (planning) => ({
    filled: { draftedOn: planning.today, on: planning.today },
    choices: { act: issuable(planning) },
  }),
} satisfies Partial<Record<CommandName, Planner>>;

/** The 文書番号 that was taken with the draft of what the command is about to issue. */
export function draftedNumber(command: CommandName, record: Planning['record']): { readonly documentNumber?: string } {
  const drafts = (record?.state as Partial<Approvable> | undefined)?.drafts ?? [];
  const { documentNumber } = drafts.find(({ act }) => outgoing(act).command === command) ?? {};
  return documentNumber ? { documentNumber } : {};
}
