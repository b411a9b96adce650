import type { ComplaintEvent } from '../../src/core/complaint/complaint.ts';
import type { ComplaintState } from '../../src/core/complaint/state.ts';
import type { LeakEvent } from '../../src/core/leak/leak.ts';
import type { LeakState } from '../../src/core/leak/state.ts';
import type { OtherProvisionEvent } from '../../src/core/otherProvision/otherProvision.ts';
import type { OtherProvisionState } from '../../src/core/otherProvision/state.ts';
import { openDayFrom, shift } from '../twin/periods.ts';
import { type Happening, hasText, type Invariant, making, mayBe } from './invariant.ts';
import { proposalIn, streamOf, type World } from './world.ts';

const dayOf = ({ now }: World) => now.slice(0, 10);

/** What only somebody does who has the data before them. */
const accesses = [
  'sourceHandedIn',
  'recipeSet',
  'creationStarted',
  'creationCancelled',
  'verificationSigned',
  'creationRejected',
  'releasePacked',
  'provisionRecorded',
] as const;

const tellsStaff = ['aomori-police', 'hokkaido-university', 'ichikawa'];

/** From the creation to the provision. */
const releaseInvariants: readonly Invariant<Happening>[] = [
  making(
    accesses,
    'where the organ’s text has people told of their duty, nobody comes near the data before they were told',
    ({ own, order, before }) =>
      !tellsStaff.includes(before.rules.organ) || own?.briefed.includes(order.person) === true,
  ),
  making(
    ['creationStarted'],
    'nothing is created without source and recipe, at Ichikawa not before both standards, and what is outsourced not before its contractor',
    ({ own, before }) => {
      const { processingStandard, securityStandard } = before.standards;
      const isOutsourced = proposalIn(before, own?.proposal ?? null)?.fee?.outsourcingYen != null;
      return (
        own?.source != null &&
        own.recipe !== null &&
        (before.rules.organ !== 'ichikawa' || (processingStandard !== null && securityStandard !== null)) &&
        (!isOutsourced || own.contractors.length > 0)
      );
    },
  ),
  making(
    ['contractorRecorded'],
    'a contractor is told its duties, at Aomori bound on the condition and reported, and a second tier has a first',
    ({ event: { data }, own, before }) => {
      const { organ } = before.rules;
      const isAomori = organ === 'aomori-police';
      const above = own?.contractors.find(({ contractor }) => contractor === data.engagedBy);
      return (
        ['processing', 'security', 'matching', 'confidentiality'].every((duty) =>
          data.duties.some((one) => one === duty),
        ) &&
        (!isAomori || (data.reportedToDeskOn !== null && (data.conditionPrecedent || data.engagedBy !== null))) &&
        (data.engagedBy === null || (above !== undefined && organ !== 'ichikawa'))
      );
    },
  ),
  making(
    ['verificationSigned'],
    'who verifies had no part in the creation, and what is signed has passed its check',
    ({ own, order }) => own?.creators.includes(order.person) === false && own.creation?.check.passed === true,
  ),
  making(
    ['releasePacked', 'provisionRecorded'],
    'nothing is packed or provided that was not verified',
    ({ own }) => own?.verification != null && own.creation !== null,
  ),
  making(
    ['provisionRecorded'],
    'the data goes out once, packed, in the medium and way that the proposal chose, protected; late only after a notice of the delay',
    ({ event: { data }, own, before }) => {
      const form = proposalIn(before, own?.proposal ?? null)?.form;
      const isLate = own?.provisionDeadline != null && data.providedOn > own.provisionDeadline;
      return (
        own?.stage === 'packaged' &&
        hasText(data.measures) &&
        mayBe(form?.medium, null, data.medium) &&
        mayBe(form?.delivery, null, data.delivery) &&
        (!isLate || own.delays.length > 0)
      );
    },
  ),
  making(
    ['sourceHandedIn', 'recipeSet', 'creationStarted', 'dataCreated'],
    'what is provided again is never made anew',
    ({ own }) => own?.of === null,
  ),
  making(
    ['publicationRequested', 'publicationConfirmed'],
    'created data is published where the organ’s rules name a place, and confirmed on no day before it was asked for',
    ({ event, own, before }) =>
      before.rules.publication.createdData !== null &&
      (event.type === 'publicationRequested' ||
        (own?.publication != null &&
          event.data.confirmedOn >= own.publication.requestedOn &&
          event.data.confirmedOn <= dayOf(before))),
  ),
  making(
    ['keyDestroyed'],
    'a key is destroyed by two persons, with a reason, and never while the data is on its way',
    ({ event: { data }, own, order }) =>
      data.proposedBy !== data.approvedBy &&
      data.approvedBy === order.person &&
      hasText(data.reason) &&
      mayBe(own?.stage, 'planned', 'provided'),
  ),
  making(accesses, 'nobody comes near the data whose key was destroyed', ({ own }) => own?.keyDestruction === null),
];

type Aftermath = ComplaintEvent | LeakEvent | OtherProvisionEvent;

/** What the event of a type says. */
type Data<Type extends Aftermath['type']> = Extract<Aftermath, { type: Type }>['data'];

/** Of a complaint, a leak or another provision: an event with what stood before it. */
const after = <Type extends Aftermath['type'], State>(
  type: Type,
  sentence: string,
  holds: (data: Data<Type>, own: State, happening: Happening) => boolean,
): Invariant<Happening> => [
  sentence,
  (happening) => {
    const { event, before, order } = happening;
    if (event.type !== type) return true;
    return holds(event.data as unknown as Data<Type>, (streamOf(before, order.ref)?.state ?? null) as State, happening);
  },
];

/** Complaints, leaks and other provisions. */
const aftermathInvariants: readonly Invariant<Happening>[] = [
  after<'complaintReceived', null>(
    'complaintReceived',
    'a complaint is taken in on no day to come, by a unit that the organ names',
    (data, _, { before }) =>
      data.receivedOn <= dayOf(before) && mayBe(data.unit, ...(before.rules.complaints.units?.value ?? [data.unit])),
  ),
  ...(['complaintHandled', 'complaintReferred', 'complaintSettled'] as const).map((type) =>
    after<typeof type, ComplaintState>(
      type,
      `a complaint is handled on no day before it came: ${type}`,
      (data, own) => data.on >= own.receivedOn && own.stage === 'taken',
    ),
  ),
  after<'complaintReferred', ComplaintState>(
    'complaintReferred',
    'only Ichikawa refers a complaint, once',
    (_, own, { before }) => before.rules.organ === 'ichikawa' && own.referral === null,
  ),
  after<'leakDiscovered', null>(
    'leakDiscovered',
    'a leak of personal data is to be reported by the first open day from the 30th or 60th, the day of knowing counted; no other leak is, and none of Ichikawa’s',
    ({ things, persons, grounds, knownOn, clock }, _, { before }) => {
      const isPersonal = things.some((thing) => mayBe(thing, 'source', 'deletedInformation'));
      const isDue = isPersonal && (grounds.length > 0 || persons > 100) && before.rules.organ !== 'ichikawa';
      if (!isDue) return clock === null;
      return (
        clock?.finalBy === openDayFrom(shift(knownOn, grounds.includes('unlawful') ? 59 : 29)) &&
        clock.preliminaryBy === shift(knownOn, 4)
      );
    },
  ),
  after<'leakReported', LeakState>(
    'leakReported',
    'a leak is reported preliminarily before it is reported finally, and on no day before it was known',
    ({ report, reportedOn }, own) =>
      own.clock !== null && reportedOn >= own.knownOn && (report === 'final') === (own.preliminaryOn !== null),
  ),
  after<'leakEnded', LeakState>(
    'leakEnded',
    'a leak that is to be reported does not end before its final report and before the persons were told',
    ({ measures }, own) =>
      hasText(measures) && (own.clock === null || (own.finalOn !== null && own.principalsToldOn !== null)),
  ),
  after<'otherHandedOver', OtherProvisionState>(
    'otherHandedOver',
    'other 匿名加工情報 is Hokkaido’s alone, published before it is given and told to be what it is, unless a law asks for it',
    ({ handedOverOn, statedBy }, own, { before }) =>
      before.rules.organ === 'hokkaido-university' &&
      (own.byLaw !== null || (own.announcedOn !== null && own.announcedOn <= handedOverOn && statedBy !== null)),
  ),
];

/** From the creation to the last complaint. */
export const afterContractInvariants: readonly Invariant<Happening>[] = [...releaseInvariants, ...aftermathInvariants];
