import * as z from 'zod';
import { outgoingActIds } from '../../core/approval/outgoingActs.ts';
import { type Day, parseDay } from '../../core/calendar/day.ts';
import { citationKeys } from '../../core/organ/citationKey.ts';
import { leakFirstDays, promptActIds } from '../../core/organ/deadlines.ts';
import { formIds } from '../../core/organ/form.ts';
import { guidelineSectionIds } from '../../core/organ/guideline.ts';
import { barringFacts, criterionIds, disqualificationIds, processingStandardIds } from '../../core/organ/provision.ts';
import { registerFieldIds } from '../../core/organ/registerField.ts';
import { ruleMatterIds } from '../../core/organ/ruleMatter.ts';
import { type RuleSet, recordKinds } from '../../core/organ/ruleSet.ts';
import { fileTestIds } from '../../core/organ/solicitation.ts';
import type { OrganId } from '../../core/role.ts';
import {
  citation,
  count,
  each,
  monthDay,
  oneOf,
  provision,
  some,
  sourced,
  text,
  timeOfDay,
  wordList,
  words,
  yen,
  yesNo,
} from './sourced.ts';

const organId = z.string().regex(/^[a-z][a-z0-9-]{1,39}$/) as z.ZodType as z.ZodType<OrganId>;
const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine((value) => parseDay(value) !== null, '実在しない日です') as z.ZodType as z.ZodType<Day>;
const clockTime = z.string().regex(timeOfDay);
const yearDay = z.string().regex(monthDay);

/** A list whose ids are all different. */
const listOf = <Item extends z.ZodType<{ readonly id: string }>>(item: Item) =>
  z.array(item).refine((items) => new Set(items.map(({ id }) => id)).size === items.length, {
    message: '同じ id が二度あります',
  });

/** A list that has each of these ids once, in this order, or nothing. */
const inOrder = <Item extends { readonly id: string }>(item: z.ZodType<Item>, ids: readonly string[]) =>
  z.array(item).refine((items) => items.length === 0 || items.map(({ id }) => id).join() === ids.join(), {
    message: `${ids.join('、')} がこの順に一度ずつ要ります`,
  });
const allOf = <const Id extends string>(ids: readonly Id[]) =>
  inOrder(z.strictObject({ id: z.enum(ids), ...provision }), ids);

const identity = z.strictObject({
  name: words,
  bodyKind: oneOf('designatedCity', 'municipality', 'prefecturalAgency', 'nationalUniversityCorporation'),
  head: words,
  headName: words,
  boundByAct: yesNo,
});

const terms = each(
  [
    'data',
    'sourceData',
    'organ',
    'centralDesk',
    'responsibleDivision',
    'proposer',
    'recipient',
    'purposeWord',
    'callGuideline',
    'fee',
  ],
  words,
);

const desk = each(['name', 'postalCode', 'address', 'phone', 'fax', 'email'], words);

const letters = z.strictObject({
  honorific: oneOf('殿', '様'),
  singleDigits: oneOf('fullWidth', 'halfWidth'),
  routedActs: sourced(some(...outgoingActIds)).default(null),
  abbreviations: z.array(z.strictObject({ short: text, name: text, ...citation })),
});

const solicitation = z.strictObject({
  mandatory: yesNo,
  perFiscalYear: count,
  frequencyWording: words,
  minDays: count,
  groupedFiles: yesNo,
  fileTests: allOf(fileTestIds),
  eligibility: words,
});

const intake = z.strictObject({
  channels: sourced(some('inPerson', 'post', 'correspondenceDelivery', 'writing', 'online')),
  onlineFiling: yesNo,
  closingTime: sourced(clockTime),
  arrivalRule: oneOf('arrival', 'dispatch'),
  copies: count,
  counter: sourced(z.strictObject({ from: clockTime, through: clockTime })),
  envelopeNote: words,
  preCheck: yesNo,
  receiptStamp: yesNo,
  papersReturned: yesNo,
  correctionPeriodRequired: yesNo,
  correctionBy: oneOf('responsibleDivision', 'head', 'organ'),
});

const attachments = listOf(
  z.strictObject({
    id: z.enum(['pledge', 'usefulness', 'identity', 'powerOfAttorney', 'other', 'byRule']),
    required: z.enum(['always', 'agent', 'whenAsked']),
    ...provision,
  }),
);

const identityDocuments = listOf(
  z.strictObject({
    id: z.enum([
      'driverLicence',
      'healthQualificationCertificate',
      'healthInsuranceCard',
      'myNumberCard',
      'residenceCard',
      'specialPermanentResidentCertificate',
      'registryCertificate',
      'sealCertificate',
      'otherLegal',
    ]),
    maxAgeMonths: z.int().min(1).nullable(),
    ...provision,
  }),
);

const identityCheck = z.strictObject({
  individual: identityDocuments,
  corporate: identityDocuments,
  corporateCertificateMonths: count,
  validOnProposalDay: yesNo,
  individualMatches: sourced(some('name', 'address')),
  corporateMatches: sourced(some('name', 'address', 'representative')),
  otherForUnavoidableReason: yesNo,
  identifiedWithAgent: sourced(some('proposer', 'agent')),
  contactPersonPaper: yesNo,
});

const disqualificationItem = z.strictObject({
  ids: some(...disqualificationIds),
  covers: some(...barringFacts, 'officer'),
  ...provision,
});

const disqualification = z.strictObject({
  items: z.array(disqualificationItem),
  byAct: z.array(disqualificationItem),
  sentenceTerm: words,
  barYears: count,
  officerDefinition: words,
  officerTitles: wordList,
  excludedBodies: wordList,
  furtherExcludedBodies: wordList,
});

const criterion = z.strictObject({
  id: z.enum(criterionIds),
  needs: z.enum(['minPersons', 'maxUsePeriodMonths', 'criterion7Standard']).exactOptional(),
  ...provision,
});

const review = z.strictObject({
  body: oneOf('responsibleDivision', 'committee', 'organ', 'city'),
  committee: words,
  consultsCentralDesk: yesNo,
  criteria: inOrder(criterion, criterionIds),
  minPersons: count,
  countBasis: oneOf('unique', 'cumulative'),
  countAsOf: oneOf('callClose'),
  maxUsePeriodMonths: count,
  criterion7Standard: words,
  mergeByConsent: yesNo,
});

const thirdPartyProcedure = z.strictObject({
  enabled: yesNo,
  removesObjectors: yesNo,
  opinionDays: count,
  manner: words,
});

const createdData = z.strictObject({
  criteria: sourced(some(...criterionIds)),
  agents: yesNo,
  corrections: yesNo,
  proposalPeriod: yesNo,
});

const notice = z.strictObject({
  conformingItems: listOf(
    z.strictObject({
      id: z.enum(['contract', 'feeAmount', 'feePayment', 'feeDeadline', 'delivery', 'byRule']),
      ...provision,
    }),
  ),
  contractParty: words,
  issuedBy: oneOf('responsibleDivision', 'head', 'organ'),
  encloses: sourced(some(...formIds)),
  individually: yesNo,
  appealNotice: yesNo,
});

const newFee = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('effort'), baseYen: yen, yenPerHour: yen, hourRounding: z.literal('up') }),
  z.strictObject({ kind: z.literal('cumulativePersons'), baseYen: yen, yenPerPerson: yen }),
]);

const fee = z.strictObject({
  newProposal: sourced(newFee),
  createdByOther: oneOf('sameAsFirst'),
  createdByHolder: sourced(z.strictObject({ yen, holder: z.enum(['newProposer', 'anyHolder']) })),
  identicalProposals: sourced(z.strictObject({ share: z.literal('creationCost'), fraction: z.literal('down') })),
  perThirdParty: sourced(yen),
  payment: sourced(some('prefecturalRevenueStamp', 'bankTransfer')),
  paidWhen: oneOf('beforeContract', 'withApplication', 'atContract', 'dayFixedByOrgan'),
  refund: oneOf('formalErrorOnly', 'discretionaryIfNotAtFault'),
  otherCosts: words,
});

const deadlines = z.strictObject({
  contractApplication: sourced(
    z.strictObject({
      months: z.int().min(1),
      from: z.literal('dayAfterNotice'),
      onClosedDay: z.literal('nextOpenDay'),
    }),
  ),
  fee: oneOf('sameAsApplication', 'dayFixedByOrgan'),
  promptActs: each(promptActIds, z.strictObject({ word: words, targetDays: count })),
  leakFirstDay: oneOf(...leakFirstDays).default(null),
  yearEnd: sourced(z.strictObject({ from: yearDay, through: yearDay })),
});

const contract = z.strictObject({
  party: words,
  copies: count,
  stampDutyOnOneCopy: yesNo,
  signingAfterFee: yesNo,
  amendment: oneOf('none', 'newProposal', 'changeNoticeOrNewProposal', 'changeNotice'),
  cancellationGrounds: allOf(['CAN-1', 'CAN-2', 'CAN-3']),
  cancellableOnContractGrounds: yesNo,
  addedClauses: z.array(z.strictObject({ heading: text, texts: z.array(text).min(1), ...citation })),
  cancelledBy: oneOf('responsibleDivision', 'head', 'city'),
  cancellationConsultation: yesNo,
});

const creation = z.strictObject({
  standards: allOf(processingStandardIds),
  trigger: oneOf('afterContract'),
  outsourcing: yesNo,
  subOutsourcing: yesNo,
  conditionPrecedent: yesNo,
  reportsOutsourcingToDesk: yesNo,
  checkedBeforeProvision: yesNo,
  council: words,
  councilOpinion: sourced(some('processingStandard', 'securityStandard')),
  contractorDuties: z.array(z.strictObject(provision)),
  securityStandards: z.array(z.strictObject(provision)),
  confidentiality: words,
  matchingBan: words,
});

const delivery = z.strictObject({
  media: sourced(some('CD-R', 'DVD-R')),
  methods: sourced(some('counter', 'post')),
  asProposed: yesNo,
});

const gate = {
  place: text,
  published: z.enum(['onOrBeforeOpening', 'beforeOpening']),
  otherwise: z.enum(['block', 'warn']),
};

const publication = z.strictObject({
  register: words,
  registerUnits: wordList,
  guideline: sourced(z.strictObject(gate)),
  beforeOpening: sourced(z.strictObject({ ...gate, items: some('period', 'fileList', 'fileOutlines') })),
  createdData: sourced(z.strictObject({ place: text, through: text.nullable() })),
  createdDataItems: z.array(z.strictObject(provision)),
  otherAnonymizedInformation: yesNo,
  blankForms: sourced(some(...formIds)),
});

const penalties = z.strictObject({
  toldToContractors: wordList,
  toldToStaff: wordList,
  actPenaltiesApply: yesNo,
  provisions: z.array(z.strictObject(provision)),
  feeFraudFine: sourced(z.strictObject({ multiple: z.int().min(1), floorYen: yen })),
});

const guideline = z.strictObject({
  title: words,
  preamble: words,
  sections: sourced(
    z.array(z.strictObject({ id: z.enum(guidelineSectionIds), heading: text, paragraphs: z.array(text) })),
  ),
  notes: z.array(z.strictObject(provision)),
});

const form = z
  .strictObject({ name: text.nullable(), number: text.nullable(), nationalNumber: text.nullable(), ...citation })
  .nullable();

/** A rule set as it stands in profiles/, member for member the type of the core. */
export const profileSchema = z.strictObject({
  organ: organId,
  effectiveFrom: day.nullable(),
  sourceDate: sourced(day),
  governingDocument: words,
  supersedes: words,
  decidingDay: oneOf('receipt', 'opening', 'decision'),
  identity,
  terms,
  legalBasis: z.array(z.strictObject({ name: text, ...citation })),
  disclosureLaw: words,
  desk,
  letters,
  solicitation,
  intake,
  attachments,
  identityCheck,
  disqualification,
  review,
  thirdPartyProcedure,
  createdData,
  notice,
  fee,
  deadlines,
  contract,
  creation,
  delivery,
  publication,
  commissionReports: sourced(z.array(z.enum(['violation', 'cancellationIntent', 'cancelled']))),
  complaints: z.strictObject({ units: wordList, mediation: yesNo }),
  penalties,
  ownership: words,
  guideline,
  forms: each(formIds, form),
  registerFields: listOf(z.strictObject({ id: z.enum(registerFieldIds), label: text, ...citation })),
  registerNotes: z.array(z.strictObject(provision)),
  registerMarks: sourced(z.strictObject({ yes: text, no: text.nullable() })),
  citations: each(citationKeys, words),
  leftToRule: z.array(z.strictObject({ setting: text, beforeCall: z.boolean(), ...citation })),
  ruleContents: z.partialRecord(z.enum(ruleMatterIds), words),
  retentionYears: each(recordKinds, count),
}) satisfies z.ZodType<RuleSet>;
