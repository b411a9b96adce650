import { formFieldIds } from '../../core/proposal/form.ts';
import { openCorrection, type ProposalState } from '../../core/proposal/state.ts';
import { casePeople } from '../documents/casePeople.ts';
import { type FormPlan, type PlanNote, type Planning, stateOf } from './planning.ts';
import { attachmentChoices } from './receiptPlans.ts';

/** Only what was asked for is open, with what stands there now. */
export function planCorrection(planning: Planning): Partial<FormPlan> {
  const state = stateOf<ProposalState>(planning);
  const points = openCorrection(state)?.points ?? [];
  const open = new Set<string>(points.map(({ field }) => field));
  const closed = formFieldIds.filter((id) => !open.has(id)).map((id) => `form.${id}`);
  const papers = planning.rules.attachments.filter(({ id }) => open.has(id));
  const { form } = state;
  const filled = Object.fromEntries(Object.entries(form).filter(([id]) => open.has(id)));
  return {
    filled: {
      receivedOn: planning.today,
      form: { ...filled, ...(open.has('handlers') ? { handlers: [{}] } : {}) },
      ...(open.has('proposers') ? { proposers: state.proposers } : {}),
      ...(open.has('copies') ? { copies: planning.rules.intake.copies?.value } : {}),
      attachments: papers.map(() => ({})),
    },
    choices: { 'attachments.kind': attachmentChoices({ ...planning.rules, attachments: papers }) },
    hidden: [
      ...closed,
      ...(['proposers', 'agent', 'copies'] as const).filter((id) => !open.has(id)),
      ...(papers.length === 0 ? ['attachments'] : []),
      'proposers.account',
      'agent.account',
    ],
    notes: [
      ...points.map(({ field, text }) => ({ path: askedPath(field), note: 'asked', text }) as const),
      ...dueNote(openCorrection(state)?.deadline),
    ],
  };
}

/** The same for a party, who sees what they wrote of people and places, and attaches whatever papers were asked for. */
export async function planOwnCorrection(planning: Planning): Promise<Partial<FormPlan>> {
  const { parts, organ, record, rules } = planning;
  const plan = planCorrection(planning);
  const state = stateOf<ProposalState>(planning);
  const people = await casePeople(parts, organ, record?.stream.id ?? '');
  const open = openCorrection(state)?.points.map(({ field }) => field) ?? [];
  const known = attachmentChoices(rules);
  const papers = paperIds
    .filter((id) => open.includes(id))
    .map((value) => known.find((choice) => choice.value === value) ?? { value, part: value });
  const { handlers, placeOfUse, placeOfStorage } = people;
  const shown = Object.entries({ handlers, placeOfUse, placeOfStorage }).filter(([id]) =>
    open.some((one) => one === id),
  );
  return {
    ...plan,
    filled: {
      form: { ...(plan.filled?.form as object), ...Object.fromEntries(shown) },
      ...(open.includes('proposers')
        ? { proposers: people.proposers.map((one, index) => ({ ...one, kind: state.proposers[index]?.kind })) }
        : {}),
      ...(open.includes('agent') && people.agent ? { agent: { ...people.agent, kind: state.agent?.kind } } : {}),
    },
    choices: { 'attachments.kind': papers },
    hidden: [
      ...(plan.hidden ?? []).filter((path) => path !== 'attachments'),
      ...(papers.length === 0 ? ['attachments'] : []),
    ],
  };
}

const paperIds = ['pledge', 'usefulness', 'identity', 'powerOfAttorney', 'other', 'byRule'] as const;

const dueNote = (day: string | undefined): readonly PlanNote[] =>
  day === undefined ? [] : [{ path: 'receivedOn', note: 'due', day }];

const askedPath = (field: string): string => {
  if (formFieldIds.some((id) => id === field)) return `form.${field}`;
  return ['proposers', 'agent', 'copies'].includes(field) ? field : 'attachments';
};
