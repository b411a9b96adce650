import { deadlinesOf } from '../../app/deadlinesOf.ts';
import type { ProposalState } from '../../core/proposal/state.ts';
import { staffWords } from '../../messages/staffWords.ts';
import { stageWord } from '../../messages/stageWord.ts';
import { timelineWords } from '../../messages/timelineWords.ts';
import { Banner } from '../components/Banner.tsx';
import { Layout } from '../components/Layout.tsx';
import { dayWords } from '../components/momentWords.ts';
import { Table } from '../components/Table.tsx';
import type { Frame } from '../frame.ts';
import type { OrganCard } from '../organCard.ts';

interface CaseListPageProps {
  readonly frame: Frame;
  readonly organ: OrganCard;
  readonly cases: readonly { readonly id: string; readonly proposal: ProposalState }[];
  readonly today: string;
}

/** The cases of an organ in the order of their receipt. */
export function CaseListPage({ frame, organ, cases, today }: CaseListPageProps) {
  const base = `/organs/${organ.id}`;
  return (
    <Layout
      frame={frame}
      title={timelineWords.listTitle}
      trail={[
        { href: base, label: organ.name },
        { href: `${base}/staff`, label: staffWords.home },
      ]}
    >
      <div class="intro">
        <h1>{timelineWords.listTitle}</h1>
        <p>{timelineWords.listLead}</p>
      </div>
      {cases.length === 0 ? (
        <Banner tone="quiet" title={timelineWords.noCases}>
          <p>{timelineWords.noCasesNext}</p>
        </Banner>
      ) : (
        <Table
          caption={timelineWords.listTitle}
          columns={[
            timelineWords.number,
            timelineWords.file,
            timelineWords.stage,
            timelineWords.receivedOn,
            timelineWords.nextDue,
          ]}
          rows={cases.map(({ id, proposal }) => [
            <a class="whole" href={`${base}/staff/cases/${id}`}>
              {caseNumber(proposal)}
            </a>,
            proposal.form.fileName ?? '',
            stageWord(proposal.stage),
            dayWords(proposal.receivedOn),
            nextDue(proposal, today),
          ])}
        />
      )}
    </Layout>
  );
}

/** The number by which people speak of a case. */
export const caseNumber = ({ number }: ProposalState): string =>
  timelineWords.numberOf(number.fiscalYear, number.serial);

function nextDue(proposal: ProposalState, today: string): string {
  const [day] = Object.values(deadlinesOf('proposal', proposal))
    .filter((one) => one >= today)
    .toSorted();
  return day === undefined ? timelineWords.noDue : dayWords(day);
}
