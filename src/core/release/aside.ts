import { happened } from '../decision.ts';
import type { RuleSet } from '../organ/ruleSet.ts';
import { unreachable } from '../unreachable.ts';
import type { RecordContractor, ReleaseAsideCommand } from './asideCommands.ts';
import type { Decided, Known } from './facts.ts';
import { no } from './refusals.ts';
import { type ContractorDuty, contractorDuties, type ReleaseState } from './state.ts';

/** Decides what goes on beside the creation itself: briefing, contractors, inquiries, delays, publication. */
export function decideAside(command: ReleaseAsideCommand, state: ReleaseState, rules: RuleSet, facts: Known): Decided {
  const today = facts.now.slice(0, 10);
  switch (command.do) {
    case 'briefStaff':
      return command.people.length === 0
        ? no('nobodyBriefed', {}, rules.creation.confidentiality?.text)
        : happened({
            type: 'staffBriefed',
            data: { people: [...new Set(command.people)], on: command.on, by: facts.actor.person },
          });
    case 'recordContractor':
      return recordContractor(command, state, rules);
    case 'recordInquiry': {
      const { on, question, answer } = command;
      if (isBlank(question)) return no('inquiryMissing');
      return happened({
        type: 'inquiryRecorded',
        data: { on, isAnswered: answer !== null },
        personal: { question, answer },
      });
    }
    case 'announceDelay': {
      const { do: _, ...delay } = command;
      if (isBlank(delay.reason)) return no('delayReasonMissing');
      if (delay.expectedOn <= delay.announcedOn)
        return no('delayDayWrong', { announcedOn: delay.announcedOn, expectedOn: delay.expectedOn });
      return happened({ type: 'delayAnnounced', data: delay });
    }
    case 'requestPublication':
      return requestPublication(command.requestedOn, state, rules);
    case 'confirmPublication': {
      const { confirmedOn, address } = command;
      if (state.publication === null) return no('publicationNotRequested');
      if (state.publication.confirmedOn !== null)
        return no('publicationConfirmedBefore', { confirmedOn: state.publication.confirmedOn });
      const early = confirmedOn < state.publication.requestedOn || confirmedOn > today;
      return early
        ? no('publicationDayWrong', { confirmedOn, requestedOn: state.publication.requestedOn })
        : happened({ type: 'publicationConfirmed', data: { confirmedOn, address } });
    }
    case 'moveRelease':
      return happened({ type: 'releaseMoved', data: { to: command.to, on: command.on } });
    default:
      return unreachable(command);
  }
}

const isBlank = (text: string) => text.trim() === '';

/** 受託者, tier by tier (ACT-10, SEC-5, SEC-7, FRM-23). */
function recordContractor(command: RecordContractor, state: ReleaseState, rules: RuleSet): Decided {
  const { contractor, engagedBy, conditionPrecedent, duties, isHandlingBusiness, reportedToDeskOn, ...rest } = command;
  const { creation } = rules;
  const above = state.contractors.find((one) => one.contractor === engagedBy) ?? null;
  if (engagedBy !== null && above === null) return no('contractorUnknown', { contractor: engagedBy });
  if (creation.outsourcing?.value !== true) return no('outsourcingNotProvided', {}, creation.outsourcing?.text);
  if (above !== null && !mayGoOn(rules)) return no('subOutsourcingNotProvided', {}, creation.subOutsourcing?.text);
  if (above === null && creation.conditionPrecedent?.value === true && !conditionPrecedent)
    return no('outsourcingWithoutCondition', {}, creation.conditionPrecedent.text);
  const untold = dutiesOf(rules, isHandlingBusiness).filter((duty) => !duties.includes(duty));
  if (untold.length > 0) return no('dutiesNotTold', { duties: untold }, rules.penalties.toldToContractors?.text);
  if (creation.reportsOutsourcingToDesk?.value === true && reportedToDeskOn === null)
    return no('outsourcingNotReported', {}, creation.reportsOutsourcingToDesk.text);
  const { concludedOn, toldOn } = rest;
  return happened({
    type: 'contractorRecorded',
    data: {
      contractor: `contractor:${state.contractors.length + 1}`,
      tier: (above?.tier ?? 0) + 1,
      engagedBy,
      concludedOn,
      conditionPrecedent,
      duties,
      toldOn,
      reportedToDeskOn,
    },
    personal: { name: contractor },
  });
}

/** 法116条2項 knows two or more tiers; an organ that the Act does not bind needs its own words. */
const mayGoOn = ({ creation, identity }: RuleSet): boolean =>
  creation.subOutsourcing?.value ?? identity.boundByAct?.value === true;

/** What a contractor is told: penalties of the Act only where they apply to the body, Chapter 4 only to a business under it. */
export const dutiesOf = ({ penalties }: RuleSet, isHandlingBusiness: boolean): readonly ContractorDuty[] =>
  contractorDuties.filter((duty) => {
    if (duty === 'chapterFour') return isHandlingBusiness;
    return duty !== 'penalties' || penalties.actPenaltiesApply?.value === true;
  });

/** PUB-4: the owner of the site is asked once the data has been verified. */
function requestPublication(requestedOn: string, state: ReleaseState, { publication }: RuleSet): Decided {
  const target = publication.createdData;
  if (target === null) return no('publicationNotProvided');
  if (state.publication !== null)
    return no('publicationRequestedBefore', { requestedOn: state.publication.requestedOn }, target.text);
  const { place, through } = target.value;
  return happened({ type: 'publicationRequested', data: { place, through, requestedOn } });
}
