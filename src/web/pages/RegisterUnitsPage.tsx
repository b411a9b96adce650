import type { RegisterUnit } from '../../app/register/registerByUnit.ts';
import type { ListedEntry } from '../../app/register/searchRegister.ts';
import { registerWords } from '../../messages/registerWords.ts';
import { Layout } from '../components/Layout.tsx';
import type { Frame } from '../frame.ts';
import type { OrganCard } from '../organCard.ts';
import { Entry } from './RegisterPage.tsx';

interface RegisterUnitsPageProps {
  readonly frame: Frame;
  readonly organ: OrganCard;
  readonly title: string;
  readonly units: readonly RegisterUnit[];
  /** The unit whose entries are shown; null = those of no unit. */
  readonly unit: string | null;
  readonly entries: readonly ListedEntry[];
}

/** The register by the units of the organ, with the guideline of its calls beside it (PUB-9). */
export function RegisterUnitsPage({ frame, organ, title, units, unit, entries }: RegisterUnitsPageProps) {
  const home = `/organs/${organ.id}`;
  const base = `${home}/register`;
  const trail = [
    { href: home, label: organ.name },
    { href: base, label: registerWords.title },
  ];
  return (
    <Layout frame={frame} title={title} trail={trail}>
      <div class="intro">
        <h1>{title}</h1>
        <p>{registerWords.unitLead}</p>
        <div class="actions">
          <a href={`${home}#calls`}>{registerWords.guideline}</a>
          <a href={base}>{registerWords.whole}</a>
        </div>
      </div>
      <section class="section" aria-labelledby="units">
        <h2 id="units">{registerWords.units}</h2>
        {units.length === 0 && <p>{registerWords.noEntries}</p>}
        <ul class="plain">
          {units.map(({ name, files }) => (
            <li>
              <a
                href={name === null ? `${base}/units` : `${base}/units?unit=${encodeURIComponent(name)}`}
                aria-current={name === unit ? 'true' : undefined}
              >
                {`${name ?? registerWords.otherUnits}（${registerWords.found(files)}）`}
              </a>
            </li>
          ))}
        </ul>
      </section>
      {entries.length > 0 && (
        <section class="section" aria-labelledby="results">
          <h2 id="results">{unit ?? registerWords.otherUnits}</h2>
          <ol class="results">
            {entries.map((entry) => (
              <Entry base={base} entry={entry} />
            ))}
          </ol>
        </section>
      )}
    </Layout>
  );
}
