import type { EffortFigure, EffortFigures } from '../../app/figures/effortFigures.ts';
import { effortWords } from '../../messages/effortWords.ts';
import { staffWords } from '../../messages/staffWords.ts';
import { casePath } from '../casePaths.ts';
import { Banner } from '../components/Banner.tsx';
import { Layout } from '../components/Layout.tsx';
import { Table } from '../components/Table.tsx';
import type { Frame } from '../frame.ts';
import type { OrganCard } from '../organCard.ts';
import { caseNumber } from './caseNumber.ts';

interface EffortPageProps extends EffortFigures {
  readonly frame: Frame;
  readonly organ: OrganCard;
}

/** What was estimated and what it took, item by item, each number with its cases. */
export function EffortPage({ frame, organ, figures, unrecorded }: EffortPageProps) {
  const w = effortWords;
  return (
    <Layout
      frame={frame}
      title={w.title}
      trail={[
        { href: `/organs/${organ.id}`, label: organ.name },
        { href: `/organs/${organ.id}/staff`, label: staffWords.home },
      ]}
    >
      <div class="intro">
        <h1>{w.title}</h1>
        <p>{w.lead}</p>
      </div>
      {figures.length === 0 ? (
        <Banner tone="quiet" title={w.none}>
          <p>{w.noneNext}</p>
        </Banner>
      ) : (
        <>
          <p>
            <a href={`/organs/${organ.id}/staff/effort?format=csv`}>{w.csv}</a>
          </p>
          <Table
            caption={w.title}
            columns={[w.kindColumn, w.itemColumn, w.count, w.ratio, w.usual, w.cases]}
            rows={figures.map((figure) => [
              w.kind[figure.kind],
              w.item(figure.item),
              w.counted(figure.cases.length),
              w.times(figure.ratio),
              w.amount(figure.item, figure.usual),
              <Cases organ={organ} figure={figure} />,
            ])}
          />
        </>
      )}
      {unrecorded.length > 0 && (
        <section class="section" aria-labelledby="unrecorded">
          <h2 id="unrecorded">{w.unrecorded}</h2>
          <ul class="bullets">
            {unrecorded.map((id) => (
              <li>
                <a href={casePath(organ.id, 'proposal', id)}>{id}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </Layout>
  );
}

function Cases({ organ, figure: { item, cases } }: { readonly organ: OrganCard; readonly figure: EffortFigure }) {
  const w = effortWords;
  return (
    <details>
      <summary>{w.cases}</summary>
      <ul class="plain">
        {cases.map(({ id, number, estimated, actual }) => (
          <li>
            <a href={casePath(organ.id, 'proposal', id)}>{caseNumber(number)}</a>
            <span class="soft">
              　{w.estimated} {w.amount(item, estimated)}、{w.actual} {w.amount(item, actual)}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
