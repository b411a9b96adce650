import { markNames, marksOf } from '../../app/register/registerMarks.ts';
import type { ListedEntry } from '../../app/register/searchRegister.ts';
import type { Language } from '../../messages/language.ts';
import { publicWords } from '../../messages/publicWords.ts';
import { unitTitle } from '../../messages/registerWords.ts';
import { Banner } from '../components/Banner.tsx';
import { type Chip, Chips } from '../components/Chips.tsx';
import { Facts } from '../components/Facts.tsx';
import { InJapanese } from '../components/InJapanese.tsx';
import { Layout } from '../components/Layout.tsx';
import { dayIn } from '../components/momentWords.ts';
import { organNameIn } from '../components/OrganName.tsx';
import { Pagination } from '../components/Pagination.tsx';
import type { Frame } from '../frame.ts';
import { languageOf, pathIn } from '../language.ts';
import type { OrganCard } from '../organCard.ts';
import { queryOf, type RegisterQuery } from '../registerQuery.ts';

export const entriesPerPage = 20;

interface RegisterPageProps {
  readonly frame: Frame;
  readonly organ: OrganCard;
  readonly query: RegisterQuery;
  /** What is wrong with the query; nothing was searched then. */
  readonly error: string | null;
  readonly entries: readonly ListedEntry[];
  readonly total: number;
}

/** The public register of an organ, with its search. */
export function RegisterPage({ frame, organ, query, error, entries, total }: RegisterPageProps) {
  const language = languageOf(frame.path);
  const { register } = publicWords[language];
  const base = pathIn(language, `/organs/${organ.id}/register`);
  const units = organ.rules.publication.registerUnits?.value;
  const isWhole = query.text === '' && query.marks.length === 0;
  const trail = [{ href: pathIn(language, `/organs/${organ.id}`), label: organNameIn(language, organ) }];
  return (
    <Layout frame={frame} title={register.title} trail={trail} language={language}>
      <div class="intro">
        <h1>{register.title}</h1>
        <p>{register.lead}</p>
        {units && (
          <p>
            <a href={`/organs/${organ.id}/register/units`}>
              <InJapanese on={language}>{unitTitle(units)}</InJapanese>
            </a>
          </p>
        )}
      </div>
      <SearchForm base={base} query={query} error={error} language={language} />
      {error === null && (
        <section class="section" aria-labelledby="results">
          <h2 id="results">{isWhole ? register.all : register.results}</h2>
          {total === 0 ? (
            <Nothing base={base} isWhole={isWhole} language={language} />
          ) : (
            <Range query={query} total={total} language={language} />
          )}
          {total > 0 && (
            <ol class="results" start={(query.page - 1) * entriesPerPage + 1}>
              {entries.map((entry) => (
                <Entry base={`/organs/${organ.id}/register`} entry={entry} language={language} />
              ))}
            </ol>
          )}
          <Pagination
            page={query.page}
            pages={Math.ceil(total / entriesPerPage)}
            hrefOf={(page) => `${base}${queryOf({ ...query, page })}`}
            words={register}
          />
          {total > 0 && <Downloads organ={organ.id} query={query} language={language} />}
        </section>
      )}
    </Layout>
  );
}

interface SearchFormProps {
  readonly language: Language;
  readonly base: string;
  readonly query: RegisterQuery;
  readonly error: string | null;
}

function SearchForm({ base, query, error, language }: SearchFormProps) {
  const { register } = publicWords[language];
  return (
    <search>
      <form class="search" method="get" action={base}>
        <label class="field__label" for="q">
          {register.searchLabel}
        </label>
        {error && (
          <p class="field__error" id="q-error">
            {error}
          </p>
        )}
        <div class="search__line">
          <input
            class="input"
            type="search"
            id="q"
            name="q"
            value={query.text}
            aria-describedby={error ? 'q-error q-hint' : 'q-hint'}
            aria-invalid={error ? 'true' : undefined}
          />
          <button class="button button--main" type="submit">
            {register.searchButton}
          </button>
        </div>
        <p class="field__hint" id="q-hint">
          {register.searchHint}
        </p>
        <fieldset>
          <legend class="field__label">{register.filters}</legend>
          <div class="checks">
            {markNames.map((mark) => (
              <label class="check">
                <input type="checkbox" name={mark} value="1" checked={query.marks.includes(mark)} />
                {register[mark]}
              </label>
            ))}
          </div>
        </fieldset>
      </form>
    </search>
  );
}

interface NothingProps {
  readonly base: string;
  readonly isWhole: boolean;
  readonly language: Language;
}

function Nothing({ base, isWhole, language }: NothingProps) {
  const { register } = publicWords[language];
  if (isWhole)
    return (
      <Banner tone="quiet" title={register.noEntries}>
        <p>{register.noEntriesNext}</p>
      </Banner>
    );
  return (
    <Banner tone="quiet" title={register.noMatch}>
      <p>{register.noMatchNext}</p>
      <p>
        <a href={base}>{register.reset}</a>
      </p>
    </Banner>
  );
}

interface RangeProps {
  readonly query: RegisterQuery;
  readonly total: number;
  readonly language: Language;
}

function Range({ query: { page }, total, language }: RangeProps) {
  const { register } = publicWords[language];
  const first = (page - 1) * entriesPerPage + 1;
  const last = Math.min(page * entriesPerPage, total);
  return <p>{total > entriesPerPage ? register.range(first, last, total) : register.found(total)}</p>;
}

interface EntryProps {
  /** Where the entries are, in Japanese. */
  readonly base: string;
  readonly entry: ListedEntry;
  readonly language?: Language;
}

export function Entry({ base, entry, language = 'ja' }: EntryProps) {
  const { register } = publicWords[language];
  const recorded = (text: string) => <InJapanese on={language}>{text}</InJapanese>;
  return (
    <li class="result">
      <h3>
        <a href={`${base}/${entry.id}`}>{recorded(entry.fileName)}</a>
      </h3>
      <Chips chips={chipsOf(entry, language)} />
      <Facts
        facts={[
          [register.organization, recorded(entry.responsibleOrganization)],
          [register.purpose, recorded(entry.purpose)],
          [register.entryDate, dayIn[language](entry.entryDate)],
        ]}
      />
    </li>
  );
}

const tones = { solicited: 'green', sensitive: 'yellow', created: 'blue' } as const;

/** The marks of an entry that the filters know. */
export const chipsOf = (entry: ListedEntry, language: Language = 'ja'): readonly Chip[] =>
  marksOf(entry).map((mark) => ({ tone: tones[mark], label: publicWords[language].register[mark] }));

interface DownloadsProps {
  readonly organ: string;
  readonly query: RegisterQuery;
  readonly language: Language;
}

function Downloads({ organ, query, language }: DownloadsProps) {
  const { register } = publicWords[language];
  const href = (format: string) => `/api/v1/organs/${organ}/register${queryOf({ ...query, page: 1 }, { format })}`;
  return (
    <p class="actions">
      <a href={href('xlsx')}>{register.xlsx}</a>
      <a href={href('csv')}>{register.csv}</a>
      <a href={href('json')}>{register.json}</a>
      <a href={`/api/v1/organs/${organ}/catalog`}>{publicWords[language].catalogLink}</a>
    </p>
  );
}
