import type { CaseTimeline } from '../../app/timeline/caseTimeline.ts';
import type { DueDay } from '../../app/timeline/dueDays.ts';
import type { NextAct } from '../../app/timeline/nextActs.ts';
import { commandWords } from '../../messages/commandWords.ts';
import { derivationText } from '../../messages/derivation.ts';
import { staffWords } from '../../messages/staffWords.ts';
import { stageWord } from '../../messages/stageWord.ts';
import { timelineWords } from '../../messages/timelineWords.ts';
import { daysUntil } from '../callCards.ts';
import { Chips } from '../components/Chips.tsx';
import { Facts } from '../components/Facts.tsx';
import { Layout } from '../components/Layout.tsx';
import { dayWords } from '../components/momentWords.ts';
import { Steps } from '../components/Steps.tsx';
import { Table } from '../components/Table.tsx';
import type { Frame } from '../frame.ts';
import type { OrganCard } from '../organCard.ts';
import { caseNumber } from './CaseListPage.tsx';
import { caseSteps } from './caseSteps.ts';
import { PastActs } from './PastActs.tsx';
import { roleName } from './roleName.ts';

interface CasePageProps {
  readonly frame: Frame;
  readonly organ: OrganCard;
  readonly timeline: CaseTimeline;
  /** Names of the organ's people by their id. */
  readonly names: ReadonlyMap<string, string>;
  readonly today: string;
}

/** How a case went: where it stands, what is due, what comes next, who did what when. */
export function CasePage({ frame, organ, timeline, names, today }: CasePageProps) {
  const base = `/organs/${organ.id}`;
  const { proposal, release, due, next, past } = timeline;
  const number = caseNumber(proposal);
  return (
    <Layout
      frame={frame}
      title={timelineWords.title(number)}
      trail={[
        { href: base, label: organ.name },
        { href: `${base}/staff`, label: staffWords.home },
        { href: `${base}/staff/cases`, label: timelineWords.listTitle },
      ]}
    >
      <div class="intro">
        <p class="intro__shoulder">{number}</p>
        <h1>{proposal.form.fileName ?? number}</h1>
        <Chips chips={[{ tone: 'blue', label: stageWord(release?.stage ?? proposal.stage) }]} />
        <Facts
          facts={[
            [timelineWords.receivedOn, dayWords(proposal.receivedOn)],
            [timelineWords.division, proposal.responsibleOrganization],
          ]}
        />
      </div>
      <Steps label={timelineWords.steps} steps={caseSteps(timeline)} />
      <section class="section" aria-labelledby="due">
        <h2 id="due">{timelineWords.due}</h2>
        <DueDays due={due} today={today} />
      </section>
      <section class="section" aria-labelledby="next">
        <h2 id="next">{timelineWords.next}</h2>
        <NextActs acts={next} organ={organ} />
      </section>
      <section class="section" aria-labelledby="past">
        <h2 id="past">{timelineWords.past}</h2>
        <PastActs acts={past} organ={organ} names={names} />
      </section>
    </Layout>
  );
}

function DueDays({ due, today }: { readonly due: readonly DueDay[]; readonly today: string }) {
  if (due.length === 0) return <p>{timelineWords.noDueNow}</p>;
  return (
    <ul class="plain">
      {due.map((one) => (
        <li class="card">
          <h3>{timelineWords.dueName[one.name]}</h3>
          <p>
            <strong>{dayWords(one.day)}</strong>　{timelineWords.left(daysUntil(today, one.day))}
          </p>
          <Derivation due={one} />
        </li>
      ))}
    </ul>
  );
}

function Derivation({ due: { name, derivation, citation, reason } }: { readonly due: DueDay }) {
  if (reason !== null) return <p class="soft">{timelineWords.typed(reason)}</p>;
  if (citation === null) return <p class="soft">{timelineWords.how[name]}</p>;
  return (
    <details>
      <summary>{timelineWords.derivation(citation)}</summary>
      <ol class="bullets derivation">
        {derivation.map((step) => (
          <li>{derivationText(step)}</li>
        ))}
      </ol>
    </details>
  );
}

function NextActs({ acts, organ }: { readonly acts: readonly NextAct[]; readonly organ: OrganCard }) {
  if (acts.length === 0) return <p>{timelineWords.nothingNext}</p>;
  const [leading, aside] = [acts.filter(({ leadsOn }) => leadsOn), acts.filter(({ leadsOn }) => !leadsOn)];
  return (
    <>
      {leading.length > 0 && <ActTable caption={timelineWords.next} acts={leading} organ={organ} />}
      {aside.length > 0 && (
        <details>
          <summary>{timelineWords.aside}</summary>
          <ActTable caption={timelineWords.aside} acts={aside} organ={organ} />
        </details>
      )}
    </>
  );
}

interface ActTableProps {
  readonly caption: string;
  readonly acts: readonly NextAct[];
  readonly organ: OrganCard;
}

function ActTable({ caption, acts, organ }: ActTableProps) {
  return (
    <Table
      caption={caption}
      columns={[timelineWords.nextWhat, timelineWords.nextWho]}
      rows={acts.map(({ command, roles }) => [
        commandWords[command],
        roles.map((role) => roleName(role, organ.rules)).join('、'),
      ])}
    />
  );
}
