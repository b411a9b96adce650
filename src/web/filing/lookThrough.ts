import { readCommand } from '../../app/fields/commandFields.ts';
import type { Filing } from '../../app/filing/filing.ts';
import { filingLacks } from '../../app/filing/filingLacks.ts';
import type { FilingSubject } from '../../app/filing/filingSubject.ts';
import { formFieldIds } from '../../core/proposal/form.ts';
import type { FormSection } from '../../messages/fieldWords.ts';
import { lackText } from '../../messages/filingWords.ts';
import { type Mistakes, mistakesOf, readWritten } from '../forms/readWritten.ts';
import type { StaffVisit } from '../route.ts';
import { isOfSection, type OpenDraft } from './openDraft.ts';

/** Something that a draft still wants, in words, and the control that it is about. */
export interface Lack {
  readonly path: string;
  readonly text: string;
}

/** What a look through a draft finds. */
export interface DraftLook {
  /** The fields of the command, as far as they were written. */
  readonly fields: Readonly<Record<string, unknown>>;
  /** What cannot be sent as it is. */
  readonly mistakes: Mistakes;
  /** What can be sent, and will be asked for. */
  readonly lacks: readonly Lack[];
}

/** Looks a draft through as the desk would look through the papers. */
export async function lookThrough({ parts, staff }: StaffVisit, open: OpenDraft): Promise<DraftLook> {
  const { form, filing, subject, command } = open;
  const read = readWritten(form.shape, form.written, new Set(form.plan.hidden));
  const fields = { ...read.fields, ...chosenBefore(filing, subject) };
  const judged = readCommand(command, fields);
  const mistakes =
    'errors' in judged ? mistakesOf(command, form.shape, read, judged.errors) : new Map<string, string>();
  const lacking = await filingLacks(parts, staff.account, filing.target, subject, fields);
  const lacks = lacking
    .map((part) => ({ path: lackPath(part), text: lackText(part) }))
    .filter(({ path }) => ![...mistakes.keys()].some((wrong) => wrong === path || wrong.startsWith(`${path}.`)));
  return { fields, mistakes, lacks };
}

function chosenBefore({ target }: Filing, { guideline }: FilingSubject): Readonly<Record<string, unknown>> {
  if (target.kind === 'call') return { call: target.call, entry: target.entry, acceptedGuideline: guideline ?? '-' };
  return target.kind === 'created' ? { entry: target.entry, release: target.release } : {};
}

/** The control that stands for a part of the papers. */
function lackPath(part: string): string {
  const [name = ''] = part.split(':');
  if (name === 'proposer') return 'proposers';
  if (name === 'agent') return 'agent';
  const box = {
    fileNameInRegister: 'fileName',
    itemDetail: 'items',
    itemInRegister: 'items',
    periodContradictory: 'period',
  }[name];
  const field = box ?? name;
  return formFieldIds.some((id) => id === field) ? `form.${field}` : 'attachments';
}

export type SectionStanding = 'empty' | 'partial' | 'done';

/** How far a step is. */
export function standingOf({ form }: OpenDraft, { mistakes, lacks }: DraftLook, section: FormSection): SectionStanding {
  const said = [...form.written].some(
    ([path, value]) => !path.endsWith('.rows') && value.trim() !== '' && isOfSection(section, path),
  );
  if (!said) return 'empty';
  const open = [...mistakes.keys(), ...lacks.map(({ path }) => path)];
  return open.some((path) => isOfSection(section, path)) ? 'partial' : 'done';
}
