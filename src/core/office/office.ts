import type { Aggregate, Circumstances } from '../aggregate.ts';
import { routed } from '../approval/routed.ts';
import { happened } from '../decision.ts';
import type { StreamRef } from '../event.ts';
import type { RuleSet } from '../organ/ruleSet.ts';
import { unreachable } from '../unreachable.ts';
import {
  addClosedDay,
  changeDivisions,
  changeService,
  handOverWork,
  isOwnClosedDay,
  logOutOfPurposeUse,
  nameSubstitute,
  type OfficeFacts,
} from './changes.ts';
import type { OfficeCommand } from './commands.ts';
import { consultCouncil, type Decided, recordCouncilOpinion, setStandards } from './council.ts';
import type { OfficeEvent } from './events.ts';
import { officePermissions } from './permissions.ts';
import { no, type OfficeRefusal, officeRefusals } from './refusals.ts';
import { type CaseRef, type OfficeState, unkept } from './state.ts';

/** Every organ has its office once. */
export const officeStream = { kind: 'office', id: 'officework' } as const satisfies StreamRef;

function decide(
  command: OfficeCommand,
  before: OfficeState | null,
  rules: RuleSet,
  facts: OfficeFacts & Circumstances,
): Decided {
  const state = before ?? unkept;
  switch (command.do) {
    case 'consultCouncil':
      return consultCouncil(command, state, rules);
    case 'recordCouncilOpinion':
      return recordCouncilOpinion(command, state, rules);
    case 'setStandards':
      return setStandards(command, state, rules, facts);
    case 'recordEvaluation': {
      const { do: _, ...evaluation } = command;
      return evaluation.result.trim() === ''
        ? no('evaluationEmpty')
        : happened({ type: 'evaluationRecorded', data: { ...evaluation, by: facts.actor.person } });
    }
    case 'assignCase': {
      const { kind, id, person } = command;
      if (!facts.openWork.some((one) => one.kind === kind && one.id === id)) return no('caseNotOpen', { kind, id });
      return happened({ type: 'caseAssigned', data: { kind, id, person } });
    }
    case 'handOverWork':
      return handOverWork(command, facts);
    case 'nameSubstitute':
      return nameSubstitute(command);
    case 'changeService':
      return changeService(command, facts);
    case 'changeDivisions':
      return changeDivisions(command, facts);
    case 'addClosedDay':
      return addClosedDay(command, state, facts);
    case 'withdrawClosedDay': {
      const { day, withdrawnOn } = command;
      if (!isOwnClosedDay(state, day)) return no('closedDayUnknown', { day });
      return happened({ type: 'closedDayWithdrawn', data: { day, withdrawnOn } });
    }
    case 'logOutOfPurposeUse':
      return logOutOfPurposeUse(command, rules);
    default:
      return unreachable(command);
  }
}

/** What is kept for the whole organ after an event. */
function evolve(before: OfficeState | null, event: OfficeEvent): OfficeState {
  const state = before ?? unkept;
  switch (event.type) {
    case 'councilConsulted':
      return { ...state, consultations: [...state.consultations, { ...event.data, opinion: null }] };
    case 'councilOpinionRecorded':
      return {
        ...state,
        consultations: state.consultations.map((one) => (one.opinion === null ? { ...one, opinion: event.data } : one)),
      };
    case 'standardsSet': {
      const { standards, ...setting } = event.data;
      const set = Object.fromEntries(standards.map((standard) => [standard, setting]));
      return { ...state, standards: { ...state.standards, ...set } };
    }
    case 'evaluationRecorded':
      return { ...state, evaluations: [...state.evaluations, event.data] };
    default:
      return { ...state, ...afterChange(state, event) };
  }
}

type Change = Exclude<
  OfficeEvent,
  { type: 'councilConsulted' | 'councilOpinionRecorded' | 'standardsSet' | 'evaluationRecorded' }
>;

function afterChange(state: OfficeState, event: Change): Partial<OfficeState> {
  switch (event.type) {
    case 'caseAssigned':
      return { assignments: assigned(state, [event.data], event.data.person) };
    case 'workHandedOver': {
      const { cases, to } = event.data;
      return { handOvers: [...state.handOvers, event.data], assignments: assigned(state, cases, to) };
    }
    case 'substituteNamed':
      return { substitutes: [...state.substitutes, event.data] };
    case 'serviceChanged':
      return { services: [...state.services, event.data] };
    case 'divisionsChanged':
      return { divisionChanges: [...state.divisionChanges, event.data] };
    case 'closedDayAdded':
      return { closedDays: [...state.closedDays, { ...event.data, withdrawnOn: null }] };
    case 'closedDayWithdrawn':
      return {
        closedDays: state.closedDays.map((one) =>
          one.day === event.data.day ? { ...one, withdrawnOn: event.data.withdrawnOn } : one,
        ),
      };
    case 'outOfPurposeUseLogged':
      return { outOfPurposeUses: [...state.outOfPurposeUses, event.data] };
    default:
      return unreachable(event);
  }
}

/** Each case has one person at a time. */
function assigned({ assignments }: OfficeState, cases: readonly CaseRef[], person: string): OfficeState['assignments'] {
  const others = assignments.filter((one) => !cases.some(({ kind, id }) => kind === one.kind && id === one.id));
  return [...others, ...cases.map(({ kind, id }) => ({ kind, id, person }))];
}

const own: Aggregate<OfficeCommand, OfficeState, OfficeEvent, OfficeFacts, OfficeRefusal> = {
  kind: 'office',
  permissions: officePermissions,
  refusals: officeRefusals,
  decide,
  evolve,
};

/** What concerns the whole organ: the standards with the council's opinion, and how the handling is evaluated, who works on what, and how the office changes. */
export const office = routed(own, unkept);
