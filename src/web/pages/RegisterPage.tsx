import { markNames, marksOf } from '../../app/register/registerMarks.ts';
import type { ListedEntry } from '../../app/register/searchRegister.ts';
import { registerWords, unitTitle } from '../../messages/registerWords.ts';
import { Banner } from '../components/Banner.tsx';
import { type Chip, Chips } from '../components/Chips.tsx';
import { Facts } from '../components/Facts.tsx';
import { Layout } from '../components/Layout.tsx';
import { dayWords } from '../components/momentWords.ts';
import { Pagination } from '../components/Pagination.tsx';
import type { Frame } from '../frame.ts';
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
  const base = `/organs/${organ.id}/register`;
  const units = organ.rules.publication.registerUnits?.value;
  const isWhole = query.text === '' && query.marks.length === 0;
  return (
    <Layout frame={frame} title={registerWords.title} trail={[{ href: `/organs/${organ.id}`, label: organ.name }]}>
      <div class="intro">
        <h1>{registerWords.title}</h1>
        <p>{registerWords.lead}</p>
        {units && (
          <p>
            <a href={`${base}/units`}>{unitTitle(units)}</a>
          </p>
        )}
      </div>
      <SearchForm base={base} query={query} error={error} />
      {error === null && (
        <section class="section" aria-labelledby="results">
          <h2 id="results">{isWhole ? registerWords.all : registerWords.results}</h2>
          {total === 0 ? <Nothing base={base} isWhole={isWhole} /> : <Range query={query} total={total} />}
          {total > 0 && (
            <ol class="results" start={(query.page - 1) * entriesPerPage + 1}>
              {entries.map((entry) => (
                <Entry base={base} entry={entry} />
              ))}
            </ol>
          )}
          <Pagination
            page={query.page}
            pages={Math.ceil(total / entriesPerPage)}
            hrefOf={(page) => `${base}${queryOf({ ...query, page })}`}
          />
          {total > 0 && <Downloads organ={organ.id} query={query} />}
        </section>
      )}
    </Layout>
  );
}

interface SearchFormProps {
  readonly base: string;
  readonly query: RegisterQuery;
  readonly error: string | null;
}

function SearchForm({ base, query, error }: SearchFormProps) {
  return (
    <search>
      <form class="search" method="get" action={base}>
        <label class="field__label" for="q">
          {registerWords.searchLabel}
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
            {registerWords.searchButton}
          </button>
        </div>
        <p class="field__hint" id="q-hint">
          {registerWords.searchHint}
        </p>
        <fieldset>
          <legend class="field__label">{registerWords.filters}</legend>
          <div class="checks">
            {markNames.map((mark) => (
              <label class="check">
                <input type="checkbox" name={mark} value="1" checked={query.marks.includes(mark)} />
                {registerWords[mark]}
              </label>
            ))}
          </div>
        </fieldset>
      </form>
    </search>
  );
}

function Nothing({ base, isWhole }: { readonly base: string; readonly isWhole: boolean }) {
  if (isWhole)
    return (
      <Banner tone="quiet" title={registerWords.noEntries}>
        <p>{registerWords.noEntriesNext}</p>
      </Banner>
    );
  return (
    <Banner tone="quiet" title={registerWords.noMatch}>
      <p>{registerWords.noMatchNext}</p>
      <p>
        <a href={base}>{registerWords.reset}</a>
      </p>
    </Banner>
  );
}

function Range({ query: { page }, total }: { readonly query: RegisterQuery; readonly total: number }) {
  const first = (page - 1) * entriesPerPage + 1;
  const last = Math.min(page * entriesPerPage, total);
  return <p>{total > entriesPerPage ? registerWords.range(first, last, total) : registerWords.found(total)}</p>;
}

export function Entry({ base, entry }: { readonly base: string; readonly entry: ListedEntry }) {
  return (
    <li class="result">
      <h3>
        <a href={`${base}/${entry.id}`}>{entry.fileName}</a>
      </h3>
      <Chips chips={chipsOf(entry)} />
      <Facts
        facts={[
          [registerWords.organization, entry.responsibleOrganization],
          [registerWords.purpose, entry.purpose],
          [registerWords.entryDate, dayWords(entry.entryDate)],
        ]}
      />
    </li>
  );
}

const tones = { solicited: 'green', sensitive: 'yellow', created: 'blue' } as const;

/** The marks of an entry that the filters know. */
export const chipsOf = (entry: ListedEntry): readonly Chip[] =>
  marksOf(entry).map((mark) => ({ tone: tones[mark], label: registerWords[mark] }));

function Downloads({ organ, query }: { readonly organ: string; readonly query: RegisterQuery }) {
  const href = (format: string) => `/api/v1/organs/${organ}/register${queryOf({ ...query, page: 1 }, { format })}`;
  return (
    <p class="actions">
      <a href={href('xlsx')}>{registerWords.xlsx}</a>
      <a href={href('csv')}>{registerWords.csv}</a>
      <a href={href('json')}>{registerWords.json}</a>
    </p>
  );
}
