import type { RegisterFieldId } from '../core/organ/registerField.ts';
import type { RuleSet } from '../core/organ/ruleSet.ts';
import type { Desk, EntryContents, RecordItem } from '../core/register/entry.ts';
import { registerWords } from '../messages/registerWords.ts';
import { staffWords } from '../messages/staffWords.ts';

/** How a part of an entry is written in a form. */
export type ControlKind = 'line' | 'text' | 'items' | 'lines' | 'yesNo' | 'fileKind' | 'desk';

const kinds = {
  fileName: 'line',
  organName: 'line',
  responsibleOrganization: 'line',
  purpose: 'text',
  recordItems: 'items',
  recordScope: 'text',
  collectionMethod: 'text',
  sensitiveInformation: 'yesNo',
  ordinanceSensitiveInformation: 'yesNo',
  regularRecipients: 'lines',
  disclosureDesk: 'desk',
  specialProcedure: 'text',
  fileKind: 'fileKind',
  manualCopy: 'yesNo',
  thirdPartyProcedure: 'yesNo',
  remarks: 'text',
} as const satisfies Record<keyof EntryContents, ControlKind>;

export type Part = keyof EntryContents;
const needed: readonly Part[] = ['fileName', 'recordItems'];

/** A part of an entry as a field of the form, with the label of the organ's own form. */
export interface FormField {
  readonly part: Part;
  readonly kind: ControlKind;
  readonly label: string;
  readonly isNeeded: boolean;
}

const isPart = (id: RegisterFieldId): id is RegisterFieldId & Part => id in kinds;

/** The fields that the organ's form has and that can be corrected, in its order. */
export const formFields = ({ registerFields }: RuleSet): readonly FormField[] =>
  registerFields.flatMap(({ id, label }) =>
    isPart(id) ? [{ part: id, kind: kinds[id], label, isNeeded: needed.includes(id) }] : [],
  );

/** What stands in the form, by field name; a desk has two fields. */
export type Written = ReadonlyMap<string, string>;

const itemText = ({ name, mayBeAbsent }: RecordItem) => `${name}${mayBeAbsent ? registerWords.mayBeAbsent : ''}`;
const yesNo = (value: boolean | null) => (value === null ? '' : value ? 'yes' : 'no');

/** An entry as the form shows it. */
export const writeContents = (contents: EntryContents): Written =>
  new Map([
    ...(['fileName', 'organName', 'responsibleOrganization', 'purpose', 'recordScope'] as const).map(
      (part): [string, string] => [part, contents[part]],
    ),
    ...(['collectionMethod', 'specialProcedure', 'remarks'] as const).map((part): [string, string] => [
      part,
      contents[part] ?? '',
    ]),
    ...(['sensitiveInformation', 'ordinanceSensitiveInformation', 'manualCopy', 'thirdPartyProcedure'] as const).map(
      (part): [string, string] => [part, yesNo(contents[part])],
    ),
    ['recordItems', contents.recordItems.map(itemText).join('\n')],
    ['regularRecipients', contents.regularRecipients.join('\n')],
    ['fileKind', contents.fileKind],
    ['disclosureDesk.name', contents.disclosureDesk?.name ?? ''],
    ['disclosureDesk.address', contents.disclosureDesk?.address ?? ''],
  ]);

const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

function readItem(line: string): RecordItem {
  const name = line.replace(/[（(]記録がない場合(が)?あり[）)]$/, '').trim();
  return { name, mayBeAbsent: name !== line };
}

const readYesNo = (text: string) => (text === 'yes' ? true : text === 'no' ? false : null);
const silentIfEmpty = (text: string) => (text.trim() === '' ? null : text.trim());

function readDesk(written: Written): Desk | null {
  const [name = '', address = ''] = ['name', 'address'].map((part) => written.get(`disclosureDesk.${part}`)?.trim());
  return name === '' && address === '' ? null : { name, address };
}

/** The part of an entry that the form says; text in the form is never lost, only trimmed. */
function readPart({ part, kind }: FormField, written: Written): Partial<EntryContents> {
  const text = written.get(part) ?? '';
  const silent = part === 'collectionMethod' || part === 'specialProcedure' || part === 'remarks';
  switch (kind) {
    case 'line':
    case 'text':
      return { [part]: silent ? silentIfEmpty(text) : text.trim() };
    case 'items':
      return { [part]: linesOf(text).map(readItem) };
    case 'lines':
      return { [part]: linesOf(text) };
    case 'yesNo':
      return { [part]: readYesNo(text) };
    case 'fileKind':
      return { [part]: text === 'manual' ? 'manual' : 'electronic' };
    case 'desk':
      return { [part]: readDesk(written) };
  }
}

/** All parts that the form says. A part that the form does not show is not among them. */
export const readContents = (fields: readonly FormField[], written: Written): Partial<EntryContents> =>
  Object.assign({}, ...fields.map((field) => readPart(field, written)));

/**
 * What was typed on an older version of the entry, brought onto the current one: a field that the person did not touch
 * gets what stands there now, so that nobody's correction is undone unseen.
 */
export const rebase = (written: Written, seen: Written, current: Written): Written =>
  new Map(
    [...written].map(([name, text]) => {
      const now = current.get(name);
      return [name, now !== undefined && text.trim() === seen.get(name)?.trim() ? now : text];
    }),
  );

/** The longest text of a field, in characters. */
const longestField = 4000;

/** What is wrong in a form, by field name. */
export function mistakesOf(fields: readonly FormField[], written: Written): ReadonlyMap<string, string> {
  const mistakes = new Map<string, string>();
  const lookAt = (name: string, label: string, isNeeded: boolean) => {
    const text = written.get(name)?.trim() ?? '';
    if (isNeeded && text === '') mistakes.set(name, staffWords.needed(label));
    if (text.length > longestField) mistakes.set(name, staffWords.tooLong(longestField));
  };
  for (const { part, label, isNeeded } of fields) lookAt(part, label, isNeeded);
  lookAt('correctedOn', staffWords.correctedOn, true);
  lookAt('reason', staffWords.reason, true);
  if (!isDay(written.get('correctedOn') ?? '')) mistakes.set('correctedOn', staffWords.wrongDay);
  const desk = readDesk(written);
  if (desk && (desk.name === '' || desk.address === '')) mistakes.set('disclosureDesk.name', staffWords.deskIncomplete);
  return mistakes;
}

/** Whether a text is a day of the calendar, `YYYY-MM-DD`. */
export const isDay = (text: string): boolean => {
  const moment = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : null;
  return moment !== null && !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(text);
};
