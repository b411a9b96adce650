import { publicEntry } from '../../core/register/publicEntry.ts';
import type { RegisterState } from '../../core/register/state.ts';
import { foldText } from '../../japan/foldText.ts';

/**
 * The text in which an entry is looked for. Once an entry is public only what the public sees counts, so that a search
 * never tells of an omitted part.
 */
export function foldEntry(state: RegisterState): string {
  const shown = publicEntry(state) ?? state.contents;
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
  return foldText(texts.filter((text) => text !== null).join('\n'));
}
