import type { RegisterFieldId } from '../core/organ/registerField.ts';
import type { RuleSet } from '../core/organ/ruleSet.ts';
import type { CreatedData, Desk } from '../core/register/entry.ts';
import type { PublicEntry } from '../core/register/publicEntry.ts';
import { registerWords } from '../messages/registerWords.ts';
import { dayWords } from './components/momentWords.ts';

/** A field of the organ's register form with what an entry says there; null = the entry is silent. */
export interface SheetField {
  readonly id: RegisterFieldId;
  readonly label: string;
  readonly value: readonly string[] | null;
  /** The field is left out by 法75条3項. */
  readonly omitted: boolean;
}

/** An entry in the order and with the labels of the organ's own form (FRM-01 to FRM-03). */
export const registerSheet = (entry: PublicEntry, rules: RuleSet): readonly SheetField[] =>
  rules.registerFields.map(({ id, label }) => {
    const value = values[id](entry, rules);
    return { id, label, value: value && value.length > 0 ? value : null, omitted: entry.omitted.includes(id) };
  });

type Value = (entry: PublicEntry, rules: RuleSet) => readonly string[] | null;

const text = (value: string | null) => (value === null || value.trim() === '' ? null : [value]);
const desk = (value: Desk | null) => (value ? [value.name, value.address].filter(Boolean) : null);
const present = (value: boolean | null) => (value === null ? null : [value ? registerWords.yes : registerWords.no]);
const mark = (value: boolean | null, { registerMarks }: RuleSet) => {
  if (value === null) return null;
  const word = value ? registerMarks?.value.yes : registerMarks?.value.no;
  return word ? [word] : null;
};

/** The data made from the file, each with its name before it where there are several. */
const created = (entry: PublicEntry, value: (data: CreatedData) => string | null) =>
  entry.createdData.flatMap((data) => {
    const words = value(data);
    if (words === null) return [];
    return [entry.createdData.length > 1 ? `${data.name}：${words}` : words];
  });

const values: Record<RegisterFieldId, Value> = {
  entryDate: (entry) => [dayWords(entry.entryDate)],
  organName: (entry) => text(entry.organName),
  fileName: (entry) => text(entry.fileName),
  responsibleOrganization: (entry) => text(entry.responsibleOrganization),
  purpose: (entry) => text(entry.purpose),
  recordItems: (entry) =>
    entry.recordItems.map((item, at) => `${at + 1}. ${item.name}${item.mayBeAbsent ? registerWords.mayBeAbsent : ''}`),
  recordScope: (entry) => text(entry.recordScope),
  collectionMethod: (entry) => text(entry.collectionMethod),
  sensitiveInformation: (entry) => present(entry.sensitiveInformation),
  ordinanceSensitiveInformation: (entry) => present(entry.ordinanceSensitiveInformation),
  regularRecipients: (entry) =>
    entry.regularRecipients.length > 0 || entry.omitted.includes('regularRecipients')
      ? entry.regularRecipients
      : [registerWords.none],
  disclosureDesk: (entry) => desk(entry.disclosureDesk),
  specialProcedure: (entry) => text(entry.specialProcedure),
  fileKind: (entry) => [registerWords[entry.fileKind]],
  manualCopy: (entry) => (entry.fileKind === 'electronic' ? present(entry.manualCopy) : null),
  solicited: (entry, rules) => mark(entry.solicited, rules),
  thirdPartyProcedure: (entry, rules) => mark(entry.thirdPartyProcedure, rules),
  proposalDesk: (entry) => desk(entry.solicitationDesk),
  createdPersons: (entry) => created(entry, (data) => registerWords.persons(data.persons)),
  createdItems: (entry) => created(entry, (data) => data.items.join('、')),
  createdProposalDesk: (entry) => created(entry, (data) => `${data.desk.name} ${data.desk.address}`.trim()),
  createdProposalPeriod: (entry) =>
    created(entry, ({ period }) => period && registerWords.until(dayWords(period.from), dayWords(period.to))),
  remarks: (entry) => text(entry.remarks),
};
