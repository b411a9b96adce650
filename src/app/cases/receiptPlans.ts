import type { CallState } from '../../core/call/state.ts';
import type { RuleSet } from '../../core/organ/ruleSet.ts';
import type { RegisterState } from '../../core/register/state.ts';
import type { OrganId } from '../../core/role.ts';
import type { CommandName } from '../aggregates.ts';
import { loadCase } from '../loadCase.ts';
import type { Parts } from '../parts.ts';
import type { Choice, FormPlan, PlanNote, Planner, Planning } from './planning.ts';

/** What the forms begin with by which proposals come in: over the desk, online, on data that was created before. */
export const receiptPlans: Partial<Record<CommandName, Planner>> = {
  receiveProposal: planReceipt,
  submitProposal: planSubmission,
  receiveCreatedProposal: planCreatedReceipt,
  submitCreatedProposal: planCreatedSubmission,
};

export const attachmentChoices = ({ attachments }: Pick<RuleSet, 'attachments'>): readonly Choice[] =>
  attachments.map(({ id, wording }) => (wording ? { value: id, label: wording } : { value: id, part: id }));

/** What every filing asks for, however it comes. */
function filing(rules: RuleSet): FormPlan {
  const papers = rules.attachments.filter(({ id }) => id !== 'identity');
  return {
    filled: {
      proposers: [{}],
      form: { items: [{}, {}, {}], handlers: [{}] },
      attachments: papers.map(() => ({})),
    },
    choices: { 'attachments.kind': attachmentChoices({ attachments: papers }) },
    hidden: ['proposers.account', 'agent.account'],
    derivations: {},
    notes: [],
  };
}

/** How papers come over the desk; an online filing enters by itself. */
function arrival({ rules, today }: Planning): FormPlan {
  const { channels, counter, envelopeNote, copies } = rules.intake;
  const ways = (channels?.value ?? []).filter((way) => way !== 'online');
  const { from, through } = counter?.value ?? { from: '', through: '' };
  return {
    filled: { copies: copies?.value, receivedOn: today },
    choices: { channel: ways.map((value) => ({ value, part: value })) },
    hidden: envelopeNote === null ? ['envelopeNoted'] : [],
    derivations: {},
    notes: [
      ...(copies ? [{ path: 'copies', note: 'copies', copies: copies.value } as const] : []),
      ...(counter ? [{ path: 'receivedTime', note: 'counter', from, through } as const] : []),
      ...(envelopeNote ? [{ path: 'envelopeNoted', note: 'envelope', text: envelopeNote.value } as const] : []),
    ],
  };
}

const joined = (...plans: readonly FormPlan[]): FormPlan => ({
  filled: Object.assign({}, ...plans.map(({ filled }) => filled)),
  choices: Object.assign({}, ...plans.map(({ choices }) => choices)),
  hidden: plans.flatMap(({ hidden }) => hidden),
  derivations: Object.assign({}, ...plans.map(({ derivations }) => derivations)),
  notes: plans.flatMap(({ notes }) => notes),
});

/** The calls in some stages, and the one that the address or the form names. */
async function calledFor({ parts, organ, asked }: Planning, stages: readonly CallState['stage'][]) {
  const records = await Promise.all(
    stages.map(async (stage) => (await parts.events.states(organ, { kind: 'call', where: { stage } })).records),
  );
  const calls = records.flat().map(({ stream, state }) => ({ id: stream.id, ...(state as CallState) }));
  return { calls, call: calls.find(({ id }) => id === asked.call) ?? calls[0] };
}

type Called = Awaited<ReturnType<typeof calledFor>>;

/** The call and the file that a filing answers; a choice of the file brings its 記録項目. */
async function answered({ parts, organ, asked }: Planning, { calls, call }: Called): Promise<FormPlan> {
  const files = call?.files ?? [];
  const file = files.find(({ entry }) => entry === asked.entry) ?? (files.length === 1 ? files[0] : undefined);
  const items = await itemsOf(parts, organ, (file ?? files[0])?.entry);
  return {
    filled: {
      call: call?.id,
      entry: file?.entry,
      form: { items: [{}, {}, {}], handlers: [{}], fileName: file?.fileName },
    },
    choices: {
      call: calls.map(({ id, title }) => ({ value: id, label: title })),
      entry: files.map(({ entry, fileName }) => ({ value: entry, label: fileName })),
      ...itemChoices(items),
    },
    hidden: [],
    derivations: {},
    notes: [],
  };
}

/** 収受: the calls that take proposals, the organ's channels and papers, the hours of its counter. */
async function planReceipt(planning: Planning): Promise<FormPlan> {
  const called = await calledFor(planning, ['open', 'closed']);
  return joined(filing(planning.rules), arrival(planning), await answered(planning, called), {
    ...silent,
    notes: windowNotes('receivedOn', called.call),
  });
}

const silent: FormPlan = { filled: {}, choices: {}, hidden: [], derivations: {}, notes: [] };

const windowNotes = (path: string, call: Called['call']): readonly PlanNote[] =>
  call ? [{ path, note: 'window', opensOn: call.opensOn, closesOn: call.closesOn }] : [];

/** 電子情報処理組織による提案: the call and the file were chosen before; the guideline is accepted when it is sent (SEC-15). */
async function planSubmission(planning: Planning): Promise<FormPlan> {
  const called = await calledFor(planning, ['open', 'closed']);
  return joined(filing(planning.rules), await answered(planning, called), {
    ...silent,
    choices: { 'attachments.kind': papersOf(planning) },
    hidden: ['call', 'entry', 'acceptedGuideline', ...withoutAgent(planning)],
  });
}

const withoutAgent = ({ asked }: Planning): readonly string[] => (asked.as === 'agent' ? [] : ['agent']);

/** 添付書類 of a filer: 委任状 is asked of an agent alone. */
const papersOf = ({ rules, asked }: Planning): readonly Choice[] =>
  attachmentChoices({
    attachments: rules.attachments.filter(
      ({ id, required }) => id !== 'identity' && (required !== 'agent' || asked.as === 'agent'),
    ),
  });

/** 作成された情報: what the register shows, by its file, and the period in which proposals can be made on it. */
async function planCreatedReceipt(planning: Planning): Promise<FormPlan> {
  return joined(filing(planning.rules), arrival(planning), await onCreated(planning));
}

/** The same by an account of the filer's own: the data was chosen before. */
async function planCreatedSubmission(planning: Planning): Promise<FormPlan> {
  return joined(filing(planning.rules), await onCreated(planning), {
    ...silent,
    choices: { 'attachments.kind': papersOf(planning) },
    hidden: ['entry', 'release', ...withoutAgent(planning)],
  });
}

async function onCreated({ parts, organ, asked }: Planning): Promise<FormPlan> {
  const { records } = await parts.events.states(organ, { kind: 'register', where: { stage: 'published' } });
  const files = records
    .map(({ stream, state }) => ({ id: stream.id, ...(state as RegisterState) }))
    .filter(({ createdData }) => createdData.length > 0);
  const file = files.find(({ id }) => id === asked.entry) ?? files[0];
  const data = file?.createdData.find(({ release }) => release === asked.release) ?? file?.createdData[0];
  const { period = null } = data ?? {};
  return {
    ...silent,
    filled: { entry: file?.id, release: data?.release },
    choices: {
      entry: files.map(({ id, contents }) => ({ value: id, label: contents.fileName })),
      release: files
        .flatMap(({ createdData }) => createdData)
        .map(({ release, name }) => ({ value: release, label: name })),
      ...itemChoices(data?.items ?? []),
    },
    notes: period ? [{ path: 'receivedOn', note: 'window', opensOn: period.from, closesOn: period.to }] : [],
  };
}

const itemChoices = (items: readonly string[]): Record<string, readonly Choice[]> =>
  items.length === 0 ? {} : { 'form.items.name': items.map((value) => ({ value, label: value })) };

async function itemsOf(parts: Parts, organ: OrganId, entry: string | undefined): Promise<readonly string[]> {
  const state = entry === undefined ? null : await loadCase(parts, organ, 'register', entry);
  return state?.contents.recordItems.map(({ name }) => name) ?? [];
}
