import type { CaseKind, CommandName } from '../../app/aggregates.ts';
import type { DeskAlarm } from '../../app/cases/deskAlarms.ts';
import type { ListedCase } from '../../app/cases/searchCases.ts';
import { caseWords } from '../../messages/caseWords.ts';
import { commandWords } from '../../messages/commandWords.ts';
import { staffWords } from '../../messages/staffWords.ts';
import { stageWord } from '../../messages/stageWord.ts';
import { commandPath, listPath } from '../casePaths.ts';
import { Banner } from '../components/Banner.tsx';
import { CaseSearch } from '../components/CaseSearch.tsx';
import { Layout } from '../components/Layout.tsx';
import { dayWords } from '../components/momentWords.ts';
import { Table } from '../components/Table.tsx';
import type { Frame } from '../frame.ts';
import type { OrganCard } from '../organCard.ts';
import { CaseLink } from './CaseLink.tsx';
import { DeskAlarms } from './DeskAlarms.tsx';

interface CaseListPageProps {
  readonly frame: Frame;
  readonly organ: OrganCard;
  readonly kind: CaseKind;
  readonly text: string;
  readonly cases: readonly ListedCase[];
  /** Commands that begin a case of this kind and that the person may give. */
  readonly beginnings: readonly CommandName[];
  readonly mayImport: boolean;
  /** What the organ must be told about its calls; on the list of calls alone. */
  readonly alarms: readonly DeskAlarm[];
}

/** The cases of a kind, with their states in words. */
export function CaseListPage({ frame, organ, kind, text, cases, beginnings, mayImport, alarms }: CaseListPageProps) {
  const words = caseWords.lists[kind];
  const base = listPath(organ.id, kind);
  return (
    <Layout
      frame={frame}
      title={words.title}
      trail={[
        { href: `/organs/${organ.id}`, label: organ.name },
        { href: `/organs/${organ.id}/staff`, label: staffWords.home },
      ]}
    >
      <div class="intro">
        <h1>{words.title}</h1>
        <p>{words.lead}</p>
        {(beginnings.length > 0 || mayImport) && (
          <p class="actions">
            {beginnings.map((command) => (
              <a class="button button--main" href={commandPath(organ.id, kind, 'new', command)}>
                {commandWords[command].title}
              </a>
            ))}
            {mayImport && (
              <a class="button" href={`${base}/import`}>
                {caseWords.import}
              </a>
            )}
          </p>
        )}
      </div>
      <DeskAlarms organ={organ} alarms={alarms} />
      <CaseSearch action={base} text={text} />
      <Found organ={organ} kind={kind} text={text} cases={cases} />
    </Layout>
  );
}

type FoundProps = Pick<CaseListPageProps, 'organ' | 'kind' | 'text' | 'cases'>;

function Found({ organ, kind, text, cases }: FoundProps) {
  const words = caseWords.lists[kind];
  if (cases.length === 0)
    return (
      <Banner tone="quiet" title={text === '' ? words.empty : caseWords.noMatch}>
        <p>{text === '' ? words.next : caseWords.noMatchNext}</p>
      </Banner>
    );
  const { columns } = caseWords;
  return (
    <section class="section" aria-label={words.title}>
      <p>{caseWords.found(cases.length)}</p>
      <Table
        caption={words.title}
        columns={[columns.title, columns.division, columns.stage, columns.due]}
        rows={cases.map((one) => [
          <CaseLink organ={organ} listed={one} />,
          one.division ?? caseWords.none,
          stageWord(one.stage),
          one.due ? dayWords(one.due) : caseWords.noDue,
        ])}
      />
      <p class="actions">
        <a href={`${listPath(organ.id, kind)}?format=csv${text === '' ? '' : `&q=${encodeURIComponent(text)}`}`}>
          {caseWords.csv}
        </a>
      </p>
    </section>
  );
}
