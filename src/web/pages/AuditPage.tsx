import { noteOf } from '../../app/audit/checkpoint.ts';
import type { sealerWarning } from '../../app/audit/sealerWarning.ts';
import type { AuditSearch, NamedAct } from '../../app/audit/searchAudit.ts';
import { caseOfPapers } from '../../app/documents/papersStream.ts';
import type { ChainStatus } from '../../app/ports/auditLog.ts';
import { auditActs, auditWords } from '../../messages/auditWords.ts';
import { registerWords } from '../../messages/registerWords.ts';
import { staffWords } from '../../messages/staffWords.ts';
import { auditPath } from '../auditPath.ts';
import { casePath } from '../casePaths.ts';
import { Banner } from '../components/Banner.tsx';
import { Facts } from '../components/Facts.tsx';
import { Field } from '../components/Field.tsx';
import { Layout } from '../components/Layout.tsx';
import { japanMoment, momentWords } from '../components/momentWords.ts';
import { Pagination } from '../components/Pagination.tsx';
import { Table } from '../components/Table.tsx';
import type { Frame } from '../frame.ts';
import type { OrganCard } from '../organCard.ts';
import { roleName } from './roleName.ts';

export const entriesPerPage = 50;

interface AuditPageProps {
  readonly frame: Frame;
  readonly organ: OrganCard;
  readonly search: AuditSearch;
  /** null = a day of the search is none. */
  readonly found: { readonly page: number; readonly entries: readonly NamedAct[]; readonly total: number } | null;
  readonly status: ChainStatus;
  readonly fingerprint: string;
  readonly warning: ReturnType<typeof sealerWarning>;
}

/** The auditor's page: how far the log is chained and signed, and its entries. */
export function AuditPage(props: AuditPageProps) {
  const { frame, organ, warning } = props;
  return (
    <Layout
      frame={frame}
      title={auditWords.title}
      trail={[
        { href: `/organs/${organ.id}`, label: organ.name },
        { href: `/organs/${organ.id}/staff`, label: staffWords.home },
      ]}
    >
      <div class="intro">
        <h1>{auditWords.title}</h1>
        <p>{auditWords.lead}</p>
      </div>
      {warning && (
        <Banner tone="error" title={warning.title}>
          <p>{warning.text}</p>
        </Banner>
      )}
      <Chain {...props} />
      <SearchForm {...props} />
      <Results {...props} />
    </Layout>
  );
}

const grouped = (digits: string): string => digits.replace(/([0-9a-f]{8})(?=[0-9a-f])/g, '$1 ');

function Chain({ organ, status: { entries, head, checkpoint }, fingerprint }: AuditPageProps) {
  const w = auditWords;
  const signed = checkpoint && `${w.headOf(checkpoint.number)}　${japanMoment(new Date(checkpoint.at))}`;
  const note = checkpoint && noteOf({ ...checkpoint, hash: grouped(checkpoint.hash) });
  return (
    <section class="section" aria-labelledby="chain">
      <h2 id="chain">{w.chain}</h2>
      <p>{w.chainLead}</p>
      <Facts
        facts={[
          [w.entries, w.count(entries)],
          [w.head, head.number === 0 ? w.nothingChained : <Head number={head.number} hash={head.hash} />],
          [w.waiting, w.count(entries - head.number)],
          [w.checkpoint, signed ?? w.noCheckpoint],
          ...(note ? [[w.note, <code>{note}</code>] as const] : []),
          [w.unsigned, w.count(entries - (checkpoint?.number ?? 0))],
          [w.fingerprint, <code>{grouped(fingerprint)}</code>],
        ]}
      />
      <p class="actions">
        <a class="button" href={`${auditPath(organ.id)}/export`}>
          {w.export}
        </a>
      </p>
    </section>
  );
}

function Head({ number, hash }: { readonly number: number; readonly hash: string }) {
  return (
    <>
      {auditWords.headOf(number)}　<code>{grouped(hash)}</code>
    </>
  );
}

function SearchForm({ organ, search, found }: AuditPageProps) {
  const w = auditWords;
  const text = (name: string, value: string, label: string, hint: string) => (
    <Field
      name={name}
      label={label}
      hint={hint}
      control={(ties) => <input class="input" type="text" value={value} maxlength={200} {...ties} />}
    />
  );
  const day = (name: string, value: string, label: string) => (
    <Field
      name={name}
      label={label}
      error={found ? undefined : w.wrongDay}
      control={(ties) => <input class="input input--short" type="date" value={value} {...ties} />}
    />
  );
  return (
    <search aria-label={w.search}>
      <form class="form" method="get" action={auditPath(organ.id)}>
        <h2>{w.search}</h2>
        {text('person', search.person, w.person, w.personHint)}
        <Field name="act" label={w.act} control={(ties) => <ActChoice chosen={search.act} ties={ties} />} />
        {day('from', search.from, w.from)}
        {day('to', search.to, w.to)}
        {text('case', search.stream, w.case, w.caseHint)}
        <div class="actions">
          <button class="button button--main" type="submit">
            {w.submit}
          </button>
          <a class="button" href={auditPath(organ.id)}>
            {w.reset}
          </a>
        </div>
      </form>
    </search>
  );
}

function ActChoice({ chosen, ties }: { readonly chosen: string; readonly ties: object }) {
  return (
    <select class="input" {...ties}>
      <option value="">{auditWords.anyAct}</option>
      {[...auditActs].map(([act, title]) => (
        <option value={act} selected={act === chosen}>
          {title}
        </option>
      ))}
    </select>
  );
}

function Results({ organ, search, found }: AuditPageProps) {
  const w = auditWords;
  if (!found) return null;
  const { page, entries, total } = found;
  const [first, last] = [(page - 1) * entriesPerPage + 1, Math.min(page * entriesPerPage, total)];
  return (
    <section class="section" aria-labelledby="results">
      <h2 id="results">{w.results}</h2>
      {total === 0 ? (
        <Banner tone="quiet" title={w.none}>
          <p>{w.noneNext}</p>
        </Banner>
      ) : (
        <>
          <p>{registerWords.range(first, last, total)}</p>
          <p>
            <a href={hrefOf(organ, search, { format: 'csv' })}>{w.csv}</a>
          </p>
          <Entries organ={organ} search={search} entries={entries} />
        </>
      )}
      <Pagination
        page={page}
        pages={Math.ceil(total / entriesPerPage)}
        hrefOf={(wanted) => hrefOf(organ, search, { page: String(wanted) })}
      />
    </section>
  );
}

function hrefOf(organ: OrganCard, { stream, ...search }: AuditSearch, more: Readonly<Record<string, string>>): string {
  const asked = Object.entries({ ...search, case: stream, ...more }).filter(([, value]) => value !== '');
  return `${auditPath(organ.id)}?${new URLSearchParams(asked)}`;
}

interface EntriesProps {
  readonly organ: OrganCard;
  readonly search: AuditSearch;
  readonly entries: readonly NamedAct[];
}

function Entries({ organ, search, entries }: EntriesProps) {
  const w = auditWords;
  return (
    <Table
      caption={w.results}
      columns={[w.number, w.recordedAt, w.person, w.act, w.outcome, w.stream, w.facts]}
      rows={entries.map((entry) => [
        <span class="whole number">{entry.number === null ? w.unchained : entry.number}</span>,
        <Moment entry={entry} />,
        <Person organ={organ} search={search} entry={entry} />,
        w.actName(entry.act),
        w.outcomes[entry.outcome],
        <Case organ={organ} entry={entry} />,
        w.factsText(entry.facts),
      ])}
    />
  );
}

/** When it was entered, and when it was in the procedure where its clock was set to another time. */
function Moment({ entry: { recordedAt, at } }: { readonly entry: NamedAct }) {
  const recorded = japanMoment(new Date(recordedAt));
  const procedure = momentWords(at);
  return (
    <>
      {recorded}
      {procedure !== recorded && <span class="soft small">　{auditWords.inProcedure(procedure)}</span>}
    </>
  );
}

/** A person from outside, or the system, by the number alone. */
function Person({
  organ,
  search,
  entry: { name, actor },
}: Omit<EntriesProps, 'entries'> & { readonly entry: NamedAct }) {
  const shown = name ?? (actor.role === 'system' ? auditWords.system : actor.person);
  return (
    <>
      <a href={hrefOf(organ, { ...search, person: actor.person }, {})}>{shown}</a>
      {actor.role !== 'system' && <span class="soft">　{roleName(actor.role, organ.rules)}</span>}
    </>
  );
}

function Case({ organ, entry: { stream } }: { readonly organ: OrganCard; readonly entry: NamedAct }) {
  if (!stream) return <>—</>;
  const about = stream.kind === 'papers' ? caseOfPapers(stream.id) : stream;
  const name = `${auditWords.streams[about.kind]} ${about.id}`;
  const label = stream.kind === 'papers' ? auditWords.papersOf(name) : name;
  const { kind, id } = about;
  return kind === 'organ' || kind === 'papers' ? label : <a href={casePath(organ.id, kind, id)}>{label}</a>;
}
