import type { BlankForm } from '../../../app/documents/blankForms.ts';
import { fieldAt } from '../../../app/fields/fieldShape.ts';
import type { FormSection } from '../../../messages/fieldWords.ts';
import { filingWords } from '../../../messages/filingWords.ts';
import { formWords } from '../../../messages/formWords.ts';
import { Banner } from '../../components/Banner.tsx';
import { CommandField } from '../../components/CommandField.tsx';
import { DraftPapers } from '../../components/DraftPapers.tsx';
import { draftPath, sectionPath } from '../../filing/filingPaths.ts';
import type { OpenDraft } from '../../filing/openDraft.ts';
import { controlName } from '../../forms/written.ts';
import type { Frame } from '../../frame.ts';
import type { OrganCard } from '../../organCard.ts';
import { Asked } from './DraftPage.tsx';
import { FilingLayout } from './FilingLayout.tsx';

export interface DraftSectionPageProps {
  readonly frame: Frame;
  readonly organ: OrganCard;
  readonly open: OpenDraft;
  /** From 1. */
  readonly number: number;
  readonly section: FormSection;
  /** What the step said when the page was made. */
  readonly mark: string;
  readonly isConflict: boolean;
  /** Forms to be filled in, by the papers that they are for. */
  readonly blanks: readonly BlankForm[];
}

/** One step of a draft. Saving is never refused for what it lacks. */
export function DraftSectionPage(props: DraftSectionPageProps) {
  const { frame, organ, open, number, section } = props;
  const { draft, command, form } = open;
  const files = section.fields.includes('attachments');
  const title = `${number}. ${section.title}`;
  const trail = [{ href: draftPath(organ.id, draft.id), label: filingWords.draftTitle[command] }];
  return (
    <FilingLayout frame={frame} organ={organ} title={section.title} trail={trail}>
      <div class="intro">
        <p class="intro__shoulder">{open.subject.title}</p>
        <h1>{title}</h1>
        {section.lead && <p>{section.lead}</p>}
      </div>
      <Notices {...props} />
      <Asked open={open} />
      <form
        class="form"
        method="post"
        action={sectionPath(organ.id, draft.id, number)}
        {...(files ? { enctype: 'multipart/form-data' } : {})}
        novalidate
      >
        <button class="default-button" type="submit" name="step" value="save" tabindex={-1}>
          {filingWords.save}
        </button>
        <input type="hidden" name="seen" value={props.mark} />
        {files ? (
          <DraftPapers organ={organ} form={form} blanks={props.blanks} />
        ) : (
          section.fields.map((path) => {
            const shape = fieldAt(form.shape, path);
            return shape && <CommandField form={form} shape={shape} path={path} isAlone={isAlone(open, section)} />;
          })
        )}
        <div class="actions">
          <button class="button button--main" type="submit" name="step" value="next">
            {filingWords.saveNext}
          </button>
          <button class="button" type="submit" name="step" value="save">
            {filingWords.save}
          </button>
        </div>
      </form>
      <p>
        <a href={draftPath(organ.id, draft.id)}>{filingWords.back}</a>
      </p>
    </FilingLayout>
  );
}

const isAlone = ({ form }: OpenDraft, { fields }: FormSection): boolean =>
  fields.filter((path) => !form.plan.hidden.includes(path)).length === 1;

function Notices({ isConflict, open: { form } }: DraftSectionPageProps) {
  if (isConflict)
    return (
      <Banner tone="error" title={filingWords.conflictTitle}>
        <p>{filingWords.conflictText}</p>
      </Banner>
    );
  if (form.mistakes.size === 0) return null;
  return (
    <Banner tone="error" title={formWords.invalidTitle.replace('保存していません：', '')}>
      <ul class="bullets">
        {[...form.mistakes].map(([path, text]) => (
          <li>
            <a href={`#${controlName(path)}`}>{text}</a>
          </li>
        ))}
      </ul>
    </Banner>
  );
}
