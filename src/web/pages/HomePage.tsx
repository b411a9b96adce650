import type { Language } from '../../messages/language.ts';
import { type PublicWords, publicWords } from '../../messages/publicWords.ts';
import type { CallStanding } from '../callCards.ts';
import { type Chip, Chips } from '../components/Chips.tsx';
import { InJapanese } from '../components/InJapanese.tsx';
import { Layout } from '../components/Layout.tsx';
import { OrganName, organNameIn } from '../components/OrganName.tsx';
import type { Frame } from '../frame.ts';
import { languageOf, pathIn } from '../language.ts';
import type { OrganCard } from '../organCard.ts';

export interface HomeOrgan {
  readonly organ: OrganCard;
  readonly standing: CallStanding;
}

const standingChips = ({ home }: PublicWords): Record<CallStanding, Chip> => ({
  open: { tone: 'green', label: home.callOpen },
  coming: { tone: 'blue', label: home.callComing },
  none: { tone: 'gray', label: home.callNone },
});

/** The home of the installation: what this is, and the organs. */
export function HomePage({ frame, organs }: { readonly frame: Frame; readonly organs: readonly HomeOrgan[] }) {
  const language = languageOf(frame.path);
  const { site, home } = publicWords[language];
  return (
    <Layout frame={frame} title={site.name} language={language}>
      <div class="intro">
        <h1>{home.title}</h1>
        <p>{home.lead}</p>
        <p>{home.leadUse}</p>
      </div>
      <section class="section" aria-labelledby="organs">
        <h2 id="organs">{home.organs}</h2>
        {organs.length === 0 && <p>{home.noOrgans}</p>}
        <ul class="cards">
          {organs.map((one) => (
            <OrganEntry {...one} language={language} />
          ))}
        </ul>
      </section>
      <Flow language={language} />
    </Layout>
  );
}

function OrganEntry({ organ, standing, language }: HomeOrgan & { readonly language: Language }) {
  const { id, rules } = organ;
  const words = publicWords[language];
  const { home } = words;
  return (
    <li class="card">
      <h3>
        <a href={pathIn(language, `/organs/${id}`)}>
          <OrganName organ={organ} language={language} />
        </a>
      </h3>
      {rules.terms.data && (
        <p class="small soft">
          {home.term('')}
          <InJapanese on={language}>{rules.terms.data.value}</InJapanese>
        </p>
      )}
      <Chips chips={[standingChips(words)[standing]]} />
      <p>
        <a
          href={pathIn(language, `/organs/${id}/register`)}
          aria-label={home.openRegister(organNameIn(language, organ))}
        >
          {words.register.title}
        </a>
      </p>
    </li>
  );
}

function Flow({ language }: { readonly language: Language }) {
  const { home } = publicWords[language];
  return (
    <section class="section" aria-labelledby="flow">
      <h2 id="flow">{home.flow}</h2>
      <ol class="flow">
        {home.steps.map(({ title, text }) => (
          <li>
            <h3>{title}</h3>
            <p>{text}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}
