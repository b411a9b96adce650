import type { BlankForm } from '../../../app/documents/blankForms.ts';
import type { Language } from '../../../messages/language.ts';
import { publicWords } from '../../../messages/publicWords.ts';
import type { CallCard } from '../../callCards.ts';
import { Banner } from '../../components/Banner.tsx';
import { Facts } from '../../components/Facts.tsx';
import { InJapanese } from '../../components/InJapanese.tsx';
import { Layout } from '../../components/Layout.tsx';
import { dayIn } from '../../components/momentWords.ts';
import { OrganName, organNameIn } from '../../components/OrganName.tsx';
import { filingPath, guidelinePath } from '../../filing/filingPaths.ts';
import type { Frame } from '../../frame.ts';
import { languageOf, pathIn } from '../../language.ts';
import type { OrganCard } from '../../organCard.ts';
import { BlankForms } from '../FormsPage.tsx';
import { contactFacts, intakeFacts } from '../OrganPage.tsx';

export interface HowToProposePageProps {
  readonly frame: Frame;
  readonly organ: OrganCard;
  readonly calls: readonly CallCard[];
  readonly blanks: readonly BlankForm[];
}

/** How a proposal is made at this organ: online, or on paper, where and until when. */
export function HowToProposePage({ frame, organ, calls, blanks }: HowToProposePageProps) {
  const { preCheck } = organ.rules.intake;
  const language = languageOf(frame.path);
  const { how, home, span, ...words } = publicWords[language];
  const trail = [{ href: pathIn(language, `/organs/${organ.id}`), label: organNameIn(language, organ) }];
  return (
    <Layout frame={frame} title={how.howTitle} trail={trail} language={language}>
      <div class="intro">
        <p class="intro__shoulder">
          <OrganName organ={organ} language={language} />
        </p>
        <h1>{how.howTitle}</h1>
      </div>
      <Way organ={organ} language={language} />
      <section class="section" aria-labelledby="until">
        <h2 id="until">{how.howUntil}</h2>
        {calls.length === 0 && <p>{how.howUntilNone}</p>}
        {calls.map((call) => (
          <article class="card">
            <h3>
              <InJapanese on={language}>{call.title}</InJapanese>
            </h3>
            <p>{span(dayIn[language](call.opensOn), dayIn[language](call.closesOn), untilOf(organ))}</p>
            <p>
              <a href={guidelinePath(organ.id, call.id)}>
                {language === 'ja' ? `${how.openGuideline}（PDF）` : `${how.openGuideline} (PDF)`}
              </a>
            </p>
          </article>
        ))}
      </section>
      <section class="section" aria-labelledby="where">
        <h2 id="where">{how.howWhere}</h2>
        <Facts facts={[...intakeFacts(organ, language), ...contactFacts(organ, language)]} />
      </section>
      <section class="section" aria-labelledby="forms">
        <h2 id="forms">{how.howForms}</h2>
        <p>{blanks.length > 0 ? home.formsLead : home.formsNone}</p>
        <div lang="ja">
          <BlankForms organ={organ} forms={blanks} />
        </div>
      </section>
      <section class="section" aria-labelledby="consult">
        <h2 id="consult">{how.howConsult}</h2>
        <p>{preCheck?.value === true ? how.howConsultYes : how.howConsultAsk}</p>
        <p>{words.noAssurance}</p>
      </section>
    </Layout>
  );
}

const untilOf = ({ rules: { intake } }: OrganCard): string =>
  intake.onlineFiling?.value === true && intake.closingTime !== null ? intake.closingTime.value : '';

function Way({ organ, language }: Pick<HowToProposePageProps, 'organ'> & { readonly language: Language }) {
  const { how } = publicWords[language];
  const { onlineFiling, closingTime, channels } = organ.rules.intake;
  if (onlineFiling?.value !== true) {
    if (channels === null) return <Banner tone="quiet" title={how.howUnknown} />;
    return (
      <Banner tone="quiet" title={how.howPaper}>
        <p>{how.howPaperText}</p>
      </Banner>
    );
  }
  if (closingTime === null)
    return (
      <Banner tone="quiet" title={how.howOnline}>
        <p>{how.howOnlineUnset}</p>
      </Banner>
    );
  return (
    <Banner tone="info" title={how.howOnline}>
      <p>{how.howOnlineText}</p>
      <p class="actions">
        <a class="button button--main" href={filingPath(organ.id)}>
          {how.toOwn}
        </a>
      </p>
    </Banner>
  );
}
