import { type Aggregate, type Circumstances, type CommonRefusal, commonRefusals } from '../aggregate.ts';
import { routed } from '../approval/routed.ts';
import { type Decision, happened, refusing } from '../decision.ts';
import type { Event } from '../event.ts';
import type { RuleSet } from '../organ/ruleSet.ts';
import { unreachable } from '../unreachable.ts';
import type { HandOverOther, OtherProvisionCommand, PrepareOtherProvision } from './commands.ts';
import { otherProvisionPermissions } from './permissions.ts';
import { no, type OtherProvisionRefusal, otherProvisionRefusals } from './refusals.ts';
import type { OtherProvisionState } from './state.ts';

export type OtherProvisionEvent =
  | Event<
      'otherProvisionPrepared',
      Pick<OtherProvisionState, 'ruleDay' | 'name' | 'items' | 'way' | 'byLaw'>,
      { readonly recipient: string }
    >
  | Event<'otherProvisionAnnounced', { readonly announcedOn: string; readonly place: string }>
  | Event<'otherHandedOver', { readonly handedOverOn: string; readonly statedBy: 'mail' | 'paper' | null }>;

type Decided = Decision<OtherProvisionEvent, OtherProvisionRefusal | CommonRefusal>;

function prepare(command: PrepareOtherProvision, { publication }: RuleSet, { ruleDay }: Circumstances): Decided {
  const { do: _, recipient, ...planned } = command;
  const rule = publication.otherAnonymizedInformation;
  if (rule?.value !== true) return no('otherProvisionNotProvided', {}, rule?.text);
  if (planned.items.length === 0 || planned.way.trim() === '') return no('otherItemsMissing', {}, rule.text);
  return happened({ type: 'otherProvisionPrepared', data: { ...planned, ruleDay }, personal: { recipient } });
}

/** Published before and told to be 匿名加工情報, unless a law asks for the provision. */
function handOver({ handedOverOn, statedBy }: HandOverOther, state: OtherProvisionState, rules: RuleSet): Decided {
  const basis = rules.publication.otherAnonymizedInformation?.text;
  if (state.byLaw === null && state.announcedOn === null) return no('notAnnounced', {}, basis);
  if (state.byLaw === null && (state.announcedOn ?? '') > handedOverOn)
    return no('announcedAfterProvision', { announcedOn: state.announcedOn, handedOverOn }, basis);
  if (state.byLaw === null && statedBy === null) return no('natureNotStated', {}, basis);
  return happened({ type: 'otherHandedOver', data: { handedOverOn, statedBy } });
}

function decide(
  command: OtherProvisionCommand,
  state: OtherProvisionState | null,
  rules: RuleSet,
  facts: Circumstances,
): Decided {
  if (command.do === 'prepareOtherProvision') return prepare(command, rules, facts);
  if (state === null) return refusing(commonRefusals)('doesNotExist', { command: command.do });
  if (command.do === 'handOverOther') return handOver(command, state, rules);
  const { announcedOn, place } = command;
  return happened({ type: 'otherProvisionAnnounced', data: { announcedOn, place } });
}

function evolve(state: OtherProvisionState | null, event: OtherProvisionEvent): OtherProvisionState {
  if (event.type === 'otherProvisionPrepared')
    return {
      stage: 'prepared',
      ...event.data,
      announcedOn: null,
      place: null,
      handedOverOn: null,
      statedBy: null,
    };
  if (state === null) throw new Error(`a provision can't begin with ${event.type}`);
  switch (event.type) {
    case 'otherProvisionAnnounced':
      return { ...state, stage: 'announced', ...event.data };
    case 'otherHandedOver':
      return { ...state, stage: 'handedOver', ...event.data };
    default:
      return unreachable(event);
  }
}

const own: Aggregate<OtherProvisionCommand, OtherProvisionState, OtherProvisionEvent, object, OtherProvisionRefusal> = {
  kind: 'otherProvision',
  permissions: otherProvisionPermissions,
  refusals: otherProvisionRefusals,
  decide,
  evolve,
};

/** 他の匿名加工情報の第三者提供 (法123条, H 18条): one provision is one stream. */
export const otherProvision = routed(own);
