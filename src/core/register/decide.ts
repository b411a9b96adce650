import type { Circumstances } from '../aggregate.ts';
import { type CommonRefusal, commonRefusals } from '../aggregate.ts';
import { type Decision, happened, refusing } from '../decision.ts';
import type { RuleSet } from '../organ/ruleSet.ts';
import { unreachable } from '../unreachable.ts';
import type {
  CorrectEntry,
  CountPersons,
  OmitParts,
  PublishEntry,
  RecordCreatedData,
  RegisterCommand,
  RegisterFile,
  TestForSolicitation,
} from './commands.ts';
import type { EntryContents, PersonCount, SolicitationTest } from './entry.ts';
import type { RegisterEvent } from './events.ts';
import { recordPreCheck } from './preCheck.ts';
import { no, type RegisterRefusal } from './refusals.ts';
import type { RegisterState } from './state.ts';

/** What the register must know of a release before it can say that data was created (法117条). */
export interface RegisterFacts {
  readonly created: {
    readonly persons: number;
    readonly items: readonly string[];
    readonly createdOn: string;
    readonly entry: string;
  } | null;
  /** The sentence with which every note of a pre-check ends. */
  readonly noAssurance: string;
  /** The id of this entry. */
  readonly entry: string;
}

type Decided = Decision<RegisterEvent, RegisterRefusal | CommonRefusal>;

/** Decides a command on an entry of the 個人情報ファイル簿. */
export function decide(
  command: RegisterCommand,
  state: RegisterState | null,
  _rules: RuleSet,
  facts: RegisterFacts & Circumstances,
): Decided {
  if (command.do === 'registerFile') return registerFile(command);
  if (state === null) return refusing(commonRefusals)('doesNotExist', { command: command.do });
  switch (command.do) {
    case 'correctEntry':
      return correctEntry(command, state);
    case 'countPersons':
      return countPersons(command);
    case 'omitParts':
      return omitParts(command, state);
    case 'withholdEntry':
      return reasoned(command.reason, { type: 'entryWithheld', data: { reason: command.reason } });
    case 'exemptFile': {
      const { ground, reason } = command;
      return reasoned(reason, { type: 'fileExempted', data: { ground, reason } });
    }
    case 'publishEntry':
      return publishEntry(command, state);
    case 'testForSolicitation':
      return testForSolicitation(command, state);
    case 'flagForSolicitation':
      return testRefusal(state) ?? happened({ type: 'flaggedForSolicitation', data: { desk: command.desk } });
    case 'unflagForSolicitation':
      return state.flagged
        ? reasoned(command.reason, { type: 'unflaggedForSolicitation', data: { reason: command.reason } })
        : no('notFlagged');
    case 'recordPreCheck':
      return recordPreCheck(command, facts.noAssurance, facts);
    case 'moveEntry':
      return happened({ type: 'entryMoved', data: { to: command.to, on: command.on } });
    case 'recordCreatedData':
      return recordCreatedData(command, state, facts);
    case 'deleteEntry': {
      const { ground, reason, deletedOn } = command;
      return reasoned(reason, { type: 'entryDeleted', data: { ground, reason, deletedOn } });
    }
    default:
      return unreachable(command);
  }
}

const isBlank = (text: string) => text.trim() === '';

const reasoned = (reason: string, event: RegisterEvent): Decided =>
  isBlank(reason) ? no('reasonMissing') : happened(event);

function registerFile({ contents, entryDate, persons }: RegisterFile): Decided {
  return (
    itemsRefusal(contents) ??
    (persons && personsRefusal(persons)) ??
    happened({ type: 'fileRegistered', data: { contents, entryDate, persons } })
  );
}

function itemsRefusal({ recordItems, fileName }: EntryContents) {
  const names = recordItems.map((item) => item.name);
  if (names.length === 0) return no('recordItemsMissing', { fileName });
  const twice = names.filter((name, index) => names.indexOf(name) !== index);
  return twice.length > 0 ? no('recordItemTwice', { items: twice }) : null;
}

const personsRefusal = ({ uniquePersons, cumulativePersons }: PersonCount) =>
  uniquePersons > cumulativePersons ? no('personsContradictory', { uniquePersons, cumulativePersons }) : null;

function correctEntry({ changes, correctedOn, reason }: CorrectEntry, { contents }: RegisterState): Decided {
  if (isBlank(reason)) return no('reasonMissing');
  const keys = (Object.keys(changes) as (keyof EntryContents)[]).filter(
    (key) => JSON.stringify(changes[key]) !== JSON.stringify(contents[key]),
  );
  if (keys.length === 0) return no('nothingToCorrect');
  const pick = (from: Partial<EntryContents>) => Object.fromEntries(keys.map((key) => [key, from[key]]));
  return (
    itemsRefusal({ ...contents, ...changes }) ??
    happened({
      type: 'entryCorrected',
      data: { correctedOn, reason, before: pick(contents), after: pick(changes) },
    })
  );
}

function countPersons({ do: _, ...count }: CountPersons): Decided {
  return personsRefusal(count) ?? happened({ type: 'personsCounted', data: count });
}

function omitParts({ do: _, ...omission }: OmitParts, { contents }: RegisterState): Decided {
  const known = contents.recordItems.map((item) => item.name);
  const unknown = omission.recordItems.filter((name) => !known.includes(name));
  if (unknown.length > 0) return no('unknownRecordItem', { items: unknown });
  return reasoned(omission.reason, { type: 'partsOmitted', data: omission });
}

/** What the Act wants of every published entry and this one lacks. */
function missingParts({ contents, omission }: RegisterState): string[] {
  const texts = ['fileName', 'organName', 'responsibleOrganization', 'purpose', 'recordScope'] as const;
  const missing: string[] = texts.filter((key) => isBlank(contents[key]));
  const omitsMethod = omission?.parts.includes('collectionMethod') ?? false;
  return contents.collectionMethod === null && !omitsMethod ? [...missing, 'collectionMethod'] : missing;
}

function publishEntry({ publishedOn }: PublishEntry, state: RegisterState): Decided {
  const missing = missingParts(state);
  if (missing.length > 0) return no('entryIncomplete', { missing });
  return happened({ type: 'entryPublished', data: { publishedOn } });
}

/** A file that no longer meets a test loses its flag at once. */
function testForSolicitation({ tests }: TestForSolicitation, { flagged }: RegisterState): Decided {
  const named = Object.keys(tests) as SolicitationTest[];
  const silent = named.filter((test) => isBlank(tests[test].reason));
  if (silent.length > 0) return no('reasonMissing', { tests: silent }, '法60条3項');
  const tested: RegisterEvent = { type: 'solicitationTested', data: { tests } };
  const failed = named.filter((test) => !tests[test].passed).map((test) => tests[test].reason);
  return flagged && failed.length > 0
    ? happened<RegisterEvent>(tested, { type: 'unflaggedForSolicitation', data: { reason: failed.join('\n') } })
    : happened(tested);
}

/** Why the file can't be flagged; null when all three tests of 法60条3項 were made and hold. */
function testRefusal({ tests }: RegisterState) {
  if (tests === null) return no('testsNotMade');
  const failed = (Object.keys(tests) as SolicitationTest[]).filter((test) => !tests[test].passed);
  return failed.length > 0 ? no('testsNotPassed', { failed, reasons: failed.map((test) => tests[test].reason) }) : null;
}

function recordCreatedData(
  { do: _, ...command }: RecordCreatedData,
  state: RegisterState,
  { created, entry }: RegisterFacts,
): Decided {
  if (created === null || created.entry !== entry) return no('dataNotCreated', { release: command.release });
  if (state.createdData.some((data) => data.release === command.release))
    return no('createdDataTwice', { release: command.release });
  if (command.period && command.period.to < command.period.from)
    return no('periodContradictory', { ...command.period });
  const { persons, items, createdOn } = created;
  return happened({ type: 'createdDataRecorded', data: { ...command, persons, items, createdOn } });
}
