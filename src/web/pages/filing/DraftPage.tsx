import { openCorrection, type ProposalState } from '../../../core/proposal/state.ts';
import { filingWords } from '../../../messages/filingWords.ts';
import { Banner } from '../../components/Banner.tsx';
import { Chips } from '../../components/Chips.tsx';
import { CorrectionPoints } from '../../components/CorrectionPoints.tsx';
import { dayWords, momentWords } from '../../components/momentWords.ts';
import { draftPath, sectionPath } from '../../filing/filingPaths.ts';
import type { SectionStanding } from '../../filing/lookThrough.ts';
import type { OpenDraft } from '../../filing/openDraft.ts';
import type { Frame } from '../../frame.ts';
import type { OrganCard } from '../../organCard.ts';
import { FilingLayout } from './FilingLayout.tsx';

export interface DraftPageProps {
  readonly frame: Frame;
  readonly organ: OrganCard;
  readonly open: OpenDraft;
  /** How far each step is. */
  readonly standings: readonly SectionStanding[];
  readonly isSaved: boolean;
}

/** The task list of a draft: what is written, what is missing, and the way to the last look. */
export function DraftPage({ frame, organ, open, standings, isSaved }: DraftPageProps) {
  const { draft, subject, command, sections } = open;
  const title = filingWords.draftTitle[command];
  return (
    <FilingLayout frame={frame} organ={organ} title={title}>
      {isSaved && <Banner tone="success" title={filingWords.saved} />}
      <div class="intro">
        <p class="intro__shoulder">{subject.call === null ? organ.name : subject.call}</p>
        <h1>{title}</h1>
        <p>
          <strong>{subject.title}</strong>
        </p>
        <p>{filingWords.draftLead}</p>
      </div>
      <Closing open={open} />
      <Asked open={open} />
      <section class="section" aria-labelledby="tasks">
        <h2 id="tasks">{filingWords.tasks}</h2>
        <ol class="plain">
          {sections.map((section, at) => (
            <li>
              <a href={sectionPath(organ.id, draft.id, at + 1)}>{`${at + 1}. ${section.title}`}</a>
              <Chips chips={[standingChip(standings[at] ?? 'empty')]} />
            </li>
          ))}
        </ol>
        <p class="actions">
          <a class="button button--main" href={`${draftPath(organ.id, draft.id)}/check`}>
            {filingWords.toCheck}
          </a>
        </p>
      </section>
      <details>
        <summary>{filingWords.drop}</summary>
        <p>{filingWords.dropLead}</p>
        <form class="actions" method="post" action={`${draftPath(organ.id, draft.id)}/drop`}>
          <button class="button" type="submit">
            {filingWords.dropGive}
          </button>
        </form>
      </details>
    </FilingLayout>
  );
}

const standingChip = (standing: SectionStanding) =>
  ({
    label: filingWords.task[standing],
    tone: ({ empty: 'gray', partial: 'yellow', done: 'green' } as const)[standing],
  }) as const;

/** Until when it can be sent, or that this is over. */
export function Closing({ open: { subject } }: Pick<DraftPageProps, 'open'>) {
  const { closing, isOpen, record } = subject;
  if (!isOpen)
    return (
      <Banner tone="warning" title={filingWords.notOpenTitle}>
        <p>{closing === null ? filingWords.notOpenNoDay : filingWords.notOpen(momentWords(closing))}</p>
      </Banner>
    );
  if (closing === null) return null;
  const until = record === null ? filingWords.closingAt(momentWords(closing)) : dayWords(closing.slice(0, 10));
  return <Banner tone="info" title={`${filingWords.closing}：${until}`} />;
}

/** What was asked for, of a correction. */
export function Asked({ open: { subject } }: Pick<DraftPageProps, 'open'>) {
  const request = subject.record && openCorrection(subject.record.state as ProposalState);
  if (!request) return null;
  return (
    <section class="section" aria-labelledby="asked">
      <h2 id="asked">{filingWords.asked}</h2>
      <CorrectionPoints points={request.points} />
    </section>
  );
}
