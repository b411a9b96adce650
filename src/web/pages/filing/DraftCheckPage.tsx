import { fieldAt } from '../../../app/fields/fieldShape.ts';
import type { FormSection } from '../../../messages/fieldWords.ts';
import { filingWords } from '../../../messages/filingWords.ts';
import { Banner } from '../../components/Banner.tsx';
import { Facts } from '../../components/Facts.tsx';
import { draftPath, guidelinePath, sectionPath } from '../../filing/filingPaths.ts';
import type { DraftLook } from '../../filing/lookThrough.ts';
import { isOfSection, type OpenDraft } from '../../filing/openDraft.ts';
import { type Value, valueWords } from '../../forms/valueWords.ts';
import { controlName } from '../../forms/written.ts';
import type { Frame } from '../../frame.ts';
import type { OrganCard } from '../../organCard.ts';
import { Closing } from './DraftPage.tsx';
import { FilingLayout } from './FilingLayout.tsx';

export interface DraftCheckPageProps {
  readonly frame: Frame;
  readonly organ: OrganCard;
  readonly open: OpenDraft;
  readonly look: DraftLook;
  /** What the review will ask, in the organ's words. */
  readonly criteria: readonly string[];
  /** Why the last try was not taken. */
  readonly refusal: string | null;
}

/** The last look before a filing is sent: what is missing, what was written, what the review asks. */
export function DraftCheckPage(props: DraftCheckPageProps) {
  const { frame, organ, open, look, criteria, refusal } = props;
  const { draft, command, subject } = open;
  const trail = [{ href: draftPath(organ.id, draft.id), label: filingWords.draftTitle[command] }];
  return (
    <FilingLayout frame={frame} organ={organ} title={filingWords.checkTitle} trail={trail}>
      <div class="intro">
        <p class="intro__shoulder">{subject.title}</p>
        <h1>{filingWords.checkTitle}</h1>
        <p>{filingWords.checkLead}</p>
      </div>
      {refusal && (
        <Banner tone="error" title={filingWords.submitRefused}>
          <p>{refusal}</p>
        </Banner>
      )}
      <Closing open={open} />
      <Wanting organ={organ} open={open} look={look} />
      <Answers {...props} />
      {criteria.length > 0 && command !== 'submitCorrection' && (
        <section class="section" aria-labelledby="criteria">
          <h2 id="criteria">{filingWords.checksTitle}</h2>
          <p>{filingWords.checksLead}</p>
          <ul class="bullets">
            {criteria.map((criterion) => (
              <li>{criterion}</li>
            ))}
          </ul>
        </section>
      )}
      {subject.isOpen && look.mistakes.size === 0 && <Sending {...props} />}
    </FilingLayout>
  );
}

/** Where a control is written. */
const placeOf = ({ draft, sections }: OpenDraft, organ: OrganCard, path: string): string => {
  const at = sections.findIndex((section) => isOfSection(section, path));
  return at < 0
    ? draftPath(organ.id, draft.id)
    : `${sectionPath(organ.id, draft.id, at + 1)}?look=1#${controlName(path)}`;
};

function Wanting({ organ, open, look: { mistakes, lacks } }: Pick<DraftCheckPageProps, 'organ' | 'open' | 'look'>) {
  const wrong = [...mistakes].map(([path, text]) => ({ path, text }));
  const list = (items: readonly { readonly path: string; readonly text: string }[]) => (
    <ul class="bullets">
      {items.map(({ path, text }) => (
        <li>
          <a href={placeOf(open, organ, path)}>{text}</a>
        </li>
      ))}
    </ul>
  );
  return (
    <>
      {wrong.length > 0 && (
        <Banner tone="error" title={filingWords.mistakesTitle}>
          {list(wrong)}
        </Banner>
      )}
      {lacks.length > 0 && (
        <Banner tone="warning" title={filingWords.lacksTitle(lacks.length)}>
          <p>{filingWords.lacksText}</p>
          {list(lacks)}
        </Banner>
      )}
      {wrong.length + lacks.length === 0 && (
        <Banner tone="success" title={filingWords.completeTitle}>
          <p>{filingWords.completeText}</p>
        </Banner>
      )}
    </>
  );
}

function Answers({ organ, open }: DraftCheckPageProps) {
  const { draft, sections } = open;
  return (
    <section class="section" aria-labelledby="answers">
      <h2 id="answers">{filingWords.answers}</h2>
      {sections.map((section, at) => {
        const values = valuesOf(open, section);
        return (
          <section class="card" aria-label={section.title}>
            <h3>{section.title}</h3>
            {values.length === 0 ? <p>{filingWords.nothingWritten}</p> : <Facts facts={values} />}
            <p>
              <a href={sectionPath(organ.id, draft.id, at + 1)}>{filingWords.edit(section.title)}</a>
            </p>
          </section>
        );
      })}
    </section>
  );
}

const valuesOf = ({ form }: OpenDraft, { fields }: FormSection): readonly Value[] =>
  fields.flatMap((path) => {
    const shape = fieldAt(form.shape, path);
    return shape ? valueWords(form, shape, path) : [];
  });

function Sending({ organ, open, look }: DraftCheckPageProps) {
  const { draft, filing, command, subject } = open;
  const { guideline } = subject;
  const words = look.lacks.length === 0 ? filingWords.submit : filingWords.submitLacking;
  return (
    <section class="section" aria-labelledby="send">
      <h2 id="send">{filingWords.submitTitle}</h2>
      <p>{filingWords.submitFinal}</p>
      <form class="form" method="post" action={`${draftPath(organ.id, draft.id)}/check`}>
        {guideline !== null && filing.target.kind === 'call' && (
          <>
            <p>
              <a href={guidelinePath(organ.id, filing.target.call)}>{filingWords.openGuideline}（PDF）</a>
            </p>
            <div class="field">
              <label class="check">
                <input type="checkbox" id="accepted" name="accepted" value={guideline} />
                {filingWords.accept(guideline)}
              </label>
            </div>
          </>
        )}
        <div class="actions">
          <button class="button button--main" type="submit">
            {words[command]}
          </button>
        </div>
      </form>
    </section>
  );
}
