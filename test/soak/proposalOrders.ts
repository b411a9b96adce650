import type { Command } from '../../src/app/aggregates.ts';
import { addDays, type Day } from '../../src/core/calendar/day.ts';
import { barringFacts, type CriterionId, criterionIds } from '../../src/core/organ/provision.ts';
import type { ReceiveCorrection, ReceiveProposal } from '../../src/core/proposal/commands.ts';
import { correctableIds } from '../../src/core/proposal/form.ts';
import type { SubmitCorrection } from '../../src/core/proposal/intakeCommands.ts';
import { missingParts } from '../../src/core/proposal/missingParts.ts';
import { openCorrection, type ProposalState } from '../../src/core/proposal/state.ts';
import type { Role } from '../../src/core/role.ts';
import { companyParty, personParty, proposalReceipt } from '../support/proposals.ts';
import { dayNear, reasonOf } from './choices.ts';
import { besideContract, type Cast, nextOfContract } from './contractOrders.ts';
import type { Tape } from './tape.ts';
import { callIn, dataFromBefore, entryIn, idsOf, proposalIn, type World } from './world.ts';

const cast = (command: Command, role: Role | null = null): Cast => ({ command, role });
const today = ({ now }: World) => now.slice(0, 10) as Day;
const file = { name: '写し.pdf', digest: 'a'.repeat(64), bytes: 10 };

export function proposalOrders(world: World, tape: Tape, id: string, isNew: boolean): Cast {
  if (isNew) return beginning(world, tape);
  const state = proposalIn(world, id);
  if (state === null) throw new Error(`there is no ${id}`);
  if (!tape.once(4)) return nextStep(world, tape, state);
  return isNotified(state) !== tape.once(12) ? besideContract(world, tape, state) : aside(world, tape, id, state);
}

const isNotified = ({ stage }: ProposalState) => ['conforming', 'applied', 'contracted', 'cancelled'].includes(stage);

/** A filing on paper, online or on created data; mostly whole. */
function beginning(world: World, tape: Tape): Cast {
  const day = tape.one([today(world), today(world), today(world), dayNear(world, tape)]);
  const { do: _, call: __, ...paper } = filingOf(world, tape, day);
  const form = tape.once(4) ? { ...paper.form, persons: null, items: [{ name: '年収', detail: null }] } : paper.form;
  const created = entryIn(world, 'e-1')?.createdData.length ?? 0;
  if (tape.once(created > 0 ? 2 : 20)) {
    const { fileName: _f, persons: _p, ...rest } = form;
    const release = tape.one([...dataFromBefore, ...idsOf(world, 'release')]);
    const { entry, proposers, agent, attachments } = paper;
    if (tape.once(3))
      return cast({ do: 'submitCreatedProposal', entry, release, proposers, agent, form: rest, attachments });
    return cast({ ...paper, do: 'receiveCreatedProposal', release, form: rest });
  }
  const call = callIn(world, tape.one(['c-1', 'c-1', 'c-2'])) ? tape.one(['c-1', 'c-1', 'c-2']) : 'c-1';
  if (!tape.once(4)) return cast({ ...paper, do: 'receiveProposal', call, form });
  const { entry, proposers, agent, attachments } = paper;
  const acceptedGuideline = tape.one(['1', '1', '2']);
  return cast({ do: 'submitProposal', call, entry, acceptedGuideline, proposers, agent, form, attachments });
}

function filingOf(world: World, tape: Tape, day: string): ReceiveProposal {
  const whole = proposalReceipt(day);
  const people = tape.one([
    [companyParty],
    [companyParty],
    [personParty],
    [companyParty, personParty],
    [{ ...personParty, birthDate: '2008-01-21' }],
    [{ ...companyParty, kind: tape.one(['stateOrgan', 'independentAgency', 'listedBody'] as const) }],
    [{ ...companyParty, representative: '' }],
  ]);
  const pledges = people.map((_, index) => ({ kind: 'pledge' as const, of: index + 1, file: null }));
  const attachments = [...pledges, { kind: 'usefulness' as const, of: null, file: null }].slice(tape.once(5) ? 1 : 0);
  return {
    ...whole,
    channel: tape.one(['post', 'post', 'inPerson', 'online'] as const),
    copies: tape.one([2, 2, 2, 1]),
    receivedOn: day,
    receivedTime: tape.one([null, world.now.slice(11)]),
    dispatchedOn: tape.one([day, null, addDays(day as Day, -1)]),
    envelopeNoted: tape.once(2),
    proposers: people,
    agent: tape.once(6) ? { ...personParty, name: '秘代理' } : null,
    form: {
      ...whole.form,
      fileName: '架空のファイル',
      persons: tape.one([999, 1000, 4800, 4990, 5000, 5001]),
      period: tape.one([
        { from: '2026-04-01', to: '2027-03-31' },
        { from: '2026-04-01', to: '2030-03-31' },
        { from: '2026-04-01', to: '2026-03-31' },
      ]),
    },
    attachments,
  };
}

/** What an official would do next. */
export function nextStep(world: World, tape: Tape, state: ProposalState): Cast {
  switch (state.stage) {
    case 'received':
      return completing(world, tape, state);
    case 'correctionRequested':
      return cast(corrected(world, tape, state));
    case 'inReview':
      return reviewing(world, tape, state);
    case 'conforming':
    case 'applied':
    case 'contracted':
    case 'cancelled':
      return nextOfContract(world, tape, state);
    default:
      return cast({ do: 'withdrawProposal', withdrawnOn: dayNear(world, tape), reason: reasonOf(tape) });
  }
}

const requester = ({ rules }: World): Role => {
  const by = rules.intake.correctionBy?.value;
  return by === undefined || by === 'organ' ? 'responsibleDivision' : by;
};

function completing(world: World, tape: Tape, state: ProposalState): Cast {
  const missing = missingParts(state, world.rules, [], null);
  const unseen = missing.find((part) => part.startsWith('identity:'))?.slice('identity:'.length);
  if (unseen) return cast(identified(tape, state, unseen));
  const [first] = missing;
  if (first === undefined || tape.once(6)) return cast({ do: 'confirmCompleteness' });
  const name = first.startsWith('itemDetail')
    ? 'items'
    : first.startsWith('proposer')
      ? 'proposers'
      : first.split(':')[0];
  const field = correctableIds.find((id) => id === name) ?? (name === 'periodContradictory' ? 'period' : 'fileName');
  const deadline = addDays(today(world), tape.one([14, 14, 0]));
  return cast({ do: 'requestCorrection', points: [{ field, text: reasonOf(tape) }], deadline }, requester(world));
}

function identified(tape: Tape, state: ProposalState, party: string): Command {
  const isAgent = party === 'agent';
  const kind = isAgent ? state.agent?.kind : state.proposers[Number(party.slice('proposer:'.length)) - 1]?.kind;
  const individual = kind === 'individual';
  return {
    do: 'checkIdentity',
    party: party as `proposer:${number}` | 'agent',
    document: individual
      ? tape.one(['driverLicence', 'driverLicence', 'healthInsuranceCard'] as const)
      : 'registryCertificate',
    documentNumber: '秘番号',
    validThrough: individual ? addDays(state.receivedOn as Day, tape.one([0, 400, 400, -1])) : null,
    madeOn: individual ? null : addDays(state.receivedOn as Day, tape.one([-10, -10, -100, -300])),
    matches: !tape.once(12),
    otherReason: tape.one([null, 'やむを得ない事情がある。']),
  };
}

/** The answer to what was asked, and sometimes to more: over the desk, or by the party's own account. */
function corrected(world: World, tape: Tape, state: ProposalState): ReceiveCorrection | SubmitCorrection {
  const answer = answered(world, tape, state);
  if (state.parties.length === 0 || tape.once(2)) return answer;
  const { form, proposers, agent, attachments } = answer;
  return { do: 'submitCorrection', form, proposers, agent, attachments };
}

function answered(world: World, tape: Tape, state: ProposalState): ReceiveCorrection {
  const whole = filingOf(world, tape, today(world));
  const asked = openCorrection(state)?.points.map(({ field }) => field) ?? [];
  const fields = tape.once(6) ? [...asked, 'purpose' as const] : asked;
  const { pledge, usefulness } = { pledge: fields.includes('pledge'), usefulness: fields.includes('usefulness') };
  const form = Object.fromEntries(Object.entries(whole.form).filter(([name]) => fields.includes(name as never)));
  return {
    do: 'receiveCorrection',
    receivedOn: tape.one([today(world), today(world), dayNear(world, tape)]),
    form,
    proposers: fields.includes('proposers') ? state.proposers.map(() => companyParty) : null,
    agent: null,
    copies: fields.includes('copies') ? 2 : null,
    attachments: [
      ...(pledge ? state.proposers.map((_, at) => ({ kind: 'pledge' as const, of: at + 1, file })) : []),
      ...(usefulness ? [{ kind: 'usefulness' as const, of: null, file }] : []),
    ],
  };
}

function reviewing(world: World, tape: Tape, state: ProposalState): Cast {
  const { rules } = world;
  const byCommittee = rules.review.body?.value === 'committee';
  const { referral, thirdParties, quote } = state.review;
  const refer = { do: 'referToCommittee', referredOn: today(world), papers: [file] } as const;
  if (byCommittee && referral === null) return cast(refer, 'head');
  const found = (id: CriterionId) => state.findings.find((one) => one.criterion === id);
  const open = criterionIds.find(
    (id) => !found(id)?.reason && (state.created === null || !['CRI-2', 'CRI-3'].includes(id)),
  );
  if (open && !tape.once(20)) return cast(finding(tape, open), byCommittee ? 'committee' : 'responsibleDivision');
  if (byCommittee && !referral?.report)
    return cast({
      do: 'fileCommitteeReport',
      reportedOn: today(world),
      conforming: state.findings.every(({ met }) => met) !== tape.once(8),
      file: null,
    });
  const isMarked = entryIn(world, state.entry)?.contents.thirdPartyProcedure === true || tape.once(8);
  const isHeard = rules.thirdPartyProcedure.enabled?.value === true && state.created === null && isMarked;
  if (isHeard && !thirdParties?.concludedOn && !tape.once(4)) return hearing(world, tape, state);
  if (state.fee === null) return cast(feeOf(world, tape, state, quote?.yen ?? null));
  return cast(noticeOf(world, tape, state), rules.notice.issuedBy?.value === 'head' ? 'head' : 'responsibleDivision');
}

const finding = (tape: Tape, criterion: CriterionId): Command => ({
  do: 'recordFinding',
  criterion,
  met: !tape.once(12),
  reason: tape.one(['認められる。', '認められる。', '認められる。', '認められる。', ' ']),
  evidence: [],
  flaw: criterion === 'CRI-4' && tape.once(12) ? 'antiSocial' : null,
});

function hearing(world: World, tape: Tape, state: ProposalState): Cast {
  const thirdParties = Array.from({ length: 3 }, (_, at) => ({ name: `秘第三者${at}`, address: null }));
  if (state.review.thirdParties === null)
    return cast({ do: 'notifyThirdParties', notifiedOn: today(world), opinionsDueOn: null, thirdParties });
  if (tape.once(2)) return cast({ do: 'concludeThirdPartyProcedure', reason: null });
  const thirdParty = tape.one([1, 2, 3, 4]);
  return cast({
    do: 'recordWrittenOpinion',
    thirdParty,
    receivedOn: today(world),
    objects: tape.once(2),
    text: '秘意見',
  });
}

/** By the formula where there is one, else typed; on created data as another party or as the holder of a contract. */
function feeOf({ rules }: World, tape: Tape, { created }: ProposalState, quoted: number | null): Command {
  const hasFormula = rules.fee.newProposal !== null;
  return {
    do: 'determineFee',
    minutes: [tape.one([780, 1, 60, 61, 732])],
    outsourcingYen: created === null ? tape.one([null, quoted, 330_000]) : null,
    outsourcedPersons: tape.one([null, 5_200]),
    identicalProposals: tape.one([1, 1, 1, 2]),
    holderOf: created === null ? null : tape.one([null, null, created.release, 'p-2']),
    yen: tape.one([hasFormula ? null : 50_000, null, 50_000]),
    reason: tape.one(['定めがない。', null]),
  };
}

function noticeOf(world: World, tape: Tape, state: ProposalState): Command {
  const common = { noticeDate: addDays(today(world), tape.one([0, 1])), documentNumber: '第1号' };
  if (state.findings.some(({ met }) => !met) !== tape.once(12)) return { do: 'issueNonConformingNotice', ...common };
  const typed = (value: string) => (tape.once(12) ? null : { value, reason: tape.once(12) ? ' ' : '定めがない。' });
  const deadline = addDays(today(world), 40);
  const { deadlines, fee, notice } = world.rules;
  return {
    do: 'issueConformingNotice',
    ...common,
    contractParty: notice.contractParty === null || tape.once(3) ? typed('架空の長') : null,
    feePayment: fee.payment === null || tape.once(3) ? typed('納入通知書') : null,
    applicationDeadline: deadlines.contractApplication === null || tape.once(3) ? typed(deadline) : null,
    feeDeadline: deadlines.fee?.value !== 'sameAsApplication' || tape.once(3) ? typed(deadline) : null,
    printedFeeYen: tape.once(8) ? 723_500 : null,
  };
}

/** What may come at any time. */
function aside(world: World, tape: Tape, id: string, state: ProposalState): Cast {
  const [on, reason] = [dayNear(world, tape), reasonOf(tape)];
  const other = tape.one(['p-1', 'p-2', 'p-3']);
  if (state.pendingTyping !== null && !tape.once(3)) return cast({ do: 'confirmTypingCorrection' });
  return tape.one<() => Cast>([
    () => cast({ do: 'forwardProposal', forwardedOn: today(world), to: null, copyKept: !tape.once(4) }),
    () =>
      cast({
        do: 'recordContact',
        on,
        way: 'phone',
        with: tape.one(['proposer:1', 'agent']),
        topic: 'other',
        text: '秘話',
      }),
    () => cast({ do: 'proposeTypingCorrection', changes: retyped(world, tape), reason }),
    () => cast({ do: 'confirmTypingCorrection' }),
    () => cast({ do: 'dropTypingCorrection', reason }),
    () => cast({ do: 'joinDuplicate', into: other, reason }),
    () => cast(grounded(tape, on)),
    () => cast({ do: 'dismissGround', ground: tape.one(['ground:1', 'case:p-0', 'minor:proposer:1']), reason }),
    () => cast({ do: 'reviewEligibility', note: '確認した。' }),
    () => cast({ do: 'recordConsultation', on, matter: reason, answer: '差し支えない。' }),
    () => cast({ do: 'offerMerge', way: tape.one(['merge', 'alignment']), proposals: [other], terms: reason }),
    () =>
      cast({
        do: 'recordMergeConsent',
        other: tape.one([null, other]),
        proposer: tape.one([1, 1, 2]),
        consents: !tape.once(4),
        on,
      }),
    () => cast({ do: 'concludeMerge' }),
    () => merging(tape, id, state, on),
    () => merging(tape, id, state, on),
    () =>
      cast({
        do: 'estimateEffort',
        tasks: [{ task: tape.one(['processing', 'other']), minutes: 61, note: tape.one(['', '運搬']) }],
      }),
    () => cast(quoted(tape, on, reason)),
    () => cast({ do: 'recordOutsourcingContract', concludedOn: on, conditionPrecedent: !tape.once(3) }),
    () =>
      cast(
        {
          do: 'requestCorrection',
          points: [{ field: tape.one(correctableIds), text: reason }],
          deadline: addDays(today(world), 14),
        },
        requester(world),
      ),
    () => cast({ do: 'receiveAttachment', kind: 'pledge', of: 1, file, receivedOn: on }),
    () =>
      cast(
        finding(tape, tape.one(criterionIds)),
        world.rules.review.body?.value === 'committee' ? 'committee' : 'responsibleDivision',
      ),
    () => cast(corrected(world, tape, state)),
    () =>
      cast({ do: 'withdrawProposal', withdrawnOn: tape.one([today(world), on]), reason: id === 'p-1' ? ' ' : reason }),
  ])();
}

/** The next step of a merge with the other proposals that are under way. */
function merging(tape: Tape, id: string, { review }: ProposalState, on: string): Cast {
  const other = id === 'p-1' ? 'p-2' : 'p-1';
  if (review.merge === null)
    return cast({
      do: 'offerMerge',
      way: tape.one(['merge', 'alignment']),
      proposals: [other],
      terms: '同じ加工とする。',
    });
  const silent = [null, other].find((one) => !review.merge?.consents.some(({ proposal }) => proposal === one));
  if (silent === undefined) return cast({ do: 'concludeMerge' });
  return cast({ do: 'recordMergeConsent', other: silent, proposer: 1, consents: !tape.once(8), on });
}

const retyped = (world: World, tape: Tape) => ({
  receivedOn: tape.one([null, today(world), dayNear(world, tape)]),
  receivedTime: tape.one([null, '09:30']),
  dispatchedOn: null,
  copies: tape.one([null, 1, 2]),
  noticeDate: tape.one([null, dayNear(world, tape)]),
  form: tape.one([{}, { persons: 1_500 }]),
});

const grounded = (tape: Tape, on: string): Command => ({
  do: 'recordGround',
  party: tape.one(['proposer:1', 'proposer:2']),
  fact: tape.one([...barringFacts, 'imprisonmentWithWork', 'imprisonmentWithoutWork'] as const),
  officer: tape.one([
    null,
    { name: '秘役員', title: '監査役', reason: null },
    { name: '秘役員', title: '顧問', reason: '影響力がある。' },
  ]),
  since: tape.one([null, '2024-01-06', '2025-06-01', on]),
  endedOn: tape.one([null, null, '2024-01-06', on]),
  birthDate: tape.one([null, '2008-01-21', '1990-01-01']),
  knownFrom: 'hearing',
  note: '秘',
});

const quoted = (tape: Tape, quotedOn: string, scrutiny: string): Command => ({
  do: 'recordOutsourcingQuote',
  quotedOn,
  contractor: '秘受託者',
  yen: 330_000,
  file: null,
  scrutiny,
  deskConsultedOn: tape.one([null, quotedOn]),
});
