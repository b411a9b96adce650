// What never happens, whatever is ordered in whatever sequence: each told by the events and what lay before them, counted
// here by plain means and not by the deciders.
import { aggregates } from '../../src/app/aggregates.ts';
import type { CallState } from '../../src/core/call/state.ts';
import { type CriterionId, criterionIds } from '../../src/core/organ/provision.ts';
import type { ProposalState } from '../../src/core/proposal/state.ts';
import type { RegisterState } from '../../src/core/register/state.ts';
import { contractInvariants } from './contractInvariants.ts';
import { wrongFigures } from './figures.ts';
import { epochDay, type Happening, hasText, type Invariant, mayBe, on, twoYearsFrom } from './invariant.ts';
import { afterContractInvariants } from './releaseInvariants.ts';
import {
  callIn,
  type Deed,
  dataFromBefore,
  entryIn,
  idsOf,
  type Kind,
  kinds,
  proposalIn,
  type Ref,
  releaseIn,
  streamOf,
  type World,
} from './world.ts';

const isKumamoto = ({ rules }: World) => rules.organ === 'kumamoto';
/** Days on which a recorded ground bars, by comparing texts of dates. */
const bars = (ground: { readonly from: string | null; readonly through: string | null }, day: string) =>
  (ground.from ?? '0000') <= day && day <= (ground.through ?? '9999');

const wantedCriteria = ({ created }: ProposalState): readonly CriterionId[] =>
  created === null ? criterionIds : criterionIds.filter((id) => id !== 'CRI-2' && id !== 'CRI-3');

const registerInvariants: readonly Invariant<RegisterState>[] = [
  [
    'a file that is flagged is published and meets all three tests, each with a reason',
    ({ flagged, stage, tests }) =>
      !flagged ||
      (stage === 'published' &&
        Object.values(tests ?? {}).filter((one) => one.passed && hasText(one.reason)).length === 3),
  ],
  [
    'a file that is withheld, exempt, deleted or undone says why',
    ({ stage, closing }) => !mayBe(stage, 'withheld', 'exempt', 'deleted', 'undone') || hasText(closing?.reason),
  ],
  [
    'persons after 名寄せ are never more than 延べ',
    ({ persons }) => persons === null || persons.uniquePersons <= persons.cumulativePersons,
  ],
];

const intakeInvariants: readonly Invariant<Happening>[] = [
  [
    'a call opens on or after its day, of thirty days or more or admitted by name, with its guideline published and every file flagged',
    ({ event, before, order }) => {
      if (event.type !== 'callOpened') return true;
      const { opensOn, closesOn, windowOverride, publications, files } = callIn(before, order.ref.id) as CallState;
      const long = epochDay(closesOn) - epochDay(opensOn) >= (before.rules.solicitation.minDays?.value ?? Number.NaN);
      const published = publications.filter(({ item }) => item === 'guideline').map((one) => one.on);
      return (
        before.now.slice(0, 10) >= opensOn &&
        (long || hasText(windowOverride?.reason)) &&
        published.some((day) => day <= opensOn || before.rules.publication.guideline?.value.otherwise === 'warn') &&
        files.length > 0 &&
        files.every(({ entry }) => entryIn(before, entry)?.flagged)
      );
    },
  ],
  [
    'Aomori opens only with period, list and outlines published before the opening day',
    ({ event, before, order }) => {
      if (event.type !== 'callOpened' || before.rules.organ !== 'aomori-police') return true;
      const { opensOn, publications } = callIn(before, order.ref.id) as CallState;
      return ['period', 'fileList', 'fileOutlines'].every((item) =>
        publications.some((one) => one.item === item && one.on < opensOn),
      );
    },
  ],
  [
    'no call closes before its last day is over',
    ({ event, before, order }) =>
      event.type !== 'callClosed' || before.now.slice(0, 10) > (callIn(before, order.ref.id) as CallState).closesOn,
  ],
  on(
    'proposalReceived',
    'a proposal comes in by a way that the organ takes, not before its window and not after it, and never from the future',
    ({ event: { data }, before }) => {
      const { intake } = before.rules;
      const taken = intake.channels?.value ?? [];
      const byWay =
        data.channel === 'online'
          ? intake.onlineFiling?.value === true
          : mayBe('writing', ...taken) || mayBe(data.channel, ...taken);
      const created = entryIn(before, data.entry)?.createdData.find(({ release }) => release === data.created?.release);
      const call = callIn(before, data.call);
      const [from, to] = call
        ? [call.opensOn, call.closesOn]
        : [created?.period?.from ?? '0', created?.period?.to ?? '9'];
      const counts =
        intake.arrivalRule?.value === 'dispatch' && data.channel === 'post'
          ? (data.dispatchedOn ?? '9')
          : data.receivedOn;
      return byWay && data.receivedOn <= before.now.slice(0, 10) && data.receivedOn >= from && counts <= to;
    },
  ),
  on(
    'proposalReceived',
    'a proposal on a file is for a call that was published, by the guideline that is in force; one on created data for what the register shows',
    ({ event: { data }, before }) =>
      data.created === null
        ? mayBe(callIn(before, data.call)?.stage, 'published', 'open', 'closed')
        : entryIn(before, data.entry)?.stage === 'published',
  ),
  on(
    'proposalReceived',
    'no body that Ichikawa excludes gets in, and no other organ excludes one',
    ({ event: { data }, before }) =>
      before.rules.organ !== 'ichikawa' ||
      data.proposers.every(({ kind }) => !mayBe(kind, 'stateOrgan', 'independentAgency', 'listedBody')),
  ),
  on(
    'completenessConfirmed',
    'the review begins when every proposer pledges, the copies are there and whoever the organ identifies is identified',
    ({ before, own }) => {
      const pledged = own.proposers.every((_, at) =>
        own.attachments.some(({ kind, of }) => kind === 'pledge' && (of === at + 1 || own.proposers.length === 1)),
      );
      const whom = before.rules.identityCheck.identifiedWithAgent?.value ?? ['proposer', 'agent'];
      const wanted = [
        ...(own.agent === null || whom.includes('proposer') ? own.proposers.map((_, at) => `proposer:${at + 1}`) : []),
        ...(own.agent !== null && whom.includes('agent') ? ['agent'] : []),
      ];
      const seen = own.identityChecks.map(({ party }) => party as string);
      return pledged && own.copies >= (isKumamoto(before) ? 2 : 1) && wanted.every((party) => seen.includes(party));
    },
  ),
  on(
    'identityChecked',
    'a paper that was taken is not over on the proposal day, and a corporate certificate is at most half a year old',
    ({ event: { data }, own, before }) =>
      (data.validThrough === null || data.validThrough >= own.receivedOn) &&
      (data.madeOn === null ||
        before.rules.identityCheck.corporateCertificateMonths === null ||
        epochDay(own.receivedOn) - epochDay(data.madeOn) <= 184),
  ),
  on('correctionReceived', 'a correction changes nothing that was not asked for', ({ event: { data }, own }) => {
    const asked = own.corrections.at(-1)?.points.map(({ field }) => field as string) ?? [];
    return data.changed.every((field) => asked.includes(field));
  }),
  on(
    'correctionRequested',
    'a request names what it asks for, with words and a later day',
    ({ event: { data }, before }) =>
      data.points.length > 0 &&
      data.points.every(({ text }) => hasText(text)) &&
      data.deadline > before.now.slice(0, 10),
  ),
  on(
    'typingCorrected',
    'what was mistyped is corrected by two persons, and never the time of the server',
    ({ event: { data }, own }) =>
      data.by !== data.confirmedBy &&
      hasText(data.reason) &&
      (own.channel !== 'online' || data.result.receivedOn === own.receivedOn),
  ),
  on(
    'findingRecorded',
    'only a criterion of that kind of proposal is judged, by the body that reviews',
    ({ event: { data }, own, before, order }) =>
      wantedCriteria(own).includes(data.criterion) &&
      (order.role === 'committee') === (before.rules.review.body?.value === 'committee'),
  ),
  on(
    'committeeReportFiled',
    'only Hokkaido’s committee reports, after a referral and a reason for every criterion',
    ({ own, before, order }) =>
      before.rules.organ === 'hokkaido-university' &&
      order.role === 'committee' &&
      own.review.referral !== null &&
      wantedCriteria(own).every((id) => own.findings.some((one) => one.criterion === id && hasText(one.reason))),
  ),
  on(
    'thirdPartiesNotified',
    'third parties are heard at Ichikawa alone, for a marked file and never for created data, with their full period',
    ({ event: { data }, own, before }) =>
      before.rules.organ === 'ichikawa' &&
      own.created === null &&
      entryIn(before, own.entry)?.contents.thirdPartyProcedure === true &&
      epochDay(data.opinionsDueOn) - epochDay(data.notifiedOn) >= 14,
  ),
  on(
    'thirdPartyProcedureConcluded',
    'who objects has said so, and was asked',
    ({ event: { data }, own }) =>
      data.objectors.every((one) =>
        own.review.thirdParties?.opinions.some(({ thirdParty, objects }) => thirdParty === one && objects),
      ) && data.objectors.every((one) => one <= (own.review.thirdParties?.notified ?? 0)),
  ),
  on(
    'mergeConcluded',
    'nothing is merged without the consent of each proposer of each proposal',
    ({ before, own, order }) => {
      const merge = own.review.merge;
      const all = [
        [null, own.proposers.length] as const,
        ...(merge?.others ?? []).map((one) => [one.proposal, one.proposers] as const),
      ];
      return (
        all.every(([proposal, proposers]) =>
          Array.from({ length: proposers }, (_, at) => at + 1).every((proposer) =>
            merge?.consents.some((one) => one.consents && one.proposal === proposal && one.proposer === proposer),
          ),
        ) &&
        before.rules.review.mergeByConsent?.value === true &&
        order.role === 'responsibleDivision'
      );
    },
  ),
  on(
    'duplicateJoined',
    'an entry is joined to another living one on the same file, with a reason',
    ({ event: { data }, before, own, order }) => {
      const into = proposalIn(before, data.into);
      return (
        data.into !== order.ref.id && hasText(data.reason) && into?.entry === own.entry && into.stage !== 'withdrawn'
      );
    },
  ),
  on(
    'conformingNoticeIssued',
    'a proposal conforms when each of its criteria is met, with a reason',
    ({ event: { data }, own }) =>
      wantedCriteria(own).every((id) =>
        data.findings.some((one) => one.criterion === id && one.met && hasText(one.reason)),
      ) && data.findings.length === wantedCriteria(own).length,
  ),
  on(
    'conformingNoticeIssued',
    'the persons of a conforming proposal are 1,000 or more and not more than the file’s without the objectors',
    ({ own, before }) => {
      if (own.created !== null) return true;
      const fixed = callIn(before, own.call)?.snapshot.find(({ entry }) => entry === own.entry)?.persons;
      const counts = fixed ?? entryIn(before, own.entry)?.persons;
      const persons = own.form.persons ?? Number.NaN;
      return (
        persons >= 1000 && persons <= (counts?.uniquePersons ?? 0) - (own.review.thirdParties?.objectors?.length ?? 0)
      );
    },
  ),
  on(
    'conformingNoticeIssued',
    'nothing bars the proposer of a conforming proposal, on the day of the proposal or of the notice',
    ({ own, before }) => {
      const { grounds, dismissed } = own.review;
      const days = [own.receivedOn, before.now.slice(0, 10)];
      const found = before.cancellations
        .filter(({ id }) => !dismissed.includes(`case:${id}`))
        .map(({ cancelledOn }) => ({ from: cancelledOn, through: twoYearsFrom(cancelledOn) }));
      const minors = own.minors.filter((number) => !dismissed.includes(`minor:proposer:${number}`));
      return minors.length === 0 && ![...grounds, ...found].some((ground) => days.some((day) => bars(ground, day)));
    },
  ),
  on(
    'conformingNoticeIssued',
    'no notice without its items, its fee, and where they are the organ’s the committee’s report and the third parties',
    ({ event: { data }, own, before }) => {
      const { items } = data;
      const whole =
        items !== null &&
        [items.contractParty, items.feePayment, items.applicationDeadline, items.feeDeadline].every(hasText);
      const reported = before.rules.organ !== 'hokkaido-university' || own.review.referral?.report?.conforming === true;
      const marked = entryIn(before, own.entry)?.contents.thirdPartyProcedure === true && own.created === null;
      const heard = before.rules.organ !== 'ichikawa' || !marked || own.review.thirdParties?.concludedOn !== null;
      const isAsDetermined = items?.feeYen === own.fee?.yen || data.warnings.includes('feeDiffersFromDetermined');
      return whole && own.fee !== null && isAsDetermined && reported && heard;
    },
  ),
  on(
    'nonConformingNoticeIssued',
    'a refusal names a criterion that is not met, each with its reason',
    ({ event: { data }, own, before }) =>
      data.findings.length > 0 &&
      data.findings.every(({ met, reason }) => !met && hasText(reason)) &&
      (before.rules.organ !== 'hokkaido-university' || own.review.referral?.report?.conforming === false),
  ),
  on(
    'proposalWithdrawn',
    'a withdrawal has a reason and a day from the receipt to today',
    ({ event: { data }, own, before }) =>
      hasText(data.reason) && data.on >= own.receivedOn && data.on <= before.now.slice(0, 10),
  ),
];

/** In the order of the procedure. */
const happeningInvariants = [...intakeInvariants, ...contractInvariants, ...afterContractInvariants];

/** Stages in which a case is over. */
const ended: Readonly<Record<Kind, readonly string[]>> = {
  register: ['deleted', 'undone'],
  call: ['withdrawn'],
  proposal: ['withdrawn', 'joined', 'merged', 'nonConforming', 'lapsed'],
  release: [],
  complaint: ['settled'],
  leak: ['ended'],
  otherProvision: ['handedOver'],
};

const deedInvariants: readonly Invariant<Deed>[] = [
  [
    'what has ended stays as it is',
    ({ before, order: { ref }, events }) => {
      const stage = streamOf(before, ref)?.state.stage ?? '';
      return events.length === 0 || !ended[ref.kind].includes(stage);
    },
  ],
  ['a refusal changes nothing', ({ refusal, before, after }) => refusal === null || before === after],
  [
    'every refusal names what it rests on',
    ({ refusal }) => refusal === null || refusal.code === 'notPermitted' || refusal.basis !== '',
  ],
  [
    'a case keeps the rules of the day on which it began',
    ({ before, after, order: { ref } }) => {
      const dayOf = (world: World) => (streamOf(world, ref)?.state as { ruleDay?: string } | undefined)?.ruleDay;
      return dayOf(before) === undefined || dayOf(before) === dayOf(after);
    },
  ],
];

/** The sentences that a deed breaks. */
export function brokenBy(deed: Deed): readonly string[] {
  if (deed.refusal !== null || deed.events.length === 0) return sentences(deedInvariants, deed);
  const { kind, id } = deed.order.ref;
  const own =
    kind === 'proposal' ? proposalIn(deed.before, id) : releaseIn(deed.before, kind === 'release' ? id : null);
  return [
    ...sentences(deedInvariants, deed),
    ...deed.events.flatMap((event) => sentences(happeningInvariants, { ...deed, event, own } as unknown as Happening)),
  ];
}

const sentences = <About>(all: readonly Invariant<About>[], about: About): readonly string[] =>
  all.filter(([, holds]) => !holds(about)).map(([sentence]) => sentence);

/** The sentences that do not hold where a sequence has ended. */
export function brokenIn(world: World): readonly string[] {
  const refs = kinds.flatMap((kind) => idsOf(world, kind).map((id) => ({ kind, id })));
  return [...refs.flatMap((ref) => brokenAt(world, ref)), ...sentences(worldInvariants, world), ...wrongFigures(world)];
}

function brokenAt(world: World, ref: Ref): readonly string[] {
  const stream = streamOf(world, ref);
  const { evolve } = aggregates[ref.kind];
  const rebuilt = stream?.events.reduce<{ readonly stage: string } | null>(evolve, null);
  const text = JSON.stringify(stream?.state);
  return [
    ...(JSON.stringify(rebuilt) === text ? [] : ['the events rebuild the state']),
    ...(/秘/.test(text + JSON.stringify(stream?.events.map(({ data }) => data)))
      ? ['no personal data in a state or in what an event keeps for ever']
      : []),
    ...(/score|rank|point/i.test(text.replaceAll('"points"', '')) ? ['no score and no rank'] : []),
    ...(ref.kind === 'register' ? sentences(registerInvariants, stream?.state as RegisterState) : []),
  ];
}

const worldInvariants: readonly Invariant<World>[] = [
  [
    'a release begins with a contract of the same number, and every contract begins one',
    (world) => {
      const contracts = idsOf(world, 'proposal').filter((id) => proposalIn(world, id)?.contract != null);
      return JSON.stringify(contracts.toSorted()) === JSON.stringify([...idsOf(world, 'release')].toSorted());
    },
  ],
  [
    'nobody handles the data before the reason was found proper, but those who were told first',
    (world) =>
      idsOf(world, 'proposal').every((id) => {
        const events = streamOf(world, { kind: 'proposal', id })?.events ?? [];
        const said = (type: string) => events.filter((event) => event.type === type).map(({ data }) => data);
        const first = (said('handlersReported') as { readonly handlers: readonly { readonly handler: string }[] }[])
          .flatMap(({ handlers }) => handlers)
          .map(({ handler }) => handler);
        const judged = (said('handlerChangeJudged') as { readonly handler: string; readonly proper: boolean }[])
          .filter(({ proper }) => proper)
          .map(({ handler }) => handler);
        const active = proposalIn(world, id)?.life.handlers.filter(({ stage }) => stage === 'active') ?? [];
        return active.every(({ handler }) => [...first, ...judged].includes(handler));
      }),
  ],
  [
    'what the register shows as created was verified',
    (world) =>
      idsOf(world, 'register').every((id) =>
        entryIn(world, id)?.createdData.every(
          ({ release }) =>
            dataFromBefore.some((one) => one === release) || releaseIn(world, release)?.verification != null,
        ),
      ),
  ],
];

/** Every sentence, for whoever wants to read them. */
export const stated: readonly string[] = [
  ...registerInvariants,
  ...happeningInvariants,
  ...deedInvariants,
  ...worldInvariants,
].map(([sentence]) => sentence);
