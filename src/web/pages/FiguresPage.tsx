import type { ExpiredPapers } from '../../app/cases/expiredPapers.ts';
import type { Figure } from '../../app/figures/yearlyFigures.ts';
import { figureWords } from '../../messages/figureWords.ts';
import { paperWords } from '../../messages/paperWords.ts';
import { staffWords } from '../../messages/staffWords.ts';
import { casePath } from '../casePaths.ts';
import { Layout } from '../components/Layout.tsx';
import { dayWords } from '../components/momentWords.ts';
import { Table } from '../components/Table.tsx';
import type { Frame } from '../frame.ts';
import type { OrganCard } from '../organCard.ts';

interface FiguresPageProps {
  readonly frame: Frame;
  readonly organ: OrganCard;
  readonly year: number;
  /** The years that can be chosen, newest first. */
  readonly years: readonly number[];
  readonly figures: readonly Figure[];
  readonly expired: readonly ExpiredPapers[];
}

/** The figures of a 年度, each with the cases that it is made of. */
export function FiguresPage({ frame, organ, year, years, figures, expired }: FiguresPageProps) {
  const path = `/organs/${organ.id}/staff/figures`;
  const names = figureWords.names(organ.rules.terms.data?.value ?? '');
  return (
    <Layout
      frame={frame}
      title={figureWords.title}
      trail={[
        { href: `/organs/${organ.id}`, label: organ.name },
        { href: `/organs/${organ.id}/staff`, label: staffWords.home },
      ]}
    >
      <div class="intro">
        <h1>{figureWords.title}</h1>
        <p>{figureWords.lead}</p>
      </div>
      <form method="get" action={path} class="search">
        <label class="field__label" for="year">
          {figureWords.year}
        </label>
        <div class="search__line">
          <select class="input" id="year" name="year">
            {years.map((one) => (
              <option value={String(one)} selected={one === year}>
                {figureWords.yearOf(one)}
              </option>
            ))}
          </select>
          <button type="submit" class="button">
            {figureWords.show}
          </button>
        </div>
      </form>
      <p>
        <a href={`${path}?year=${year}&format=csv`}>{figureWords.csv}</a>{' '}
        <a href={`${path}?year=${year}&format=pdf`}>{figureWords.pdf}</a>{' '}
        <a href={`${path}?year=${year}&format=docx`}>{figureWords.word}</a>
      </p>
      <Table
        caption={figureWords.yearOf(year)}
        columns={[figureWords.item, figureWords.value, figureWords.cases]}
        rows={figures.map((figure) => [
          names[figure.figure],
          `${figure.total.toLocaleString('ja-JP')}${figureWords.unitOf(figure.figure)}`,
          <Cases organ={organ} figure={figure} />,
        ])}
      />
      <section class="section" aria-labelledby="expired">
        <h2 id="expired">{paperWords.expiredTitle}</h2>
        <p>{expired.length > 0 ? paperWords.expiredLead : paperWords.expiredNone}</p>
        {expired.length > 0 && <Expired organ={organ} expired={expired} />}
      </section>
    </Layout>
  );
}

function Cases({ organ, figure: { cases } }: { readonly organ: OrganCard; readonly figure: Figure }) {
  if (cases.length === 0) return <span class="soft">{figureWords.none}</span>;
  return (
    <details>
      <summary>{figureWords.cases}</summary>
      <ul class="plain">
        {cases.map(({ kind, id }) => (
          <li>
            <a href={casePath(organ.id, kind, id)}>{id}</a>
          </li>
        ))}
      </ul>
    </details>
  );
}

function Expired({ organ, expired }: { readonly organ: OrganCard; readonly expired: readonly ExpiredPapers[] }) {
  return (
    <Table
      caption={paperWords.expiredTitle}
      columns={[paperWords.expiredCase, paperWords.expiredPapers, paperWords.expiredEnded, paperWords.expiredThrough]}
      rows={expired.map(({ kind, id, papers, endedOn, through }) => [
        <a href={casePath(organ.id, kind, id)}>{id}</a>,
        String(papers),
        dayWords(endedOn),
        dayWords(through),
      ])}
    />
  );
}
