import type { PreCheck, PreCheckPersonal } from '../../core/register/preCheck.ts';
import { publicEntry } from '../../core/register/publicEntry.ts';
import type { OfficialDocument } from '../../documents/block.ts';
import { preCheckRecord } from '../../documents/forms/preCheckRecord.ts';
import { registerEntry } from '../../documents/forms/registerEntry.ts';
import { roleWords } from '../../messages/roleWords.ts';
import { loadCase } from '../loadCase.ts';
import type { Occasion } from './occasion.ts';

/** 個人情報ファイル簿 of an entry whenever what the public sees of it changes (FRM-01..03). */
export async function entryPapers({ parts, organ, rules, event }: Occasion): Promise<readonly OfficialDocument[]> {
  const state = await loadCase(parts, organ, 'register', event.stream.id);
  const entry = state && publicEntry(state);
  if (!state || !entry) return [];
  const { entryDate, solicited, solicitationDesk, createdData, ...contents } = entry;
  const facts = { entryDate, entryDateAsWritten: state.entryDate.asWritten, solicited, solicitationDesk, createdData };
  return [registerEntry(rules, { ...facts, contents })];
}

/** 事前相談の記録 (STP-05). */
export async function preCheckPapers({ parts, organ, rules, event }: Occasion): Promise<readonly OfficialDocument[]> {
  const state = await loadCase(parts, organ, 'register', event.stream.id);
  const { on, way } = event.data as PreCheck;
  const personal = event.personal as PreCheckPersonal | null;
  if (!state || !personal) return [];
  const { asker, note } = personal;
  const answeredBy = roleWords[event.actor.role];
  return [preCheckRecord(rules, { on, way, fileName: state.contents.fileName, asker, answeredBy, note })];
}
