// The next order of a sequence: mostly what an official would do next, now and then anything at all.
import { type Command, permissionOf } from '../../src/app/aggregates.ts';
import { addDays, type Day } from '../../src/core/calendar/day.ts';
import { exemptionGrounds } from '../../src/core/register/entry.ts';
import { roles } from '../../src/core/role.ts';
import { complaintCommand, leakCommand, otherProvisionCommand } from './aftermathOrders.ts';
import { dayNear, reasonOf } from './choices.ts';
import type { Cast } from './contractOrders.ts';
import { proposalOrders } from './proposalOrders.ts';
import { releaseOrders } from './releaseOrders.ts';
import { contentsOf, desk } from './solicitedEntry.ts';
import type { Tape } from './tape.ts';
import { callIn, dataFromBefore, idsOf, type Kind, type Order, type Ref, releaseIn, type World } from './world.ts';

function registerCommand(world: World, tape: Tape, isNew: boolean): Command {
  const persons = tape.one([999, 1000, 5000, 5100]);
  const counts = {
    uniquePersons: persons,
    cumulativePersons: persons + tape.one([0, 100, -1]),
    countedOn: dayNear(world, tape),
  };
  if (isNew) {
    const contents = contentsOf(tape.one(['架空のファイル', '別のファイル']), tape.once(2));
    return { do: 'registerFile', contents, entryDate: { on: dayNear(world, tape), asWritten: null }, persons: counts };
  }
  const result = () => ({ passed: !tape.once(4), reason: reasonOf(tape) });
  const reason = reasonOf(tape);
  return tape.one<() => Command>([
    () => ({ do: 'publishEntry', publishedOn: dayNear(world, tape) }),
    () => ({
      do: 'testForSolicitation',
      tests: { published: result(), disclosure: result(), noHindrance: result() },
    }),
    () => ({ do: 'flagForSolicitation', desk }),
    () => ({ do: 'flagForSolicitation', desk }),
    () => ({ do: 'unflagForSolicitation', reason }),
    () => ({ do: 'countPersons', ...counts }),
    () => ({
      do: 'correctEntry',
      changes: { purpose: tape.one(['架空の事務', '別の事務']) },
      correctedOn: dayNear(world, tape),
      reason,
    }),
    () => ({ do: 'omitParts', parts: ['collectionMethod'], recordItems: [tape.one(['病名', '年収'])], reason }),
    () => ({ do: 'withholdEntry', reason }),
    () => ({ do: 'exemptFile', ground: tape.one(exemptionGrounds), reason }),
    () => ({ do: 'deleteEntry', ground: 'noLongerHeld', reason, deletedOn: dayNear(world, tape) }),
    () => ({
      do: 'recordPreCheck',
      on: dayNear(world, tape),
      way: 'counter',
      asker: '秘',
      note: `秘 ${tape.one(['適合', '案'])}`,
      confirmed: tape.once(2),
    }),
    () => ({
      do: 'recordCreatedData',
      release: tape.one([...dataFromBefore, ...idsOf(world, 'release')]),
      name: '架空の情報',
      desk,
      period: tape.once(4) ? null : { from: dayNear(world, tape), to: dayNear(world, tape) },
    }),
  ])();
}

function callCommand(world: World, tape: Tape, isNew: boolean, id: string): Command {
  const today = world.now.slice(0, 10) as Day;
  const opensOn = addDays(today, tape.one([0, 1, 2]));
  const closesOn = addDays(opensOn, tape.one([30, 30, 31, 29, 1, -1]));
  const entries = tape.one([['e-1'], ['e-1', 'e-2'], ['e-2'], []]);
  if (isNew) return { do: 'draftCall', title: '架空の募集', opensOn, closesOn, entries };
  const items = tape.one([['guideline', 'period', 'fileList', 'fileOutlines'], ['guideline'], ['fileList']] as const);
  const reason = reasonOf(tape);
  const count = { uniquePersons: tape.one([4800, 5100]), cumulativePersons: 5100, countedOn: today };
  const version = `${(callIn(world, id)?.guidelines.length ?? 0) + 1}`;
  return tape.one<() => Command>([
    () => ({ do: 'setGuideline', version: tape.one([version, '1']), file: null }),
    () => ({ do: 'publishCall', items, publishedOn: tape.one([today, dayNear(world, tape)]), place: '架空の場所' }),
    () => ({ do: 'openCall' }),
    () => ({ do: 'openCall' }),
    () => ({ do: 'closeCall' }),
    () => ({ do: 'reviseCall', title: null, opensOn, closesOn, entries: tape.one([null, entries]) }),
    () => ({ do: 'admitShortWindow', reason }),
    () => ({ do: 'replaceSnapshot', entry: tape.one(['e-1', 'e-2']), ...count, reason }),
    () => ({ do: 'withdrawCall', reason }),
  ])();
}

/** The cases that may begin; a release begins by itself, with a contract. */
const newIds: Readonly<Record<Kind, readonly string[]>> = {
  register: ['e-1', 'e-2'],
  call: ['c-1', 'c-2'],
  proposal: ['p-1', 'p-2', 'p-3'],
  release: [],
  complaint: ['k-1', 'k-2'],
  leak: ['l-1', 'l-2'],
  otherProvision: ['o-1'],
};

/** Which case: as soon as a call takes proposals, mostly a proposal, and where there are releases, often one of them. */
function kindFor(world: World, tape: Tape): Kind {
  const takesProposals = idsOf(world, 'call').some((id) => ['open', 'closed'].includes(callIn(world, id)?.stage ?? ''));
  if (!takesProposals && !tape.once(12)) return tape.one(['register', 'call'] as const);
  if (tape.once(12)) return tape.one(['complaint', 'leak', 'otherProvision'] as const);
  if (idsOf(world, 'release').length > 0 && tape.once(3)) return 'release';
  return tape.once(10) ? tape.one(['register', 'call'] as const) : 'proposal';
}

/** The next order; the time moves by itself before it. */
export function nextOrder(world: World, tape: Tape): Order {
  const kind = kindFor(world, tape);
  const standing = idsOf(world, kind);
  const fresh = newIds[kind].filter((id) => !standing.includes(id));
  const isNew = fresh.length > 0 && (standing.length === 0 || tape.once(8));
  const ref: Ref = { kind, id: tape.one(isNew ? fresh : standing) };
  return castOf(tape, ref, castFor(world, tape, ref, isNew));
}

function castFor(world: World, tape: Tape, { kind, id }: Ref, isNew: boolean): Cast {
  switch (kind) {
    case 'proposal':
      return proposalOrders(world, tape, id, isNew);
    case 'release': {
      const state = releaseIn(world, id);
      if (state === null) throw new Error(`there is no ${id}`);
      return releaseOrders(world, tape, state);
    }
    default:
      return { command: commandFor[kind](world, tape, isNew, id), role: null };
  }
}

const commandFor = {
  register: registerCommand,
  call: callCommand,
  complaint: complaintCommand,
  leak: leakCommand,
  otherProvision: otherProvisionCommand,
} as const;

/** Mostly someone whose part it is; the second person of a role now and then. */
export function castOf(tape: Tape, ref: Ref, { command, role }: Cast): Order {
  const able = role ?? tape.one(permissionOf(command.do).roles);
  const given = tape.once(16) ? tape.one(roles) : able;
  return { ref, command, role: given, person: `${given}:${tape.below(2) + 1}` };
}

/** Time goes on by minutes, days or weeks. */
export function laterBy(world: World, tape: Tape): World {
  if (!tape.once(4)) return world;
  const day = addDays(world.now.slice(0, 10) as Day, tape.one([0, 1, 1, 15, 31]));
  const time = tape.one(['09:00', '16:59', '17:00', '17:01']);
  return { ...world, now: `${day}T${time}` > world.now ? `${day}T${time}` : world.now };
}
