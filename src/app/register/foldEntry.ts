import { publicEntry } from '../../core/register/publicEntry.ts';
import type { RegisterState } from '../../core/register/state.ts';
import { foldText } from '../../japan/foldText.ts';
import { marksOf, registerMarks } from './registerMarks.ts';

/**
 * The text in which an entry is looked for. Once an entry is public only what the public sees counts, so that a search
 * never tells of an omitted part. The marks of the filters stand at its end.
 */
export function foldEntry(state: RegisterState): string {
  const open = publicEntry(state);
  const shown = open ?? state.contents;
  const desks = [shown.disclosureDesk, state.solicitationDesk].flatMap((desk) =>
    desk ? [desk.name, desk.address] : [],
  );
  const created = state.createdData.flatMap(({ name, items }) => [name, ...items]);
  const texts = [
    shown.fileName,
    shown.organName,
    shown.responsibleOrganization,
    shown.purpose,
    ...shown.recordItems.map((item) => item.name),
    shown.recordScope,
    shown.collectionMethod,
    ...shown.regularRecipients,
    shown.specialProcedure,
    shown.remarks,
    ...desks,
    ...created,
  ];
  const marks = open ? marksOf(open).map((mark) => registerMarks[mark]) : [];
  return [foldText(texts.filter((text) => text !== null).join('\n')), ...marks].join(' ');
}
