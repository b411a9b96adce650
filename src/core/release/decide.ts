import { type Circumstances, type CommonRefusal, commonRefusals } from '../aggregate.ts';
import { addDays, parseDay } from '../calendar/day.ts';
import { monthsFrom } from '../calendar/period.ts';
import { type Decision, happened, refusing } from '../decision.ts';
import type { KeptFile } from '../keptFile.ts';
import type { RuleSet } from '../organ/ruleSet.ts';
import { unreachable } from '../unreachable.ts';
import type { PackRelease, RecordProvision, ReleaseCommand } from './commands.ts';
import type { ReleaseEvent } from './events.ts';
import { no, type ReleaseRefusal } from './refusals.ts';
import type { ReleaseState } from './state.ts';

/** The package that was written for `packRelease`, by its digests; null for every other command. */
export interface ReleaseFacts {
  readonly package: { readonly file: KeptFile; readonly manifest: KeptFile } | null;
  /** Medium and way that the proposal chose. */
  /** Whether the file that `handInSource` or `setRecipe` names is kept encrypted with the release; true for every other command. */
  readonly isKept: boolean;
  /** For `deriveRecipe`: the recipe as it was kept, and in words what is still open; null = there is no source. */
  readonly derived: { readonly recipe: KeptFile | null; readonly open: readonly string[] } | null;
  readonly chosen: { readonly medium: string | null; readonly delivery: 'counter' | 'post' | null } | null;
}

type Decided = Decision<ReleaseEvent, ReleaseRefusal | CommonRefusal>;
type Known = ReleaseFacts & Circumstances;

/** Decides a command on a release. */
export function decide(command: ReleaseCommand, state: ReleaseState | null, rules: RuleSet, facts: Known): Decided {
  const { actor, now, isKept } = facts;
  const by = actor.person;
  if (command.do === 'planRelease') {
    const { do: _, ...plan } = command;
    return happened({ type: 'releasePlanned', data: { ...plan, ruleDay: facts.ruleDay } });
  }
  if (state === null) return refusing(commonRefusals)('doesNotExist', { command: command.do });
  if (state.keyDestruction) return no('keyDestroyed', { on: state.keyDestruction.on });
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
      return startCreation(state, facts);
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
      return recordProvision(command, facts);
    case 'proposeKeyDestruction':
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

/** What neither proposal nor source tells is named; the creator decides it, nothing is guessed. */
function deriveRecipe({ derived, actor }: Known): Decided {
  if (derived !== null && derived.open.length > 0) return no('recipeUndecided', { open: derived.open });
  if (!derived?.recipe) return no('sourceMissing');
  return happened({ type: 'recipeSet', data: { recipe: derived.recipe, by: actor.person } });
}

function startCreation({ source, recipe }: ReleaseState, { actor, now }: Known): Decided {
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
function recordProvision({ do: _, receivedBy, ...provision }: RecordProvision, { chosen }: Known): Decided {
  if (isBlank(provision.measures)) return no('releaseReasonMissing');
  const differs =
    (chosen?.medium !== null && chosen?.medium !== undefined && chosen.medium !== provision.medium) ||
    (chosen?.delivery !== null && chosen?.delivery !== undefined && chosen.delivery !== provision.delivery);
  if (differs) return no('mediumNotChosen', { medium: chosen?.medium ?? null, delivery: chosen?.delivery ?? null });
  return happened({ type: 'provisionRecorded', data: provision, personal: { receivedBy } });
}
