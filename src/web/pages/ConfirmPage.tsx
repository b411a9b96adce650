import type { TypingPreview } from '../../core/proposal/typingChanges.ts';
import { commandWords } from '../../messages/commandWords.ts';
import { formWords } from '../../messages/formWords.ts';
import { commandPath } from '../casePaths.ts';
import { Banner } from '../components/Banner.tsx';
import { Facts } from '../components/Facts.tsx';
import { PasswordField } from '../components/PasswordField.tsx';
import { valueWords } from '../forms/valueWords.ts';
import { controlName } from '../forms/written.ts';
import { CaseLayout } from './CaseLayout.tsx';
import { Carried, type CommandPageProps, DefaultButton, Notice } from './CommandPage.tsx';
import { typingFacts } from './facts/ReviewFacts.tsx';

export interface ConfirmPageProps extends CommandPageProps {
  /** Whether the person must show again who they are; the text is what was wrong with the last try. */
  readonly password: { readonly error: string | null } | null;
  /** What the correction of a typing error would move; null = it is none. */
  readonly typing: TypingPreview | null;
  /** Papers that would arise, as text. */
  readonly papers: readonly { readonly title: string; readonly text: string }[];
}

/** The last look before an act that cannot be taken back. */
export function ConfirmPage(props: ConfirmPageProps) {
  const { form, organ, kind, id, title, papers, password } = props;
  const words = commandWords[form.command];
  const values = valueWords(form);
  return (
    <CaseLayout {...props} page={formWords.confirmTitle(words.title)}>
      <div class="intro">
        {title !== null && <p class="intro__shoulder">{title}</p>}
        <h1>{formWords.confirmTitle(words.title)}</h1>
        <p>{formWords.confirmLead}</p>
      </div>
      <Notice notice={props.notice} form={form} />
      <Banner tone="warning" title={words.reversible ? formWords.confirmShown : formWords.confirmFinal}>
        <p>{words.final}</p>
      </Banner>
      {values.length > 0 && <Facts facts={values} />}
      {props.typing && <Facts facts={typingFacts(props.typing)} />}
      {papers.map(({ title: paper, text }) => (
        <details>
          <summary>{formWords.previewText(paper)}</summary>
          <div class="paper">{text}</div>
        </details>
      ))}
      <form class="form" method="post" action={commandPath(organ.id, kind, id, form.command)}>
        <DefaultButton step="give" label={words.submit} />
        <Carried {...props} />
        {[...form.written].map(([name, value]) => (
          <input type="hidden" name={controlName(name)} value={value} />
        ))}
        {papers.length > 0 && (
          <div class="actions">
            <button class="button" type="submit" name="step" value="preview" formtarget="_blank">
              {formWords.preview}
            </button>
          </div>
        )}
        {password && <PasswordField error={password.error} />}
        <div class="actions">
          <button class="button button--main" type="submit" name="step" value="give">
            {words.submit}
          </button>
          <button class="button" type="submit" name="step" value="edit" formnovalidate>
            {formWords.back}
          </button>
        </div>
      </form>
    </CaseLayout>
  );
}
