import { type Circumstances, type CommonRefusal, commonRefusals } from '../aggregate.ts';
import type { Day } from '../calendar/day.ts';
import { solicitationWindow } from '../calendar/solicitationWindow.ts';
import { type Decision, happened, refusing } from '../decision.ts';
import type { RuleSet } from '../organ/ruleSet.ts';
import type { PersonCount } from '../register/entry.ts';
import { unreachable } from '../unreachable.ts';
import type { CallCommand, DraftCall, PublishCall, ReplaceSnapshot, ReviseCall, SetGuideline } from './commands.ts';
import type { CallEvent } from './events.ts';
import { lateItems, missingSetting, openingObstacle } from './openingObstacle.ts';
import { type CallRefusal, no } from './refusals.ts';
import { type CallState, type FileGroup, guidelineOf, type PublishedItem } from './state.ts';

/** What a call knows of the register: the entries that it names. */
export interface CallFacts {
  readonly entries: Readonly<
    Record<string, { readonly fileName: string; readonly flagged: boolean; readonly persons: PersonCount | null }>
  >;
}

type Decided = Decision<CallEvent, CallRefusal | CommonRefusal>;
type Known = CallFacts & Circumstances;

/** Decides a command on a 提案の募集. */
export function decide(command: CallCommand, state: CallState | null, rules: RuleSet, facts: Known): Decided {
  if (command.do === 'draftCall') return draftCall(command, rules, facts);
  if (state === null) return refusing(commonRefusals)('doesNotExist', { command: command.do });
  switch (command.do) {
    case 'reviseCall':
      return reviseCall(command, state, rules, facts);
    case 'admitShortWindow':
      return admitShortWindow(command.reason, state, rules, facts);
    case 'setGuideline':
      return setGuideline(command, state, facts);
    case 'publishCall':
      return publishCall(command, state, rules, facts);
    case 'openCall':
      return openCall(state, rules, facts);
    case 'closeCall':
      return closeCall(state, facts);
    case 'replaceSnapshot':
      return replaceSnapshot(command, state);
    case 'withdrawCall':
      return isBlank(command.reason)
        ? no('callReasonMissing')
        : happened({ type: 'callWithdrawn', data: { reason: command.reason } });
    default:
      return unreachable(command);
  }
}

const isBlank = (text: string) => text.trim() === '';
const today = ({ now }: Circumstances) => now.slice(0, 10);

function windowRefusal(opensOn: string, closesOn: string) {
  return closesOn < opensOn ? no('windowContradictory', { opensOn, closesOn }) : null;
}

function fileRefusal(entries: readonly string[], facts: CallFacts) {
  if (entries.length === 0) return no('noFiles');
  const twice = entries.find((entry, index) => entries.indexOf(entry) !== index);
  if (twice !== undefined) return no('fileTwice', { entry: twice });
  const unflagged = entries.find((entry) => !facts.entries[entry]?.flagged);
  if (unflagged === undefined) return null;
  return no('fileNotFlagged', { entry: unflagged, fileName: facts.entries[unflagged]?.fileName ?? null });
}

const filesOf = (entries: readonly string[], facts: CallFacts) =>
  entries.map((entry) => ({ entry, fileName: facts.entries[entry]?.fileName ?? '' }));

/** EXC-2: several files as one unit, where the organ provides for it; each file in one unit at most. */
function groupRefusal(groups: readonly FileGroup[], entries: readonly string[], { solicitation }: RuleSet) {
  if (groups.length === 0) return null;
  const { groupedFiles } = solicitation;
  if (groupedFiles?.value !== true) return no('groupingNotProvided', {}, groupedFiles?.text);
  const grouped = groups.flatMap((group) => group.entries);
  const wrong = groups.find(
    ({ name, entries: members }) =>
      members.length < 2 ||
      groups.filter((other) => other.name === name).length > 1 ||
      members.some((member) => !entries.includes(member) || grouped.filter((one) => one === member).length > 1),
  );
  return wrong ? no('groupContradictory', { group: wrong.name }, groupedFiles.text) : null;
}

function draftCall(command: DraftCall, rules: RuleSet, facts: Known): Decided {
  const { title, opensOn, closesOn, entries, groups = [] } = command;
  return (
    windowRefusal(opensOn, closesOn) ??
    fileRefusal(entries, facts) ??
    groupRefusal(groups, entries, rules) ??
    happened({
      type: 'callDrafted',
      data: { ruleDay: facts.ruleDay, title, opensOn, closesOn, files: filesOf(entries, facts), groups },
    })
  );
}

function reviseCall(command: ReviseCall, state: CallState, rules: RuleSet, facts: Known): Decided {
  const title = command.title ?? state.title;
  const opensOn = command.opensOn ?? state.opensOn;
  const closesOn = command.closesOn ?? state.closesOn;
  const entries = command.entries ?? state.files.map(({ entry }) => entry);
  const groups = command.groups ?? state.groups;
  return (
    windowRefusal(opensOn, closesOn) ??
    fileRefusal(entries, facts) ??
    groupRefusal(groups, entries, rules) ??
    happened({ type: 'callRevised', data: { title, opensOn, closesOn, files: filesOf(entries, facts), groups } })
  );
}

/** Whether the window is shorter than the rule's; the opening day is not counted (民法140条). */
function shortWindow({ opensOn, closesOn }: CallState, { solicitation }: RuleSet) {
  const { minDays } = solicitation;
  if (minDays === null) return null;
  const { admitted, earliestClose } = solicitationWindow(opensOn as Day, closesOn as Day, minDays.value);
  return admitted ? null : { minDays: minDays.value, earliestClose, basis: minDays.text };
}

function admitShortWindow(reason: string, state: CallState, rules: RuleSet, { actor }: Known): Decided {
  const short = shortWindow(state, rules);
  if (short === null) return no('windowLongEnough', { closesOn: state.closesOn });
  if (isBlank(reason)) return no('callReasonMissing');
  const { earliestClose } = short;
  return happened({ type: 'shortWindowAdmitted', data: { reason, by: actor.person, earliestClose } });
}

function setGuideline({ version, file }: SetGuideline, { guidelines }: CallState, facts: Known): Decided {
  if (guidelines.some((guideline) => guideline.version === version)) return no('guidelineVersionTwice', { version });
  return happened({ type: 'guidelineSet', data: { version, file, setOn: today(facts) } });
}

function publishCall(
  { items, publishedOn, place }: PublishCall,
  state: CallState,
  rules: RuleSet,
  facts: Known,
): Decided {
  const short = state.windowOverride ? null : shortWindow(state, rules);
  if (short) {
    const { basis, ...window } = short;
    return no('windowTooShort', { opensOn: state.opensOn, closesOn: state.closesOn, ...window }, basis);
  }
  const setting = missingSetting(rules);
  if (setting) return no('settingMissing', { setting });
  if (items.includes('guideline') && guidelineOf(state) === null) return no('guidelineMissing');
  if (publishedOn > today(facts)) return no('publishedInFuture', { publishedOn, today: today(facts) });
  const homeless = items.filter((item) => (place ?? placeOf(item, rules)) === null);
  if (homeless.length > 0) return no('publicationPlaceMissing', { items: homeless });
  const publications = items.map((item) => ({ item, on: publishedOn, place: place ?? placeOf(item, rules) ?? '' }));
  return happened({ type: 'callPublished', data: { publications } });
}

/** Where the organ's rules say that an item is published (PUB-2, PUB-3); null = they name no place. */
const placeOf = (item: PublishedItem, { publication }: RuleSet): string | null =>
  (item === 'guideline' ? publication.guideline : publication.beforeOpening)?.value.place ?? null;

function openCall(state: CallState, rules: RuleSet, facts: Known): Decided {
  return (
    openingObstacle(state, rules, today(facts)) ??
    fileRefusal(
      state.files.map(({ entry }) => entry),
      facts,
    ) ??
    happened({ type: 'callOpened', data: { warnings: lateItems(state, rules).map(({ item }) => item) } })
  );
}

function closeCall(state: CallState, facts: Known): Decided {
  if (today(facts) <= state.closesOn) return no('closingNotReached', { closesOn: state.closesOn });
  const files = state.files.map(({ entry }) => ({
    entry,
    persons: facts.entries[entry]?.persons ?? null,
    reason: null,
  }));
  const snapshot = [...files, ...state.groups.map(({ name }) => ({ entry: name, persons: null, reason: null }))];
  return happened({ type: 'callClosed', data: { snapshot } });
}

function replaceSnapshot(command: ReplaceSnapshot, state: CallState): Decided {
  const { entry, uniquePersons, cumulativePersons, countedOn, reason } = command;
  if (!state.snapshot.some((counted) => counted.entry === entry)) return no('fileNotInCall', { entry });
  if (isBlank(reason)) return no('callReasonMissing');
  if (uniquePersons > cumulativePersons) return no('snapshotContradictory', { uniquePersons, cumulativePersons });
  const persons = { uniquePersons, cumulativePersons, countedOn };
  return happened({ type: 'snapshotReplaced', data: { entry, persons, reason } });
}
