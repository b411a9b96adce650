import { applicationDeadline } from '../../core/calendar/applicationDeadline.ts';
import { certificateLimit } from '../../core/calendar/certificate.ts';
import { addDays, type Day, parseDay } from '../../core/calendar/day.ts';
import { fiscalYearOf } from '../../core/calendar/fiscalYear.ts';
import { solicitationWindow } from '../../core/calendar/solicitationWindow.ts';
import type { CallState } from '../../core/call/state.ts';
import type { RuleSet } from '../../core/organ/ruleSet.ts';
import { correctableIds } from '../../core/proposal/form.ts';
import { missingParts, partiesToIdentify, solicitedNames } from '../../core/proposal/missingParts.ts';
import { isParty } from '../../core/proposal/recordContact.ts';
import type { IdentifiedId, ProposalState } from '../../core/proposal/state.ts';
import type { RegisterState } from '../../core/register/state.ts';
import type { ReleaseState } from '../../core/release/state.ts';
import type { OrganId } from '../../core/role.ts';
import { paymentWord } from '../../messages/paymentWord.ts';
import type { AnyState, CommandName } from '../aggregates.ts';
import { closedDaysOf } from '../closedDaysOf.ts';
import { loadCase } from '../loadCase.ts';
import type { Parts } from '../parts.ts';
import type { StateRecord } from '../ports/eventStore.ts';
import { handlersIn } from '../proposal/handlersIn.ts';
import { unrecordedReleases } from '../register/unrecordedReleases.ts';
import { approvalPlans, draftedNumber } from './approvalPlans.ts';
import { contractPlans } from './contractPlans.ts';
import { planCorrection, planOwnCorrection } from './correctionPlans.ts';
import { effortNotes } from './effortNotes.ts';
import { intakePlans, partyChoices } from './intakePlans.ts';
import { officePlans } from './officePlans.ts';
import { peoplePlan } from './peoplePlans.ts';
import { type FormPlan, nothing, type PlanNote, type Planner, type Planning, stateOf } from './planning.ts';
import { planRecipe } from './planRecipe.ts';
import { attachmentChoices, receiptPlans } from './receiptPlans.ts';
import { reviewPlans } from './reviewPlans.ts';
import { rulesOf } from './rulesOf.ts';

/** What a form of a command begins with. @throws Error when no rule set is in force today */
export async function formPlan(
  parts: Parts,
  organ: OrganId,
  command: CommandName,
  record: StateRecord | null,
  asked: Readonly<Record<string, string>>,
): Promise<FormPlan> {
  const rules = rulesOf(parts, organ, (record?.state ?? null) as AnyState | null);
  const today = parseDay(parts.clock.procedure().slice(0, 10));
  if (!rules || !today) throw new Error(`no rules of ${organ} for ${command}`);
  const own = await planners[command]?.({ parts, organ, record, rules, today, asked });
  const handlers = handlersIn(record?.stream.kind === 'proposal' ? await parts.events.read(organ, record.stream) : []);
  const plan = own ?? contractPlans[command]?.({ state: record?.state ?? null, rules, today, handlers });
  const people = await peoplePlan(parts, command, { organ });
  const filled = { ...plan?.filled, ...draftedNumber(command, record) };
  return { ...nothing, ...plan, filled, choices: { ...plan?.choices, ...people.choices } };
}

const planners: Partial<Record<CommandName, Planner>> = {
  ...approvalPlans,
  ...officePlans,
  ...intakePlans,
  ...reviewPlans,
  registerFile: ({ rules, today }) => ({
    filled: {
      contents: {
        organName: rules.identity.head?.value,
        recordItems: [{}, {}, {}].map(() => ({ name: '', mayBeAbsent: false })),
        regularRecipients: [''],
        fileKind: 'electronic',
        disclosureDesk: deskOf(rules),
      },
      entryDate: today,
    },
    hidden: registerHidden(rules),
  }),
  countPersons: (planning) => ({ filled: { ...stateOf<RegisterState>(planning).persons, countedOn: planning.today } }),
  recordPreCheck: ({ today }) => ({ filled: { on: today } }),
  omitParts: (planning) => ({
    choices: {
      recordItems: stateOf<RegisterState>(planning).contents.recordItems.map(({ name }) => ({
        value: name,
        label: name,
      })),
    },
  }),
  publishEntry: ({ today }) => ({ filled: { publishedOn: today } }),
  testForSolicitation: (planning) => ({ filled: { tests: stateOf<RegisterState>(planning).tests } }),
  flagForSolicitation: ({ rules }) => ({ filled: { desk: deskOf(rules) } }),
  recordCreatedData: planCreatedData,
  deleteEntry: ({ today }) => ({ filled: { deletedOn: today } }),
  draftCall: planCall,
  reviseCall: async (planning) => {
    const { title, opensOn, closesOn, files, groups } = stateOf<CallState>(planning);
    const entries = files.map(({ entry }) => entry);
    return { ...(await planCall(planning)), filled: { title, opensOn, closesOn, entries, groups } };
  },
  publishCall: ({ today, rules }) => ({
    filled: {
      items: ['guideline', ...(rules.publication.beforeOpening?.value.items ?? [])],
      publishedOn: today,
      place: rules.publication.guideline?.value.place,
    },
  }),
  replaceSnapshot: (planning) => ({
    choices: {
      entry: [
        ...stateOf<CallState>(planning).files.map(({ entry, fileName }) => ({ value: entry, label: fileName })),
        ...stateOf<CallState>(planning).groups.map(({ name }) => ({ value: name, label: name })),
      ],
    },
    filled: { countedOn: stateOf<CallState>(planning).closesOn },
  }),
  ...receiptPlans,
  checkIdentity: planIdentity,
  receiveAttachment: ({ today, rules }) => ({
    filled: { receivedOn: today },
    choices: { kind: attachmentChoices(rules) },
  }),
  requestCorrection: planRequest,
  receiveCorrection: planCorrection,
  submitCorrection: planOwnCorrection,
  determineFee: async (planning) => {
    const plan = planFee(planning);
    const notes = [
      ...(await effortNotes(planning, 'minutes', (item) => item === 'total')),
      ...(await effortNotes(planning, 'outsourcingYen', (item) => item === 'outsourcingYen')),
    ];
    return { ...plan, notes: [...(plan.notes ?? []), ...notes] };
  },
  issueConformingNotice: planNotice,
  issueNonConformingNotice: ({ today }) => ({ filled: { noticeDate: today } }),
  extendDeadlines: (planning) => {
    const { applicationDeadline: application, feeDeadline } = stateOf<ProposalState>(planning);
    return { filled: { applicationDeadline: application, feeDeadline } };
  },
  receiveContractApplication: (planning) => ({
    filled: { receivedOn: planning.today, copies: planning.rules.contract.copies?.value },
    notes: dueNote('receivedOn', stateOf<ProposalState>(planning).applicationDeadline),
  }),
  confirmPayment: (planning) => {
    const { notice, feeDeadline } = stateOf<ProposalState>(planning);
    const way = notice?.items?.feePayment;
    return {
      filled: { paidOn: planning.today, yen: notice?.items?.feeYen, way },
      choices: way === undefined ? {} : { way: [{ value: way, label: paymentWord(way) }] },
      notes: dueNote('paidOn', feeDeadline),
    };
  },
  concludeContract: ({ today, rules }) => ({
    filled: { concludedOn: today, copies: rules.contract.copies?.value, copyReturnedOn: today },
    hidden: rules.contract.stampDutyOnOneCopy === null ? ['stampedCopies'] : [],
  }),
  withdrawProposal: ({ today }) => ({ filled: { withdrawnOn: today } }),
  deriveRecipe: planRecipe,
  packRelease: (planning) => ({
    filled: { name: `${stateOf<ReleaseState>(planning).fileName}に係る${planning.rules.terms.data?.value ?? ''}` },
  }),
  recordProvision: async (planning) => {
    const release = stateOf<ReleaseState>(planning);
    const proposal = await loadCase(planning.parts, planning.organ, 'proposal', release.proposal);
    const { medium = null, delivery = null } = proposal?.form ?? {};
    return {
      filled: { providedOn: planning.today, medium, delivery },
      notes: [
        ...dueNote('providedOn', release.provisionDeadline),
        { path: 'medium', note: 'chosen', medium, delivery },
      ],
    };
  },
};

const dueNote = (path: string, day: string | null): readonly PlanNote[] => (day ? [{ path, note: 'due', day }] : []);

const deskOf = ({ desk }: RuleSet) =>
  desk.name && desk.address ? { name: desk.name.value, address: desk.address.value } : undefined;

/** Parts of an entry that the organ's form does not have. */
function registerHidden({ registerFields }: RuleSet): readonly string[] {
  const own = registerFields.map(({ id }) => id as string);
  const parts = [
    'sensitiveInformation',
    'ordinanceSensitiveInformation',
    'regularRecipients',
    'disclosureDesk',
    'specialProcedure',
    'manualCopy',
    'thirdPartyProcedure',
    'remarks',
  ];
  return parts.filter((part) => !own.includes(part)).map((part) => `contents.${part}`);
}

async function planCreatedData(planning: Planning): Promise<Partial<FormPlan>> {
  const { parts, organ, record, rules, asked } = planning;
  const ready = await unrecordedReleases(parts, organ, record?.stream.id ?? '', stateOf<RegisterState>(planning));
  const chosen = ready.find(({ stream }) => stream.id === asked.release) ?? ready[0];
  const { fileName = '' } = (chosen?.state as ReleaseState | undefined) ?? {};
  const name = chosen ? `${fileName}に係る${rules.terms.data?.value ?? ''}` : undefined;
  return {
    filled: { release: chosen?.stream.id, name, desk: deskOf(rules) },
    choices: {
      release: ready.map(({ stream, state }) => ({
        value: stream.id,
        label: `${(state as ReleaseState).fileName}（${stream.id}）`,
      })),
    },
    hidden: rules.createdData.proposalPeriod?.value === true ? [] : ['period'],
  };
}

/** The files that are flagged, and the earliest day on which a window from today could close (DDL-01). */
async function planCall({ parts, organ, rules, today }: Planning): Promise<Partial<FormPlan>> {
  const { records } = await parts.events.states(organ, { kind: 'register', where: { flagged: true } });
  const entries = records.map(({ stream, state }) => ({
    value: stream.id,
    label: (state as RegisterState).contents.fileName,
  }));
  const minDays = rules.solicitation.minDays?.value ?? null;
  const window = minDays === null ? null : solicitationWindow(today, addDays(today, minDays), minDays);
  return {
    filled: {
      title: titleOf(rules, today),
      opensOn: today,
      closesOn: window?.earliestClose,
      entries: entries.map(({ value }) => value),
    },
    choices: { entries, 'groups.entries': entries },
    hidden: rules.solicitation.groupedFiles?.value === true ? [] : ['groups'],
    notes:
      window && minDays !== null
        ? [{ path: 'closesOn', note: 'minDays', days: minDays, earliestClose: window.earliestClose }]
        : [],
    derivations: window ? { closesOn: window.derivation } : {},
  };
}

function titleOf({ guideline }: RuleSet, today: Day): string {
  const title = guideline.title?.value ?? '';
  const reiwa = fiscalYearOf(today) - 2018;
  return title.replace('{fiscalYear}', `令和${reiwa === 1 ? '元' : reiwa}年度`).replace(/の公示$/, '');
}

/** CHK-ID-5: the 担当者 of a corporate party, where the organ takes a paper of theirs. */
const contactOf = (state: ProposalState, { identityCheck }: RuleSet): readonly IdentifiedId[] =>
  identityCheck.contactPersonPaper?.value === true && isParty('contactPerson', state) ? ['contactPerson'] : [];

const isPerson = (id: IdentifiedId, { agent, proposers }: ProposalState): boolean => {
  if (id === 'contactPerson') return true;
  return (id === 'agent' ? agent : proposers[Number(id.slice('proposer:'.length)) - 1])?.kind === 'individual';
};

/** Everyone whose paper can come, so that the choice of the person needs no other form. */
function planIdentity(planning: Planning): Partial<FormPlan> {
  const state = stateOf<ProposalState>(planning);
  const { identityCheck } = planning.rules;
  const named = partiesToIdentify(state, planning.rules);
  const parties: readonly IdentifiedId[] = [...named, ...contactOf(state, planning.rules)];
  const open = named.filter((party) => !state.identityChecks.some((check) => check.party === party));
  const party = parties.find((one) => one === planning.asked.party) ?? open[0] ?? parties[0];
  const people = parties.filter((one) => isPerson(one, state));
  const admitted = [
    ...(people.length > 0 ? identityCheck.individual : []),
    ...(people.length < parties.length ? identityCheck.corporate : []),
  ];
  const months = Math.max(0, ...admitted.map(({ maxAgeMonths }) => maxAgeMonths ?? 0));
  const limit = months > 0 ? certificateLimit(state.receivedOn as Day, months) : null;
  return {
    filled: { party },
    choices: {
      party: partyChoices(parties),
      document: [...new Set(admitted.map(({ id }) => id)), 'otherDocument' as const].map((id) => ({
        value: id === 'otherDocument' ? 'other' : id,
        part: id,
      })),
    },
    hidden: [...(people.length === parties.length ? ['madeOn'] : []), ...(people.length === 0 ? ['validThrough'] : [])],
    notes: limit ? [{ path: 'madeOn', note: 'earliestIssue', day: limit.earliestIssue }] : [],
    derivations: limit ? { madeOn: limit.derivation } : {},
  };
}

/** What is missing stands in the request already, so that the official only has to read it over. */
async function planRequest(planning: Planning): Promise<Partial<FormPlan>> {
  const { parts, organ, rules, today } = planning;
  const state = stateOf<ProposalState>(planning);
  const entry = await loadCase(parts, organ, 'register', state.entry);
  const call = state.call === null ? null : await loadCase(parts, organ, 'call', state.call);
  const group = call?.groups.find(({ entries }) => entries.includes(state.entry))?.name;
  const names = solicitedNames(entry?.contents.fileName, group);
  const recordItems = entry?.contents.recordItems.map(({ name }) => name);
  const missing = missingParts(state, rules, names, recordItems ?? null).flatMap(correctable);
  const unmet = state.findings.filter(({ met }) => !met);
  const points = [
    ...new Map(missing.map((field) => [field, { field, text: '' }])).values(),
    ...unmet.map(({ reason }) => ({ field: 'other', text: reason })),
  ];
  return { filled: { points: points.length > 0 ? points : [{}], deadline: addDays(today, 14) } };
}

const correctable = (part: string) => {
  const [name = ''] = part.split(':');
  const field =
    {
      proposer: 'proposers',
      fileNameInRegister: 'fileName',
      itemDetail: 'items',
      itemInRegister: 'items',
      periodContradictory: 'period',
    }[name] ?? name;
  return correctableIds.filter((id) => id === field);
};

/** The formula decides what is asked: minutes and contractor's pay, or the amount with its reason. */
function planFee({ rules }: Planning): Partial<FormPlan> {
  const formula = rules.fee.newProposal?.value ?? null;
  const tasks = Array.from({ length: 3 }, () => '');
  if (formula === null)
    return {
      filled: { minutes: tasks, identicalProposals: 1 },
      hidden: ['outsourcedPersons', 'identicalProposals'],
      notes: [{ path: 'yen', note: 'noRule' }],
    };
  return {
    filled: { minutes: formula.kind === 'effort' ? tasks : [], identicalProposals: 1 },
    hidden: [
      'yen',
      'reason',
      ...(formula.kind === 'effort' ? ['outsourcedPersons'] : ['minutes']),
      ...(rules.fee.identicalProposals === null ? ['identicalProposals'] : []),
    ],
  };
}

/** Items that a rule gives are not asked for; a day that the rule computes is shown with its derivation. */
async function planNotice(planning: Planning): Promise<Partial<FormPlan>> {
  const { parts, organ, rules, today } = planning;
  const fee = stateOf<ProposalState>(planning).fee;
  const rule = rules.deadlines.contractApplication?.value ?? null;
  const closedDays = await closedDaysOf(parts, organ, rules);
  const computed = rule ? applicationDeadline(today, rule, closedDays) : null;
  const deadline = computed && 'deadline' in computed ? computed : null;
  const open = (path: string, isOpen: boolean): readonly PlanNote[] => (isOpen ? [{ path, note: 'noRule' }] : []);
  return {
    filled: { noticeDate: today },
    notes: [
      ...open('contractParty', rules.notice.contractParty === null),
      ...open('feePayment', rules.fee.payment === null),
      ...open('applicationDeadline', rule === null),
      ...open('feeDeadline', rules.deadlines.fee?.value !== 'sameAsApplication'),
      ...(deadline ? [{ path: 'applicationDeadline', note: 'due', day: deadline.deadline } as const] : []),
      ...(fee ? [{ path: 'feePayment', note: 'amount', yen: fee.yen } as const] : []),
    ],
    derivations: deadline ? { applicationDeadline: deadline.derivation } : {},
  };
}
