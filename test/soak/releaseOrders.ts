import type { Command } from '../../src/app/aggregates.ts';
import { addDays, type Day } from '../../src/core/calendar/day.ts';
import { contractorDuties, type ReleaseState } from '../../src/core/release/state.ts';
import type { Role } from '../../src/core/role.ts';
import { dayNear, reasonOf } from './choices.ts';
import type { Cast } from './contractOrders.ts';
import { creationOf } from './creationOf.ts';
import type { Tape } from './tape.ts';
import { proposalIn, type World } from './world.ts';

const cast = (command: Command, role: Role | null = null): Cast => ({ command, role });
const today = ({ now }: World) => now.slice(0, 10) as Day;
const file = (name: string) => ({ name, digest: 'c'.repeat(64), bytes: 10 });

/** What would be done next for a release, or now and then something beside it. */
export function releaseOrders(world: World, tape: Tape, state: ReleaseState): Cast {
  return tape.once(4) ? beside(world, tape, state) : nextStep(world, tape, state);
}

export function nextStep(world: World, tape: Tape, state: ReleaseState): Cast {
  switch (state.stage) {
    case 'planned':
      return planned(world, tape, state);
    case 'creating':
      return tape.one<() => Cast>([
        () => cast({ do: 'recordCreation', creation: creationOf(true) }, 'system'),
        () => cast({ do: 'recordCreation', creation: creationOf(false) }, 'system'),
        () => cast({ do: 'recordCreationFailure', place: '列', message: '値がない。' }, 'system'),
        () => cast({ do: 'cancelCreation' }),
      ])();
    case 'created':
      return tape.once(6)
        ? cast({ do: 'rejectCreation', reason: reasonOf(tape) })
        : cast({ do: 'signVerification', note: '確認した。' });
    case 'verified':
      return cast({ do: 'packRelease', name: '架空の情報' });
    default:
      return state.stage === 'packaged' ? cast(provided(world, tape, state)) : keys(tape);
  }
}

/** At first everyone is told, the contractor engaged, source and recipe handed in. */
function planned(world: World, tape: Tape, state: ReleaseState): Cast {
  if (state.of !== null) return cast({ do: 'packRelease', name: '架空の情報' });
  if (state.briefed.length === 0 && !tape.once(6)) return cast(briefing(world, tape));
  const isOutsourced = (proposalIn(world, state.proposal)?.fee?.outsourcingYen ?? null) !== null;
  if (isOutsourced && state.contractors.length === 0 && !tape.once(6)) return cast(contractor(world, tape));
  if (state.source === null) return cast({ do: 'handInSource', source: file('source.csv') });
  if (state.recipe === null)
    return cast(
      tape.once(2)
        ? { do: 'setRecipe', recipe: file('recipe.json') }
        : { do: 'deriveRecipe', k: 5, suppressionPercent: 5, decisions: [] },
    );
  return cast({ do: 'startCreation' });
}

/** Everyone of the sequence, or only some. */
const everyone = ['creator', 'verifier', 'responsibleDivision', 'centralDesk'].flatMap((role) => [
  `${role}:1`,
  `${role}:2`,
]);
const briefing = (world: World, tape: Tape): Command => ({
  do: 'briefStaff',
  people: tape.one([everyone, everyone, everyone.slice(0, 3), []]),
  on: today(world),
});

const contractor = (world: World, tape: Tape): Command => ({
  do: 'recordContractor',
  contractor: '秘受託者',
  engagedBy: tape.one([null, null, 'contractor:1', 'contractor:9']),
  concludedOn: today(world),
  conditionPrecedent: !tape.once(4),
  duties: tape.one([contractorDuties, contractorDuties, contractorDuties.slice(1)]),
  toldOn: today(world),
  isHandlingBusiness: tape.once(2),
  reportedToDeskOn: tape.one([today(world), today(world), null]),
});

function provided(world: World, tape: Tape, state: ReleaseState): Command {
  const form = proposalIn(world, state.proposal)?.form;
  return {
    do: 'recordProvision',
    providedOn: tape.one([today(world), today(world), dayNear(world, tape)]),
    medium: tape.one([form?.medium ?? 'CD-R', form?.medium ?? 'CD-R', 'DVD-R']),
    delivery: tape.one([form?.delivery ?? 'counter', form?.delivery ?? 'counter', 'post']),
    mediumNumber: 'K-1',
    measures: tape.one(['封かん', '封かん', ' ']),
    receivedBy: '秘受領者',
  };
}

const keys = (tape: Tape): Cast =>
  cast(tape.once(2) ? { do: 'proposeKeyDestruction', reason: reasonOf(tape) } : { do: 'destroyReleaseKey' });

function beside(world: World, tape: Tape, state: ReleaseState): Cast {
  return tape.one<() => Cast>([
    () => cast(briefing(world, tape)),
    () => cast(contractor(world, tape)),
    () => cast({ do: 'recordInquiry', on: today(world), question: '秘の照会', answer: null }),
    () =>
      cast({
        do: 'announceDelay',
        announcedOn: today(world),
        expectedOn: addDays(today(world), tape.one([5, 5, 0])),
        reason: reasonOf(tape),
        documentNumber: '第5号',
      }),
    () => cast({ do: 'requestPublication', requestedOn: today(world) }),
    () =>
      cast({ do: 'confirmPublication', confirmedOn: tape.one([today(world), dayNear(world, tape)]), address: null }),
    () => cast({ do: 'setRecipe', recipe: file('recipe.json') }),
    () => cast({ do: 'handInSource', source: file('source.csv') }),
    () => cast({ do: 'startCreation' }),
    () => cast({ do: 'packRelease', name: '架空の情報' }),
    () => cast(provided(world, tape, state)),
    () => keys(tape),
  ])();
}
