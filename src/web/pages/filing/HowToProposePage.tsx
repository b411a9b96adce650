import type { BlankForm } from '../../../app/documents/blankForms.ts';
import { filingWords } from '../../../messages/filingWords.ts';
import { homeWords } from '../../../messages/homeWords.ts';
import { noAssurance } from '../../../messages/noAssurance.ts';
import type { CallCard } from '../../callCards.ts';
import { Banner } from '../../components/Banner.tsx';
import { Facts } from '../../components/Facts.tsx';
import { Layout } from '../../components/Layout.tsx';
import { dayWords } from '../../components/momentWords.ts';
import { filingPath, guidelinePath } from '../../filing/filingPaths.ts';
import type { Frame } from '../../frame.ts';
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
  return (
    <Layout frame={frame} title={filingWords.howTitle} trail={[{ href: `/organs/${organ.id}`, label: organ.name }]}>
      <div class="intro">
        <p class="intro__shoulder">{organ.name}</p>
        <h1>{filingWords.howTitle}</h1>
      </div>
      <Way organ={organ} />
      <section class="section" aria-labelledby="until">
        <h2 id="until">{filingWords.howUntil}</h2>
        {calls.length === 0 && <p>{filingWords.howUntilNone}</p>}
        {calls.map((call) => (
          <article class="card">
            <h3>{call.title}</h3>
            <p>{`${dayWords(call.opensOn)}から${dayWords(call.closesOn)}${untilOf(organ)}まで`}</p>
            <p>
              <a href={guidelinePath(organ.id, call.id)}>{`${filingWords.openGuideline}（PDF）`}</a>
            </p>
          </article>
        ))}
      </section>
      <section class="section" aria-labelledby="where">
        <h2 id="where">{filingWords.howWhere}</h2>
        <Facts facts={[...intakeFacts(organ), ...contactFacts(organ)]} />
      </section>
      <section class="section" aria-labelledby="forms">
        <h2 id="forms">{filingWords.howForms}</h2>
        <p>{blanks.length > 0 ? homeWords.formsLead : homeWords.formsNone}</p>
        <BlankForms organ={organ} forms={blanks} />
      </section>
      <section class="section" aria-labelledby="consult">
        <h2 id="consult">{filingWords.howConsult}</h2>
        <p>{preCheck?.value === true ? filingWords.howConsultYes : filingWords.howConsultAsk}</p>
        <p>{noAssurance}</p>
      </section>
    </Layout>
  );
}

const untilOf = ({ rules: { intake } }: OrganCard): string =>
  intake.onlineFiling?.value === true && intake.closingTime !== null ? `　${intake.closingTime.value}` : '';

function Way({ organ }: Pick<HowToProposePageProps, 'organ'>) {
  const { onlineFiling, closingTime, channels } = organ.rules.intake;
  if (onlineFiling?.value !== true) {
    if (channels === null) return <Banner tone="quiet" title={filingWords.howUnknown} />;
    return (
      <Banner tone="quiet" title={filingWords.howPaper}>
        <p>{filingWords.howPaperText}</p>
      </Banner>
    );
  }
  if (closingTime === null)
    return (
      <Banner tone="quiet" title={filingWords.howOnline}>
        <p>{filingWords.howOnlineUnset}</p>
      </Banner>
    );
  return (
    <Banner tone="info" title={filingWords.howOnline}>
      <p>{filingWords.howOnlineText}</p>
      <p class="actions">
        <a class="button button--main" href={filingPath(organ.id)}>
          {filingWords.toOwn}
        </a>
      </p>
    </Banner>
  );
}
