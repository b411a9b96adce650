// Where sequences begin: an organ whose open values are filled (or not), with its file, its call and a proposal as far as they have come.
import { loadProfiles } from '../../src/adapters/profiles/loadProfiles.ts';
import { ruleCheck } from '../../src/adapters/profiles/ruleCheck.ts';
import type { Command } from '../../src/app/aggregates.ts';
import { createRuleBook } from '../../src/app/ruleBook.ts';
import { addDays, type Day } from '../../src/core/calendar/day.ts';
import { atPath, withAtPath } from '../../src/core/organ/rulePath.ts';
import type { RuleSet } from '../../src/core/organ/ruleSet.ts';
import type { ProposalState } from '../../src/core/proposal/state.ts';
import type { OrganId, Role } from '../../src/core/role.ts';
import { proposalReceipt } from '../support/proposals.ts';
import { castOf } from './orders.ts';
import { nextStep as proposalStep } from './proposalOrders.ts';
import { nextStep as releaseStep } from './releaseOrders.ts';
import { contentsOf, desk } from './solicitedEntry.ts';
import { readTape, type Tape } from './tape.ts';
import { give, type Kind, proposalIn, type Ref, releaseIn, streamOf, type World } from './world.ts';

export const organs = ['yokohama', 'ichikawa', 'aomori-police', 'hokkaido-university', 'kumamoto'] as const;
export type SoakOrgan = (typeof organs)[number];

const profiles = new URL('../../profiles', import.meta.url).pathname;
const book = createRuleBook(loadProfiles(profiles), ruleCheck);
const firstDay = '2026-01-05' as Day;

const ids = ['proposalItems', 'attachments', 'noticeItems', 'disclosureReading', 'contractProcedure', 'registerItems'];
const moreIds = ['registerMinPersons', 'createdDataItems', 'matchingExclusion', 'systematicFiles', 'definitions'];

/** What an installation would set where the source is silent. */
const fillings: readonly (readonly [path: string, value: unknown])[] = [
  ['solicitation.minDays', 30],
  ['intake.channels', ['inPerson', 'post', 'online']],
  ['intake.onlineFiling', true],
  ['intake.closingTime', '17:00'],
  ['review.minPersons', 1000],
  ['review.maxUsePeriodMonths', 24],
  ['review.criterion7Standard', '架空の基準'],
  ['review.mergeByConsent', true],
  ['thirdPartyProcedure.opinionDays', 14],
  ['disqualification.furtherExcludedBodies', ['架空の団体']],
  ...[...ids, ...moreIds, 'headsRules'].map((id) => [`ruleContents.${id}`, '架空の定め'] as const),
];

const fill = (rules: RuleSet, path: string, value: unknown): RuleSet =>
  atPath(rules, path) === null ? withAtPath(rules, path, { value, text: '架空の決裁', source: '設定' }) : rules;

function rulesOf(organ: SoakOrgan, isFilled: boolean, arrivalRule: 'arrival' | 'dispatch'): RuleSet {
  const rules = book.inForce(organ as OrganId, firstDay);
  if (!rules) throw new Error(`no rules of ${organ}`);
  if (!isFilled) return rules;
  const filled = fillings.reduce((next, [path, value]) => fill(next, path, value), rules);
  return fill(filled, 'intake.arrivalRule', arrivalRule);
}

const passed = { passed: true, reason: '確認した。' };

type Scripted = readonly [kind: Kind, id: string, role: Role, command: Command];

/** The file, and the call on it, step by step. */
function script(hearsThirdParties: boolean): readonly Scripted[] {
  const persons = { uniquePersons: 5_000, cumulativePersons: 5_200, countedOn: firstDay };
  const file = (command: Command): Scripted => ['register', 'e-1', 'responsibleDivision', command];
  const call = (command: Command): Scripted => ['call', 'c-1', 'centralDesk', command];
  const contents = contentsOf('架空のファイル', hearsThirdParties);
  const items = ['guideline', 'period', 'fileList', 'fileOutlines'] as const;
  return [
    file({ do: 'registerFile', contents, entryDate: { on: firstDay, asWritten: null }, persons }),
    file({ do: 'publishEntry', publishedOn: firstDay }),
    file({ do: 'testForSolicitation', tests: { published: passed, disclosure: passed, noHindrance: passed } }),
    file({ do: 'flagForSolicitation', desk }),
    call({
      do: 'draftCall',
      title: '架空の募集',
      opensOn: addDays(firstDay, 1),
      closesOn: addDays(firstDay, 31),
      entries: ['e-1'],
    }),
    call({ do: 'setGuideline', version: '1', file: null }),
    call({ do: 'publishCall', items, publishedOn: firstDay, place: '架空の場所' }),
  ];
}

/** A call that opens, created data that the register shows, and two whole proposals up to their review. */
const later: readonly Scripted[] = [
  ['call', 'c-1', 'centralDesk', { do: 'openCall' }],
  [
    'register',
    'e-1',
    'responsibleDivision',
    {
      do: 'recordCreatedData',
      release: 'r-1',
      name: '架空の情報',
      desk,
      period: { from: firstDay, to: addDays(firstDay, 90) },
    },
  ],
  ...reviewed('p-1'),
  ...reviewed('p-2'),
];

function reviewed(id: string): readonly Scripted[] {
  const desk = (command: Command): Scripted => ['proposal', id, 'centralDesk', command];
  return [
    desk(wholeFiling(addDays(firstDay, 1))),
    desk({
      do: 'checkIdentity',
      party: 'proposer:1',
      document: 'registryCertificate',
      documentNumber: '秘番号',
      validThrough: null,
      madeOn: firstDay,
      matches: true,
      otherReason: 'やむを得ない事情がある。',
    }),
    desk({ do: 'confirmCompleteness' }),
  ];
}

function wholeFiling(day: string): Command {
  const filing = proposalReceipt(day);
  return { ...filing, form: { ...filing.form, fileName: '架空のファイル', persons: 4_000 } };
}

const noStandards = { processingStandard: null, securityStandard: null };

const begin = (rules: RuleSet): World => ({
  rules,
  now: `${firstDay}T10:00`,
  streams: new Map(),
  cancellations: [],
  standards: noStandards,
});

function played(world: World, steps: readonly Scripted[]): World {
  return steps.reduce((next, [kind, id, role, command]) => {
    const { after } = give(next, { ref: { kind, id }, role, person: `${role}:0`, command });
    return after;
  }, world);
}

/** How far the first proposal has come where a sequence begins late. */
const depths = ['conforming', 'contracted', 'created', 'provided'] as const;
type Depth = (typeof depths)[number];

/** Nothing but first choices: each step is what an official would do, by whoever does it. */
const firstChoices = readTape(new Uint8Array());

const stageOf = (world: World, kind: Kind): string => streamOf(world, { kind, id: 'p-1' })?.state.stage ?? '';

/** Goes on with the first proposal, and then with its release, until it has come so far. */
function deepened(begun: World, depth: Depth): World {
  const isReached = (world: World) => stageOf(world, 'proposal') === depth || stageOf(world, 'release') === depth;
  let world = begun;
  if (proposalIn(world, 'p-1') === null) return world;
  for (let steps = 0; steps < 40 && !isReached(world); steps += 1) {
    const release = releaseIn(world, 'p-1');
    const ref: Ref = { kind: release ? 'release' : 'proposal', id: 'p-1' };
    const cast = release
      ? releaseStep(world, firstChoices, release)
      : proposalStep(world, firstChoices, proposalIn(world, 'p-1') as ProposalState);
    world = give(world, castOf(firstChoices, ref, cast)).after;
  }
  return world;
}

const set = '2026-01-05';
const standards = [
  { processingStandard: set, securityStandard: set },
  { processingStandard: set, securityStandard: null },
  noStandards,
] as const;

const made = new Map<string, World>();

/** The beginning that the tape chooses. States are never changed in place, so one beginning serves many sequences. */
export function chosenStage(organ: SoakOrgan, tape: Tape): World {
  const [isFilled, arrivalRule, hears] = [!tape.once(8), tape.one(['arrival', 'dispatch'] as const), tape.once(2)];
  const known = tape.one([standards[0], ...standards]);
  const begun = beginning(organ, { isFilled, arrivalRule, hears, at: tape.one(beginnings) });
  return withCancellation({ ...begun, standards: known }, tape);
}

/** Steps that were played before a sequence begins, or how far its first proposal has come. */
const beginnings = [0, 4, 7, 7, 8, 9, 10, 11, 11, 12, 12, 15, 15, ...depths, ...depths] as const;

interface Beginning {
  readonly isFilled: boolean;
  readonly arrivalRule: 'arrival' | 'dispatch';
  readonly hears: boolean;
  readonly at: (typeof beginnings)[number];
}

function beginning(organ: SoakOrgan, given: Beginning): World {
  const key = `${organ} ${Object.values(given).join(' ')}`;
  const known = made.get(key);
  if (known) return known;
  const { isFilled, arrivalRule, hears, at } = given;
  const isLate = typeof at === 'string';
  const steps = isLate ? 15 : at;
  const prepared = played(begin(rulesOf(organ, isFilled, arrivalRule)), script(hears && !isLate).slice(0, steps));
  const opened = { ...prepared, now: `${addDays(firstDay, 1)}T09:00` };
  const world = steps < 8 ? prepared : played(opened, later.slice(0, steps - 7));
  const deep = isLate ? deepened({ ...world, standards: standards[0] }, at) : world;
  made.set(key, deep);
  return deep;
}

/** Now and then the organ's own records hold a cancellation of a party of that name. */
function withCancellation(world: World, tape: Tape): World {
  if (!tape.once(8)) return world;
  const cancelledOn = tape.one(['2024-01-06', '2024-03-01', '2025-06-01']);
  return { ...world, cancellations: [{ id: 'p-0', party: 'proposer:1', cancelledOn, certain: tape.once(2) }] };
}
