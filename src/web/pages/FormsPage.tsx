import type { BlankForm } from '../../app/documents/blankForms.ts';
import { homeWords } from '../../messages/homeWords.ts';
import { Layout } from '../components/Layout.tsx';
import type { Frame } from '../frame.ts';
import type { OrganCard } from '../organCard.ts';

interface FormsPageProps {
  readonly frame: Frame;
  readonly organ: OrganCard;
  readonly forms: readonly BlankForm[];
}

/** The blank forms of an organ, each as Word to be filled in and as PDF to be printed. */
export function FormsPage({ frame, organ, forms }: FormsPageProps) {
  const trail = [{ href: `/organs/${organ.id}`, label: organ.name }];
  return (
    <Layout frame={frame} title={homeWords.formsTitle} trail={trail}>
      <div class="intro">
        <p class="intro__shoulder">{organ.name}</p>
        <h1>{homeWords.formsTitle}</h1>
        <p>{forms.length > 0 ? homeWords.formsLead : homeWords.formsNone}</p>
      </div>
      <BlankForms organ={organ} forms={forms} />
    </Layout>
  );
}

/** Each form with its files. */
export function BlankForms({ organ, forms }: Pick<FormsPageProps, 'organ' | 'forms'>) {
  const path = `/organs/${organ.id}/forms`;
  return (
    <ul class="plain">
      {forms.map(({ id, name, number }) => (
        <li>
          <p>
            {number !== null && <span class="soft">{number}　</span>}
            {name}
          </p>
          <p class="actions">
            <a class="button button--small" href={`${path}/${id}.docx`} aria-label={`${name} Word`}>
              Word
            </a>
            <a class="button button--small" href={`${path}/${id}.pdf`} aria-label={`${name} PDF`}>
              PDF
            </a>
          </p>
        </li>
      ))}
    </ul>
  );
}
