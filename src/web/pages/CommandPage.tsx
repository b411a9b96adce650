import type { Child } from 'hono/jsx';
import type { CaseKind } from '../../app/aggregates.ts';
import { fieldAt } from '../../app/fields/fieldShape.ts';
import { commandWords } from '../../messages/commandWords.ts';
import { type FormSection, formSections } from '../../messages/fieldWords.ts';
import { formWords } from '../../messages/formWords.ts';
import { commandPath } from '../casePaths.ts';
import { Banner } from '../components/Banner.tsx';
import { CommandField } from '../components/CommandField.tsx';
import type { CommandForm } from '../forms/commandForm.ts';
import { controlName } from '../forms/written.ts';
import type { Frame } from '../frame.ts';
import type { OrganCard } from '../organCard.ts';
import { CaseLayout } from './CaseLayout.tsx';
import { ConflictNotice, type ConflictProps } from './ConflictNotice.tsx';

/** What the page has to say about the last attempt. */
export type CommandNotice =
  | { readonly kind: 'invalid' }
  | { readonly kind: 'refused'; readonly text: string }
  | ({ readonly kind: 'conflict' } & ConflictProps);

/** What every page of a command knows. */
export interface CommandPageProps {
  readonly frame: Frame;
  readonly organ: OrganCard;
  readonly kind: CaseKind;
  /** `new` for a case that the command begins. */
  readonly id: string;
  /** The id of the case that begins, so that sending it twice begins it once. */
  readonly caseId: string;
  /** The name of the case; null before it begins. */
  readonly title: string | null;
  readonly form: CommandForm;
  readonly version: number;
  readonly commandId: string;
  readonly notice: CommandNotice | null;
  /** Parts of the case that help to fill in the form. */
  readonly beside?: Child;
}

/** The form of a command. */
export function CommandPage(props: CommandPageProps) {
  const { form, organ, kind, id, title } = props;
  const words = commandWords[form.command];
  const files = hasFiles(form);
  return (
    <CaseLayout {...props} page={words.title}>
      <div class="intro">
        {title !== null && <p class="intro__shoulder">{title}</p>}
        <h1>{words.title}</h1>
        <p>{words.lead}</p>
      </div>
      <Notice notice={props.notice} form={form} />
      {props.beside}
      <form
        class="form"
        method="post"
        action={commandPath(organ.id, kind, id, form.command)}
        {...(files ? { enctype: 'multipart/form-data' } : {})}
        novalidate
      >
        <DefaultButton step="check" label={words.submit} />
        <Carried {...props} />
        <Sections form={form} />
        <div class="actions">
          <button class="button button--main" type="submit" name="step" value="check">
            {words.final ? formWords.next : words.submit}
          </button>
          <a class="button" href={backHref(props)}>
            {formWords.cancel}
          </a>
        </div>
      </form>
    </CaseLayout>
  );
}

/** The button that the enter key presses: the first of the form, so that it never adds a row. */
export const DefaultButton = ({ step, label }: { readonly step: 'check' | 'give'; readonly label: string }) => (
  <button class="default-button" type="submit" name="step" value={step} tabindex={-1}>
    {label}
  </button>
);

/** Values that go with every step of a command: what is done once, and on what it was decided. */
export function Carried({ commandId, version, caseId }: Pick<CommandPageProps, 'commandId' | 'version' | 'caseId'>) {
  return (
    <>
      <input type="hidden" name="commandId" value={commandId} />
      <input type="hidden" name="expectedVersion" value={version} />
      <input type="hidden" name="caseId" value={caseId} />
    </>
  );
}

export const backHref = ({ organ, kind, id }: Pick<CommandPageProps, 'organ' | 'kind' | 'id'>): string => {
  const list = commandPath(organ.id, kind, id, 'openCall').replace(/\/do\/openCall$/, '');
  return id === 'new' ? list.replace(/\/new$/, '') : list;
};

const hasFiles = ({ shape }: CommandForm): boolean => JSON.stringify(shape).includes('"kind":"file"');

export function Notice({ notice, form }: Pick<CommandPageProps, 'notice' | 'form'>) {
  switch (notice?.kind) {
    case 'invalid':
      return (
        <Banner tone="error" title={formWords.invalidTitle}>
          <MistakeLinks form={form} />
        </Banner>
      );
    case 'refused':
      return (
        <Banner tone="error" title={formWords.refusedTitle}>
          <p>{notice.text}</p>
        </Banner>
      );
    case 'conflict':
      return <ConflictNotice {...notice} />;
    default:
      return null;
  }
}

function MistakeLinks({ form: { mistakes } }: { readonly form: CommandForm }) {
  return (
    <ul class="bullets">
      {[...mistakes].map(([path, text]) => (
        <li>
          <a href={`#${controlName(path)}`}>{text}</a>
        </li>
      ))}
    </ul>
  );
}

/** The fields under their headings; a command without headings of its own has its fields as they come. */
function Sections({ form }: { readonly form: CommandForm }) {
  const sections = formSections[form.command];
  if (form.shape.fields.length === 0) return <p>{formWords.noFields}</p>;
  if (!sections) return <CommandField form={form} shape={form.shape} path="" />;
  return (
    <>
      {sections
        .filter(({ fields }) => fields.some((path) => !form.plan.hidden.includes(path)))
        .map((section, at) => (
          <Section form={form} section={section} id={`section-${at + 1}`} />
        ))}
    </>
  );
}

interface SectionProps {
  readonly form: CommandForm;
  readonly section: FormSection;
  readonly id: string;
}

function Section({ form, section: { title, lead, fields }, id }: SectionProps) {
  return (
    <section class="section" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {lead && <p>{lead}</p>}
      {fields.map((path) => {
        const shape = fieldAt(form.shape, path);
        return shape && <CommandField form={form} shape={shape} path={path} isAlone={fields.length === 1} />;
      })}
    </section>
  );
}
