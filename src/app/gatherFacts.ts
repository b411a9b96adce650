import { parseDay } from '../core/calendar/day.ts';
import { fiscalYearOf } from '../core/calendar/fiscalYear.ts';
import type { CallCommand } from '../core/call/commands.ts';
import type { CallFacts } from '../core/call/decide.ts';
import type { CallState } from '../core/call/state.ts';
import type { StreamRef } from '../core/event.ts';
import type { OfficeFacts } from '../core/office/changes.ts';
import type { OfficeCommand } from '../core/office/commands.ts';
import { officeStream } from '../core/office/office.ts';
import { atPath, withAtPath } from '../core/organ/rulePath.ts';
import type { RuleSet } from '../core/organ/ruleSet.ts';
import type { PapersCommand } from '../core/papers/commands.ts';
import type { PapersFacts } from '../core/papers/decide.ts';
import type { ProposalCommand } from '../core/proposal/commands.ts';
import type { ProposalFacts } from '../core/proposal/facts.ts';
import type { ProposalState } from '../core/proposal/state.ts';
import type { RegisterCommand } from '../core/register/commands.ts';
import type { RegisterFacts } from '../core/register/decide.ts';
import type { ReleaseCommand } from '../core/release/commands.ts';
import type { ReleaseFacts } from '../core/release/facts.ts';
import type { ReleaseState } from '../core/release/state.ts';
import type { OrganId } from '../core/role.ts';
import type { SettingsCommand } from '../core/settings/commands.ts';
import type { SettingsFacts } from '../core/settings/decide.ts';
import { asStands, canBeSet, printedAt } from '../core/settings/settable.ts';
import { noAssurance } from '../messages/noAssurance.ts';
import { shapeWords } from '../messages/shapeWords.ts';
import type { AggregateKind, AnyState, Command } from './aggregates.ts';
import { fileFacts } from './cases/fileFacts.ts';
import { casePeople } from './documents/casePeople.ts';
import { pngSize } from './files/pngSize.ts';
import { loadCase } from './loadCase.ts';
import { openWork, openWorkOf } from './office/openWork.ts';
import type { Parts } from './parts.ts';
import { createdTerms, sameCallProposals } from './proposal/createdTerms.ts';
import { ownCancellations } from './proposal/ownCancellations.ts';
import { keepDerivedRecipe } from './release/keepDerivedRecipe.ts';
import { writePackage } from './release/writePackage.ts';

/** A command on its way to the decision: where it goes and what stands there. */
export interface Gathering {
  readonly parts: Parts;
  readonly organ: OrganId;
  readonly stream: StreamRef;
  readonly command: Command;
  readonly state: AnyState | null;
}

const gatherers: Readonly<Record<AggregateKind, (gathering: Gathering) => Promise<object>>> = {
  register: registerFacts,
  call: callFacts,
  proposal: proposalFacts,
  release: releaseFacts,
  organ: settingsFacts,
  office: officeFacts,
  complaint: nothingElse,
  leak: nothingElse,
  otherProvision: nothingElse,
  papers: papersFacts,
};

/** A case that is decided by itself. */
async function nothingElse(): Promise<object> {
  return {};
}

async function officeFacts({ parts, organ, command }: Gathering): Promise<OfficeFacts> {
  const asked = command as OfficeCommand;
  if (asked.do === 'handOverWork') return { openWork: await openWorkOf(parts, organ, asked.from) };
  return { openWork: asked.do === 'assignCase' ? await openWork(parts, organ) : [] };
}

/** What a decision needs to know from other cases, files and numbers. */
export const gatherFacts = (gathering: Gathering): Promise<object> =>
  gatherers[gathering.stream.kind as AggregateKind](gathering);

/** Data counts as created for the register once it is verified (法117条). */
async function registerFacts({ parts, organ, stream, command }: Gathering): Promise<RegisterFacts> {
  const asked = command as RegisterCommand;
  if (asked.do !== 'recordCreatedData') return { entry: stream.id, created: null, noAssurance };
  const release = await loadCase(parts, organ, 'release', asked.release);
  const creation = release?.verification ? release.creation : null;
  const created =
    release && creation
      ? { persons: creation.persons, items: creation.items, createdOn: release.createdOn ?? '', entry: release.entry }
      : null;
  return { entry: stream.id, created, noAssurance };
}

async function callFacts({ parts, organ, command, state }: Gathering): Promise<CallFacts> {
  const asked = command as CallCommand;
  const named = 'entries' in asked ? (asked.entries ?? []) : [];
  const standing = (state as CallState | null)?.files.map(({ entry }) => entry) ?? [];
  const ids = [...new Set([...named, ...standing])];
  const entries = await Promise.all(
    ids.map(async (id) => {
      const entry = await loadCase(parts, organ, 'register', id);
      if (!entry) return [];
      const { contents, flagged, persons } = entry;
      return [[id, { fileName: contents.fileName, flagged, persons }] as const];
    }),
  );
  return { entries: Object.fromEntries(entries.flat()) };
}

async function proposalFacts({ parts, organ, stream, command, state }: Gathering): Promise<ProposalFacts> {
  const asked = command as ProposalCommand;
  const { call, entry, release, receivedOn } = aboutOf(asked, state as ProposalState | null, parts);
  const entryState = await loadCase(parts, organ, 'register', entry);
  return {
    ...(await fileFacts(parts, organ, { call, entry, receivedOn })),
    proposals: asked.do === 'offerMerge' ? await namedProposals(parts, organ, stream.id, asked.proposals) : {},
    cancellations: await ownCancellations(parts, organ, stream.id, asked),
    created:
      (entryState?.stage === 'published' && entryState.createdData.find((one) => one.release === release)) || null,
    createdTerms:
      asked.do === 'determineFee' && release !== null ? await createdTerms(parts, organ, stream.id, release) : null,
    sameCallProposals: asked.do === 'determineFee' ? await sameCallProposals(parts, organ, { call, entry }) : null,
    other:
      asked.do === 'joinDuplicate' && asked.into !== stream.id
        ? await loadCase(parts, organ, 'proposal', asked.into)
        : null,
    birthDates: isRetyped(asked)
      ? (await casePeople(parts, organ, stream.id)).proposers.map((one) => one.birthDate)
      : [],
    number: state === null ? await nextNumber(parts, organ, receivedOn) : null,
  };
}

const isRetyped = ({ do: name }: ProposalCommand) =>
  name === 'proposeTypingCorrection' || name === 'confirmTypingCorrection';

/** What a proposal is about and the day it is of: as it is filed, as it is to be corrected, or as it stands. */
function aboutOf(asked: ProposalCommand, state: ProposalState | null, { clock }: Pick<Parts, 'clock'>) {
  if (asked.do === 'receiveProposal') return { ...asked, release: null };
  if (asked.do === 'submitProposal') return { ...asked, release: null, receivedOn: clock.procedure().slice(0, 10) };
  if (asked.do === 'submitCreatedProposal') return { ...asked, call: null, receivedOn: clock.procedure().slice(0, 10) };
  if (asked.do === 'receiveCreatedProposal') return { ...asked, call: null };
  if (state === null) throw new Error(`${asked.do} begins no proposal`);
  const changes = asked.do === 'proposeTypingCorrection' ? asked.changes : state.pendingTyping?.changes;
  const receivedOn = (isRetyped(asked) ? changes?.receivedOn : null) ?? state.receivedOn;
  return { call: state.call, entry: state.entry, release: state.created?.release ?? null, receivedOn };
}

/** The other proposals that an offer names; the proposal itself is none of them. */
async function namedProposals(parts: Parts, organ: OrganId, own: string, ids: readonly string[]) {
  const found = await Promise.all(
    ids.map(async (id) => {
      const other = id === own ? null : await loadCase(parts, organ, 'proposal', id);
      if (!other) return [];
      const { stage, call, entry, proposers } = other;
      return [[id, { stage, call, entry, proposers: proposers.length }] as const];
    }),
  );
  return Object.fromEntries(found.flat());
}

/** The number of a proposal in its 年度; a gap stays where a receipt was refused. */
async function nextNumber({ events }: Parts, organ: OrganId, receivedOn: string) {
  const day = parseDay(receivedOn);
  if (!day) throw new Error(`no day: ${receivedOn}`);
  const fiscalYear = fiscalYearOf(day);
  return { fiscalYear, serial: await events.nextNumber(organ, `proposal:${fiscalYear}`) };
}

/** Tries the command on the rules as they stand. */
async function settingsFacts({ parts, organ, command }: Gathering): Promise<SettingsFacts> {
  const asked = command as SettingsCommand;
  const rules = parts.rules.inForce(organ, parts.clock.procedure().slice(0, 10));
  return {
    mistakes: rules ? mistakesOf(parts.rules, rules, asked) : [],
    expected: shapeWords(parts.rules.shapeOf(asked.setting)),
  };
}

function mistakesOf(book: Parts['rules'], rules: RuleSet, command: SettingsCommand): readonly string[] {
  const { setting } = command;
  if (command.do === 'setRuleValue' && canBeSet(rules, setting))
    return book.mistakesIn(withAtPath(rules, setting, asStands(setting, command.value, command.text)));
  if (command.do === 'correctCitation' && printedAt(rules, setting))
    return book.mistakesIn(withAtPath(rules, setting, { ...(atPath(rules, setting) as object), ...command.printed }));
  return [];
}

/** What the picture of a character is, by its content. */
async function papersFacts({ parts, command }: Gathering): Promise<PapersFacts> {
  const { picture = null } = command as Extract<PapersCommand, { readonly do: 'substituteCharacter' }>;
  return { picture: picture && pngSize(await parts.files.get(picture.digest)) };
}

async function releaseFacts(gathering: Gathering): Promise<ReleaseFacts> {
  const { parts, organ, command, state } = gathering;
  const [asked, release] = [command as ReleaseCommand, state as ReleaseState | null];
  const proposal = release && (await loadCase(parts, organ, 'proposal', release.proposal));
  return {
    package:
      asked.do === 'packRelease' && release
        ? await writePackage(parts, organ, gathering.stream.id, asked.name, release)
        : null,
    isKept: await isKept(gathering),
    derived:
      asked.do === 'deriveRecipe' && !release?.keyDestruction
        ? await keepDerivedRecipe(parts, organ, gathering.stream.id, asked)
        : null,
    chosen: proposal && { medium: proposal.form.medium, delivery: proposal.form.delivery },
    isOutsourced: (proposal?.fee?.outsourcingYen ?? null) !== null,
    standards: await standardsOf(parts, organ),
    source: asked.do === 'planReprovision' ? await loadCase(parts, organ, 'release', asked.of) : null,
  };
}

/** Source and recipe must lie in the vault: a plain file is never taken for one. */
async function isKept({ parts, organ, stream, command }: Gathering): Promise<boolean> {
  const asked = command as ReleaseCommand;
  const file = asked.do === 'handInSource' ? asked.source : asked.do === 'setRecipe' ? asked.recipe : null;
  return file === null || parts.vault.has({ organ, release: stream.id }, file.digest);
}

/** The days on which the organ set its standards (STP-27). */
async function standardsOf(parts: Parts, organ: OrganId): Promise<ReleaseFacts['standards']> {
  const standards = (await loadCase(parts, organ, 'office', officeStream.id))?.standards;
  return {
    processingStandard: standards?.processingStandard?.setOn ?? null,
    securityStandard: standards?.securityStandard?.setOn ?? null,
  };
}
