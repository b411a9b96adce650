import type { Aggregate, Circumstances } from '../aggregate.ts';
import { happened } from '../decision.ts';
import type { StreamRef } from '../event.ts';
import type { RuleSet } from '../organ/ruleSet.ts';
import { unreachable } from '../unreachable.ts';
import type { OfficeCommand } from './commands.ts';
import { consultCouncil, type Decided, recordCouncilOpinion, setStandards } from './council.ts';
import type { OfficeEvent } from './events.ts';
import { officePermissions } from './permissions.ts';
import { no, type OfficeRefusal, officeRefusals } from './refusals.ts';
import { type OfficeState, unkept } from './state.ts';

/** Every organ has its office once. */
export const officeStream = { kind: 'office', id: 'officework' } as const satisfies StreamRef;

function decide(command: OfficeCommand, before: OfficeState | null, rules: RuleSet, facts: Circumstances): Decided {
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
      return unreachable(event);
  }
}

/** What concerns the whole organ: the standards with the council's opinion, and how the handling is evaluated. */
export const office: Aggregate<OfficeCommand, OfficeState, OfficeEvent, object, OfficeRefusal> = {
  kind: 'office',
  permissions: officePermissions,
  refusals: officeRefusals,
  decide,
  evolve,
};
