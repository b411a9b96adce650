import { raw } from 'hono/html';
import type { CaseKind } from '../../app/aggregates.ts';
import type { CasePaper } from '../../app/cases/casePapers.ts';
import { paperWords } from '../../messages/paperWords.ts';
import { casePath } from '../casePaths.ts';
import { Banner } from '../components/Banner.tsx';
import { Facts } from '../components/Facts.tsx';
import { Field } from '../components/Field.tsx';
import { dayWords } from '../components/momentWords.ts';
import type { Frame } from '../frame.ts';
import type { OrganCard } from '../organCard.ts';
import { CaseLayout } from './CaseLayout.tsx';

export interface PaperPageProps {
  readonly frame: Frame;
  readonly organ: OrganCard;
  readonly kind: CaseKind;
  readonly id: string;
  readonly title: string;
  readonly paper: CasePaper;
  /** The paper as HTML of our own making: every text in it is escaped. */
  readonly html: string;
  readonly mayCorrect: boolean;
  readonly maySubstitute: boolean;
  readonly today: string;
  readonly commandId: string;
  /** What was done or refused by the last try. */
  readonly notice: { readonly tone: 'success' | 'error'; readonly text: string } | null;
  /** What was typed, to be tried again. */
  readonly written: URLSearchParams;
}

export const paperPath = ({ organ, kind, id }: Pick<PaperPageProps, 'organ' | 'kind' | 'id'>, paper: string): string =>
  `${casePath(organ.id, kind, id)}/papers/${paper}`;

/** One paper of a case: as it was issued, its files with their digests, what can't be printed, and its correction. */
export function PaperPage(props: PaperPageProps) {
  const { paper, notice } = props;
  return (
    <CaseLayout {...props} page={paper.title}>
      <div class="intro">
        <p class="intro__shoulder">{props.title}</p>
        <h1>{paper.title}</h1>
      </div>
      {notice && <Banner tone={notice.tone} title={notice.text} />}
      {paper.missing.length > 0 ? <Missing {...props} /> : <Kept {...props} />}
      <section class="section" aria-labelledby="content">
        <h2 id="content">{paperWords.content}</h2>
        {raw(props.html)}
      </section>
      {props.mayCorrect && paper.kept && <Correct {...props} />}
    </CaseLayout>
  );
}

function Kept(props: PaperPageProps) {
  const { paper } = props;
  const { kept } = paper;
  return (
    <section class="section" aria-labelledby="kept">
      <h2 id="kept">{kept ? paperWords.kept : paperWords.preparing}</h2>
      {kept && <p>{paperWords.keptLead}</p>}
      <p class="actions">
        <a class="button" href={paperPath(props, `${paper.id}.pdf`)}>
          {paperWords.pdf}
        </a>
        <a class="button" href={paperPath(props, `${paper.id}.docx`)}>
          {paperWords.word}
        </a>
      </p>
      {kept && (
        <Facts
          facts={[
            [paperWords.number, kept.documentNumber],
            [paperWords.date, dayWords(kept.date)],
            [paperWords.digestPdf, <code>{kept.pdf.digest}</code>],
            [paperWords.digestWord, <code>{kept.word.digest}</code>],
            ...(kept.corrects ? ([[paperWords.corrects, kept.corrects]] as const) : []),
            ...(kept.reason ? ([[paperWords.reason, kept.reason]] as const) : []),
          ]}
        />
      )}
    </section>
  );
}

function Missing(props: PaperPageProps) {
  const { missing } = props.paper;
  const characters = [...new Map(missing.map((one) => [one.character, one])).values()];
  return (
    <section class="section" aria-labelledby="missing">
      <h2 id="missing">{paperWords.missingTitle}</h2>
      <p>{paperWords.missingLead}</p>
      <ul class="bullets">
        {missing.map(({ character, codes, field }) => (
          <li>{paperWords.missingAt(character, codes, field)}</li>
        ))}
      </ul>
      {props.maySubstitute &&
        characters.map((one, index) => (
          <Substitute props={props} index={index} character={one.character} codes={one.codes} />
        ))}
    </section>
  );
}

interface SubstituteProps {
  readonly props: PaperPageProps;
  readonly index: number;
  readonly character: string;
  readonly codes: string;
}

function Substitute({ props, index, character, codes }: SubstituteProps) {
  const written = props.written.get('character') === character ? props.written : new URLSearchParams();
  return (
    <form
      class="form"
      method="post"
      action={paperPath(props, `${props.paper.id}/substitute`)}
      enctype="multipart/form-data"
    >
      <h3>{paperWords.substituteTitle(character, codes)}</h3>
      <input type="hidden" name="commandId" value={`${props.commandId}`} />
      <input type="hidden" name="character" value={character} />
      <Field
        name={`text-${index}`}
        label={paperWords.substituteText}
        hint={paperWords.substituteTextHint}
        control={({ name: _, ...ties }) => (
          <input class="input input--short" name="text" value={written.get('text') ?? ''} {...ties} />
        )}
      />
      <Field
        name={`picture-${index}`}
        label={paperWords.substitutePicture}
        hint={paperWords.substitutePictureHint}
        control={({ name: _, ...ties }) => <input class="input input--file" type="file" name="picture" {...ties} />}
      />
      <Field
        name={`reason-${index}`}
        label={paperWords.substituteReason}
        hint={paperWords.substituteReasonHint}
        isNeeded
        control={({ name: _, ...ties }) => (
          <input class="input" name="reason" value={written.get('reason') ?? ''} {...ties} />
        )}
      />
      <div class="actions">
        <button class="button button--main" type="submit">
          {paperWords.substitute}
        </button>
      </div>
    </form>
  );
}

function Correct(props: PaperPageProps) {
  const { paper, written, today } = props;
  return (
    <section class="section" aria-labelledby="correct">
      <h2 id="correct">{paperWords.correctTitle}</h2>
      <p>{paperWords.correctLead}</p>
      <form class="form" method="post" action={paperPath(props, `${paper.id}/correct`)}>
        <input type="hidden" name="commandId" value={props.commandId} />
        <Field
          name="documentNumber"
          label={paperWords.newNumber}
          control={(ties) => <input class="input" value={written.get('documentNumber') ?? ''} {...ties} />}
        />
        <Field
          name="date"
          label={paperWords.newDate}
          isNeeded
          control={(ties) => (
            <input class="input input--short" type="date" value={written.get('date') ?? today} {...ties} />
          )}
        />
        <Field
          name="reason"
          label={paperWords.reason}
          isNeeded
          control={(ties) => <input class="input" value={written.get('reason') ?? ''} {...ties} />}
        />
        <div class="actions">
          <button class="button" type="submit">
            {paperWords.correct}
          </button>
        </div>
      </form>
    </section>
  );
}
