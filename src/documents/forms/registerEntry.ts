import type { RegisterFieldId } from '../../core/organ/registerField.ts';
import type { RuleSet } from '../../core/organ/ruleSet.ts';
import type { CreatedData, Desk, EntryContents } from '../../core/register/entry.ts';
import type { Block, OfficialDocument } from '../block.ts';
import { fieldTable } from '../frame/fieldTable.ts';
import { ruleTable } from '../frame/ruleContents.ts';
import { sheet } from '../frame/sheet.ts';
import { inPersons } from '../wording/amounts.ts';
import { printedDay, printedSpan } from '../wording/printedDay.ts';

/** An entry as the public sees it, with what was created of its file. */
export interface RegisterEntryFacts {
  readonly entryDate: string;
  /** The day as it stands in a register that came in (平成31年7月1日); null = as counted. */
  readonly entryDateAsWritten: string | null;
  readonly contents: EntryContents;
  readonly solicited: boolean;
  readonly solicitationDesk: Desk | null;
  readonly createdData: readonly CreatedData[];
}

/** 個人情報ファイル簿, one file a sheet, in the organ's own fields and order (FRM-01..03). */
export function registerEntry(rules: RuleSet, facts: RegisterEntryFacts): OfficialDocument {
  const { fileName, organName } = facts.contents;
  const own = rules.registerFields.filter(({ id }) => !createdFields.includes(id) && id !== 'remarks');
  const remarks = rules.registerFields.filter(({ id }) => id === 'remarks');
  const created = rules.registerFields.filter(({ id }) => createdFields.includes(id));
  return sheet(rules, 'registerEntry', {
    date: facts.entryDate,
    title: '個人情報ファイル簿',
    required: { 個人情報ファイルの名称: fileName, 行政機関等の名称: organName, 記載する項目: rules.registerFields },
    blocks: [
      fieldTable(
        own.map(({ id, label }) => [label, valueIn(rules, facts, id)]),
        widths,
      ),
      ...createdBlocks(rules, facts, created),
      ...remarks.map(({ id, label }) => fieldTable([[label, valueIn(rules, facts, id)]], widths)),
      ...ruleTable(rules, 'registerItems', 'registerMinPersons', 'systematicFiles', 'createdDataItems'),
      ...rules.registerNotes.map(
        ({ label, wording }) => ({ type: 'paragraph', text: `${label}${wording ?? ''}` }) as const,
      ),
    ],
  });
}

const widths = [3, 4] as const;
const createdFields: readonly RegisterFieldId[] = [
  'createdPersons',
  'createdItems',
  'createdProposalDesk',
  'createdProposalPeriod',
];

/** One table for each created set; before any is made the fields stand empty (scenario 89). */
function createdBlocks(
  rules: RuleSet,
  { createdData }: RegisterEntryFacts,
  fields: RuleSet['registerFields'],
): readonly Block[] {
  const data = rules.terms.data?.value ?? '';
  const empty = fields.map(({ label }) => [label, '―'] as const);
  if (createdData.length === 0) return [{ type: 'heading', text: `${data}の概要` }, fieldTable(empty, widths)];
  return createdData.flatMap((created): readonly Block[] => [
    { type: 'heading', text: `${data}の概要（${created.name}）` },
    fieldTable(
      fields.map(({ id, label }) => [label, createdValue(rules, created, id)]),
      widths,
    ),
  ]);
}

function createdValue(rules: RuleSet, { persons, items, desk, period }: CreatedData, id: RegisterFieldId): string {
  const values: Partial<Record<RegisterFieldId, string>> = {
    createdPersons: inPersons(persons),
    createdItems: items.join('、'),
    createdProposalDesk: deskText(desk),
    createdProposalPeriod: period ? printedSpan(rules, period) : '―',
  };
  return values[id] ?? '―';
}

const deskText = (desk: Desk | null): string => (desk ? `${desk.name}　${desk.address}` : '―');
const mark = ({ registerMarks }: RuleSet, value: boolean | null): string => {
  if (value === null) return '―';
  return value ? (registerMarks?.value.yes ?? '該当') : (registerMarks?.value.no ?? '―');
};

/** The content of a field; ― where the entry is silent. */
function valueIn(rules: RuleSet, facts: RegisterEntryFacts, id: RegisterFieldId): string {
  const { contents, solicited, solicitationDesk, entryDate, entryDateAsWritten } = facts;
  const values: Partial<Record<RegisterFieldId, string | null>> = {
    entryDate: entryDateAsWritten ?? printedDay(rules, entryDate),
    organName: contents.organName,
    fileName: contents.fileName,
    responsibleOrganization: contents.responsibleOrganization,
    purpose: contents.purpose,
    recordItems: itemsText(contents),
    recordScope: contents.recordScope,
    collectionMethod: contents.collectionMethod,
    sensitiveInformation: included(contents.sensitiveInformation),
    ordinanceSensitiveInformation: included(contents.ordinanceSensitiveInformation),
    regularRecipients: contents.regularRecipients.length === 0 ? 'なし' : contents.regularRecipients.join('、'),
    disclosureDesk: deskText(contents.disclosureDesk),
    specialProcedure: contents.specialProcedure,
    fileKind: contents.fileKind === 'electronic' ? '電算処理ファイル' : 'マニュアル処理ファイル',
    manualCopy: contents.manualCopy === null ? null : contents.manualCopy ? '有' : '無',
    solicited: mark(rules, solicited),
    thirdPartyProcedure: mark(rules, contents.thirdPartyProcedure),
    proposalDesk: deskText(solicitationDesk),
    remarks: contents.remarks,
  };
  return values[id] ?? '―';
}

const included = (value: boolean | null): string | null => (value === null ? null : value ? '含む' : '含まない');

/** 1. 氏名 2. 性別 … with the note of those that may be absent. */
function itemsText({ recordItems }: EntryContents): string {
  const numbered = recordItems.map(({ name }, index) => `${index + 1}. ${name}`).join('　');
  const absent = recordItems.flatMap(({ mayBeAbsent }, index) => (mayBeAbsent ? [String(index + 1)] : []));
  return absent.length === 0 ? numbered : `${numbered}（${absent.join('・')}は記録がない場合あり）`;
}
