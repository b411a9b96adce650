import { commonRefusals } from '../aggregate.ts';
import { addDays, parseDay } from '../calendar/day.ts';
import { monthsFrom } from '../calendar/period.ts';
import { happened, refusing } from '../decision.ts';
import type { RuleSet } from '../organ/ruleSet.ts';
import { unreachable } from '../unreachable.ts';
import { decideAside } from './aside.ts';
import type { ReleaseAsideCommand } from './asideCommands.ts';
import { asidePermissions } from './asidePermissions.ts';
import type { PackRelease, PlanReprovision, RecordProvision, ReleaseCommand } from './commands.ts';
import type { Decided, Known } from './facts.ts';
import { no } from './refusals.ts';
import type { ReleaseState } from './state.ts';

/** Decides a command on a release. */
export function decide(command: ReleaseCommand, state: ReleaseState | null, rules: RuleSet, facts: Known): Decided {
  const { actor, now, isKept } = facts;
  const by = actor.person;
  if (command.do === 'planRelease') {
    const { do: _, ...plan } = command;
    return happened({ type: 'releasePlanned', data: { ...plan, ruleDay: facts.ruleDay } });
  }
  if (command.do === 'planReprovision') return planReprovision(command, facts);
  if (state === null) return refusing(commonRefusals)('doesNotExist', { command: command.do });
  if (isAside(command)) return decideAside(command, state, rules, facts);
  if (state.keyDestruction) return no('keyDestroyed', { on: state.keyDestruction.on });
  const unbriefed = briefingRefusal(state, rules, facts);
  if (unbriefed) return unbriefed;
  switch (command.do) {
    case 'handInSource':
      if (!isKept) return no('fileNotKept', { name: command.source.name });
      return happened({ type: 'sourceHandedIn', data: { source: command.source, by } });
    case 'setRecipe':
      if (!isKept) return no('fileNotKept', { name: command.recipe.name });
      return happened({ type: 'recipeSet', data: { recipe: command.recipe, by } });
    case 'deriveRecipe':
      return deriveRecipe(facts);
    case 'startCreation':
      return startCreation(state, rules, facts);
    case 'cancelCreation':
      return happened({ type: 'creationCancelled', data: { by, on: now.slice(0, 10) } });
    case 'recordCreation':
      return happened({ type: 'dataCreated', data: { creation: command.creation, createdOn: now.slice(0, 10) } });
    case 'recordCreationFailure':
      return happened({ type: 'creationFailed', data: { place: command.place, message: command.message } });
    case 'signVerification':
      return signVerification(command.note, state, facts);
    case 'rejectCreation':
      return isBlank(command.reason)
        ? no('rejectionReasonMissing')
        : (creatorRefusal(state, by) ?? happened({ type: 'creationRejected', data: { by, reason: command.reason } }));
    case 'packRelease':
      return packRelease(command, facts);
    case 'recordProvision':
      return recordProvision(command, state, facts);
    case 'proposeKeyDestruction':
      if (state.of !== null) return no('keyOfOtherRelease', { release: state.of });
      return isBlank(command.reason)
        ? no('destructionReasonMissing')
        : (retentionRefusal(state, rules, now) ??
            happened({
              type: 'keyDestructionProposed',
              data: { by, on: now.slice(0, 10), reason: command.reason },
            }));
    case 'destroyReleaseKey':
      return destroyReleaseKey(state, rules, facts);
    default:
      return unreachable(command);
  }
}

const isBlank = (text: string) => text.trim() === '';

const isAside = (command: ReleaseCommand): command is ReleaseAsideCommand => command.do in asidePermissions;

/** SEC-6: where the organ's text says that people are told of their duty, nobody who was not told comes near the data. */
function briefingRefusal({ briefed }: ReleaseState, { creation }: RuleSet, { actor }: Known) {
  if (actor.role === 'system' || !mustBeBriefed(creation)) return null;
  return briefed.includes(actor.person)
    ? null
    : no('notBriefed', { person: actor.person }, creation.confidentiality?.text);
}

/** Whether people must have been told of their duty of confidence before they have access. */
export const mustBeBriefed = ({ confidentiality }: RuleSet['creation']): boolean => confidentiality !== null;

/** Data that was created before is provided again as it is: nothing is created anew (STP-24). */
function planReprovision({ do: _, ...plan }: PlanReprovision, { source, ruleDay }: Known): Decided {
  const { creation, createdOn, verification, keyDestruction } = source ?? {};
  if (!creation || !verification || !createdOn) return no('createdDataUnavailable', { release: plan.of });
  if (keyDestruction) return no('keyDestroyed', { on: keyDestruction.on });
  return happened({ type: 'reprovisionPlanned', data: { ...plan, ruleDay, creation, createdOn, verification } });
}

/** What neither proposal nor source tells is named; the creator decides it, nothing is guessed. */
function deriveRecipe({ derived, actor }: Known): Decided {
  if (derived !== null && derived.open.length > 0) return no('recipeUndecided', { open: derived.open });
  if (!derived?.recipe) return no('sourceMissing');
  return happened({ type: 'recipeSet', data: { recipe: derived.recipe, by: actor.person } });
}

function startCreation(
  state: ReleaseState,
  { creation }: RuleSet,
  { actor, now, isOutsourced, standards }: Known,
): Decided {
  const { source, recipe, contractors } = state;
  const unset = (creation.councilOpinion?.value ?? []).filter((standard) => standards[standard] === null);
  if (unset.length > 0) return no('standardsNotSet', { standards: unset }, creation.councilOpinion?.text);
  if (isOutsourced && contractors.length === 0) return no('contractorMissing', {}, creation.outsourcing?.text);
  if (source === null) return no('sourceMissing');
  if (recipe === null) return no('recipeMissing');
  return happened({ type: 'creationStarted', data: { by: actor.person, on: now.slice(0, 10) } });
}

/** Creation and verification are done by two different people. */
const creatorRefusal = ({ creators }: ReleaseState, person: string) =>
  creators.includes(person) ? no('verifierIsCreator', { person }) : null;

function signVerification(note: string, state: ReleaseState, { actor, now }: Known): Decided {
  const refusal = creatorRefusal(state, actor.person);
  if (refusal) return refusal;
  const failed = Object.entries(state.creation?.check.items ?? {}).filter(([, passed]) => !passed);
  if (!state.creation?.check.passed) return no('checkNotPassed', { items: failed.map(([item]) => item) });
  return happened({ type: 'verificationSigned', data: { by: actor.person, on: now.slice(0, 10), note } });
}

/** Records of a creation are kept as long as the organ's rules say, where they say it. */
function retentionRefusal({ createdOn }: ReleaseState, { retentionYears }: RuleSet, now: string) {
  const years = retentionYears.creation?.value;
  const created = createdOn === null ? null : parseDay(createdOn);
  if (years === undefined || created === null) return null;
  const keptThrough = monthsFrom(addDays(created, 1), years * 12).through;
  return now.slice(0, 10) <= keptThrough ? no('retentionNotOver', { keptThrough }) : null;
}

/** Two names: who proposed it can't approve it. */
function destroyReleaseKey(state: ReleaseState, rules: RuleSet, { actor, now }: Known): Decided {
  const { destructionProposal: proposed } = state;
  if (proposed === null) return no('destructionNotProposed');
  if (proposed.by === actor.person) return no('destructionBySamePerson', { person: actor.person });
  const { by: proposedBy, reason } = proposed;
  const data = { proposedBy, approvedBy: actor.person, on: now.slice(0, 10), reason };
  return retentionRefusal(state, rules, now) ?? happened({ type: 'keyDestroyed', data });
}

const packRelease = ({ name }: PackRelease, facts: Known): Decided =>
  facts.package === null ? no('packageNotMade') : happened({ type: 'releasePacked', data: { name, ...facts.package } });

/** STP-20: in the way that the proposal chose, with a security measure noted. */
function recordProvision(
  { do: _, receivedBy, ...provision }: RecordProvision,
  { provisionDeadline, delays }: ReleaseState,
  { chosen }: Known,
): Decided {
  if (provisionDeadline !== null && provision.providedOn > provisionDeadline && delays.length === 0)
    return no('delayNotAnnounced', { providedOn: provision.providedOn, provisionDeadline });
  if (isBlank(provision.measures)) return no('releaseReasonMissing');
  const differs =
    (chosen?.medium !== null && chosen?.medium !== undefined && chosen.medium !== provision.medium) ||
    (chosen?.delivery !== null && chosen?.delivery !== undefined && chosen.delivery !== provision.delivery);
  if (differs) return no('mediumNotChosen', { medium: chosen?.medium ?? null, delivery: chosen?.delivery ?? null });
  return happened({ type: 'provisionRecorded', data: provision, personal: { receivedBy } });
}
