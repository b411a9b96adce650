import { formPlan } from '../../app/cases/formPlan.ts';
import { shapeOf } from '../../app/fields/fieldShape.ts';
import { commandOf, type Filing, type FilingCommand, filingOf } from '../../app/filing/filing.ts';
import { type FilingSubject, filingSubject } from '../../app/filing/filingSubject.ts';
import type { Draft } from '../../app/ports/draftStore.ts';
import { type FormSection, formSections } from '../../messages/fieldWords.ts';
import type { CommandForm } from '../forms/commandForm.ts';
import type { StaffVisit } from '../route.ts';
import { withPapersInPlace } from './papers.ts';

/** A draft with everything that its pages show. */
export interface OpenDraft {
  readonly draft: Draft;
  readonly filing: Filing;
  readonly subject: FilingSubject;
  readonly command: FilingCommand;
  readonly form: CommandForm;
  /** The steps that are asked in this filing. */
  readonly sections: readonly FormSection[];
}

/** What the plan of a filing is asked for. */
export const askedOf = (
  { target }: Pick<Filing, 'target'>,
  { actor }: StaffVisit['staff'],
): Readonly<Record<string, string>> => ({
  ...(target.kind === 'correction' ? {} : { entry: target.entry }),
  ...(target.kind === 'call' ? { call: target.call } : {}),
  ...(target.kind === 'created' ? { release: target.release } : {}),
  as: actor.role,
});

/** The person's draft of this id, with its form; null when they have none, or when what it goes to is gone. */
export async function openDraft({ parts, organ, staff }: StaffVisit, id: string): Promise<OpenDraft | null> {
  const { account } = staff;
  const draft = await parts.drafts.find({ organ: organ.id, person: account.person }, id);
  const filing = draft && filingOf(draft);
  const subject = filing && (await filingSubject(parts, account, filing.target));
  if (!draft || !filing || !subject) return null;
  const command = commandOf(filing.target);
  const plan = await formPlan(parts, organ.id, command, subject.record, askedOf(filing, staff));
  const written = withPapersInPlace(plan, new URLSearchParams(filing.written));
  const form = { command, shape: shapeOf(command), plan, written, mistakes: new Map<string, string>() };
  const sections = (formSections[command] ?? []).filter(({ fields }) =>
    fields.some((path) => !plan.hidden.includes(path)),
  );
  return { draft, filing, subject, command, form, sections };
}

/** Whether a control belongs to a step. */
export const isOfSection = ({ fields }: FormSection, path: string): boolean =>
  fields.some((field) => path === field || path.startsWith(`${field}.`) || field.startsWith(`${path}.`));
