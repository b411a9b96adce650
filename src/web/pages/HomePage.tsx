import { homeWords } from '../../messages/homeWords.ts';
import { registerWords } from '../../messages/registerWords.ts';
import { siteWords } from '../../messages/siteWords.ts';
import type { CallStanding } from '../callCards.ts';
import { type Chip, Chips } from '../components/Chips.tsx';
import { Layout } from '../components/Layout.tsx';
import type { Frame } from '../frame.ts';
import type { OrganCard } from '../organCard.ts';

export interface HomeOrgan {
  readonly organ: OrganCard;
  readonly standing: CallStanding;
}

const standingChips: Record<CallStanding, Chip> = {
  open: { tone: 'green', label: homeWords.callOpen },
  coming: { tone: 'blue', label: homeWords.callComing },
  none: { tone: 'gray', label: homeWords.callNone },
};

/** The home of the installation: what this is, and the organs. */
export function HomePage({ frame, organs }: { readonly frame: Frame; readonly organs: readonly HomeOrgan[] }) {
  return (
    <Layout frame={frame} title={siteWords.name}>
      <div class="intro">
        <h1>{homeWords.title}</h1>
        <p>{homeWords.lead}</p>
        <p>{homeWords.leadUse}</p>
      </div>
      <section class="section" aria-labelledby="organs">
        <h2 id="organs">{homeWords.organs}</h2>
        {organs.length === 0 && <p>{homeWords.noOrgans}</p>}
        <ul class="cards">
          {organs.map((one) => (
            <OrganEntry {...one} />
          ))}
        </ul>
      </section>
      <Flow />
    </Layout>
  );
}

function OrganEntry({ organ: { id, name, rules }, standing }: HomeOrgan) {
  return (
    <li class="card">
      <h3>
        <a href={`/organs/${id}`}>{name}</a>
      </h3>
      {rules.terms.data && <p class="small soft">{homeWords.term(rules.terms.data.value)}</p>}
      <Chips chips={[standingChips[standing]]} />
      <p>
        <a href={`/organs/${id}/register`} aria-label={homeWords.openRegister(name)}>
          {registerWords.title}
        </a>
      </p>
    </li>
  );
}

function Flow() {
  return (
    <section class="section" aria-labelledby="flow">
      <h2 id="flow">{homeWords.flow}</h2>
      <ol class="flow">
        {homeWords.steps.map(({ title, text }) => (
          <li>
            <h3>{title}</h3>
            <p>{text}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}
