import type { RegisterFieldId } from '../../core/organ/registerField.ts';
import type { RuleSet } from '../../core/organ/ruleSet.ts';
import { registerWords } from '../../messages/registerWords.ts';

/** A cell that can't be read: the field it belongs to, and what should stand there. */
export interface CellProblem {
  readonly field: RegisterFieldId;
  readonly message: string;
}

/** A row of a register as the fields of `registerFile`, unchecked but for what the cells themselves must be. */
export interface EntryFields {
  readonly fields: { readonly contents: Readonly<Record<string, unknown>>; readonly entryDate: string };
  readonly problems: readonly CellProblem[];
  /** Fields that stand in the row and are not taken over. */
  readonly leftOut: readonly RegisterFieldId[];
}

type Cells = Readonly<Partial<Record<RegisterFieldId, string>>>;

const yesWords = ['有', '含む', '該当', '○', 'あり', 'はい'];
const noWords = ['無', '含まない', '非該当', '×', 'なし', 'いいえ'];
const kinds: Readonly<Record<string, 'electronic' | 'manual'>> = {
  [registerWords.electronic]: 'electronic',
  [registerWords.manual]: 'manual',
  電算処理: 'electronic',
  マニュアル処理: 'manual',
};
/** What an import does not decide: the flag needs its tests, created data its release. */
const decidedElsewhere: readonly RegisterFieldId[] = [
  'solicited',
  'proposalDesk',
  'createdPersons',
  'createdItems',
  'createdProposalDesk',
  'createdProposalPeriod',
];

const trimmed = (cells: Cells, field: RegisterFieldId): string => (cells[field] ?? '').trim();
const orNull = (text: string): string | null => (text === '' ? null : text);

/** Reads one row of the organ's register form. */
export function entryFromCells(cells: Cells, rules: RuleSet): EntryFields {
  const problems: CellProblem[] = [];
  const checked = <Value>(field: RegisterFieldId, read: (text: string) => Value | undefined, wanted: string) => {
    const text = trimmed(cells, field);
    if (text === '') return null;
    const value = read(text);
    if (value === undefined) problems.push({ field, message: wanted });
    return value ?? null;
  };
  const marks = rules.registerMarks?.value;
  const mark = (text: string) => readMark(text, marks?.yes ?? null, marks?.no ?? null);
  const yesOrNo = (field: RegisterFieldId) => checked(field, mark, '「有」か「無」で書いてください。');
  const contents = {
    fileName: trimmed(cells, 'fileName'),
    organName: trimmed(cells, 'organName'),
    responsibleOrganization: trimmed(cells, 'responsibleOrganization'),
    purpose: trimmed(cells, 'purpose'),
    recordItems: readItems(trimmed(cells, 'recordItems')),
    recordScope: trimmed(cells, 'recordScope'),
    collectionMethod: orNull(trimmed(cells, 'collectionMethod')),
    sensitiveInformation: yesOrNo('sensitiveInformation'),
    ordinanceSensitiveInformation: yesOrNo('ordinanceSensitiveInformation'),
    regularRecipients: readList(trimmed(cells, 'regularRecipients')),
    disclosureDesk: checked('disclosureDesk', readDesk, '1行目に名称、2行目に所在地を書いてください。'),
    specialProcedure: orNull(trimmed(cells, 'specialProcedure')),
    fileKind: checked(
      'fileKind',
      (text) => kinds[text],
      `「${registerWords.electronic}」か「${registerWords.manual}」で書いてください。`,
    ),
    manualCopy: yesOrNo('manualCopy'),
    thirdPartyProcedure: yesOrNo('thirdPartyProcedure'),
    remarks: orNull(trimmed(cells, 'remarks')),
  };
  const leftOut = decidedElsewhere.filter((field) => !['', ...noWords].includes(trimmed(cells, field)));
  return { fields: { contents, entryDate: withoutWesternYear(trimmed(cells, 'entryDate')) }, problems, leftOut };
}

function readMark(text: string, yes: string | null, no: string | null): boolean | undefined {
  if (text === yes || yesWords.includes(text)) return true;
  return text === no || noWords.includes(text) ? false : undefined;
}

/** 令和7年（2025年）12月1日（月） → 令和7年12月1日（月）. */
const withoutWesternYear = (text: string): string => text.replace(/（\d{4}年）/, '');

const readList = (text: string): string[] =>
  text
    .split(/[\n、]/)
    .map((part) => part.trim())
    .filter((part) => part !== '' && part !== registerWords.none);

function readDesk(text: string): { name: string; address: string } | undefined {
  const [name = '', ...address] = text.split('\n').map((part) => part.trim());
  return address.length > 0 && name !== '' ? { name, address: address.join(' ') } : undefined;
}

/**
 * 記録項目 as registers print them: one a line or numbered (`1. 氏名 2. 性別`), with 「記録がない場合あり」 behind an item or as
 * a note with numbers (`(5・6・7は記録がない場合あり)`).
 */
function readItems(text: string): { name: string; mayBeAbsent: boolean }[] {
  const note = /[(（]([\d０-９・、,，\s]+)は記録がない場合あり[)）]/.exec(text.normalize('NFC'));
  const noted = (note?.[1]?.normalize('NFKC') ?? '').split(/[・、,\s]+/).filter((part) => part !== '');
  const listed = note ? text.replace(note[0], '') : text;
  const absent = registerWords.mayBeAbsent;
  return listed
    .split(/\n|[、]|(?:^|\s+)(?=[\d０-９]+[.．])/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part, index) => {
      const [, number = String(index + 1), name = part] = /^([\d０-９]+)[.．]\s*(.*)$/s.exec(part) ?? [];
      const mayBeAbsent = name.endsWith(absent) || noted.includes(number.normalize('NFKC'));
      return { name: name.endsWith(absent) ? name.slice(0, -absent.length).trim() : name, mayBeAbsent };
    });
}
