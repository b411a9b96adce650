import type { ListedCase } from '../../app/cases/searchCases.ts';
import type { TypingPreview } from '../../core/proposal/typingChanges.ts';
import { caseWords } from '../../messages/caseWords.ts';
import { commandWords } from '../../messages/commandWords.ts';
import { formWords } from '../../messages/formWords.ts';
import { stageWord } from '../../messages/stageWord.ts';
import { timelineWords } from '../../messages/timelineWords.ts';
import { commandPath } from '../casePaths.ts';
import { Banner } from '../components/Banner.tsx';
import { Facts } from '../components/Facts.tsx';
import { dayWords } from '../components/momentWords.ts';
import { PasswordField } from '../components/PasswordField.tsx';
import { Table } from '../components/Table.tsx';
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
  /** The open cases that would go to another person. */
  readonly handedOver: readonly ListedCase[];
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
      {props.handedOver.length > 0 && <HandedOver cases={props.handedOver} />}
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

/** By kind, name and next day: who hands over need not be somebody who may open the cases. */
function HandedOver({ cases }: { readonly cases: readonly ListedCase[] }) {
  return (
    <section class="section" aria-labelledby="handed-over">
      <h2 id="handed-over">{formWords.handedOver(cases.length)}</h2>
      <Table
        caption={formWords.handedOver(cases.length)}
        columns={[caseWords.inboxCase, caseWords.kind, caseWords.inboxStage, caseWords.inboxDue]}
        rows={cases.map(({ kind, id, number, title, stage, due }) => [
          [number && timelineWords.numberOf(number.fiscalYear, number.serial), title || id]
            .filter((part) => part !== null)
            .join('　'),
          caseWords.lists[kind].short,
          stageWord(stage),
          due ? dayWords(due) : caseWords.noDue,
        ])}
      />
    </section>
  );
}
