import type { OwnView } from '../../../app/filing/ownView.ts';
import { openCorrection } from '../../../core/proposal/state.ts';
import { caseWords } from '../../../messages/caseWords.ts';
import { eventWords } from '../../../messages/eventWords.ts';
import { optionWord } from '../../../messages/fieldWords.ts';
import { filingWords, ownActWords, ownStageText } from '../../../messages/filingWords.ts';
import { noAssurance } from '../../../messages/noAssurance.ts';
import { timelineWords } from '../../../messages/timelineWords.ts';
import { daysUntil } from '../../callCards.ts';
import { Banner } from '../../components/Banner.tsx';
import { CorrectionPoints } from '../../components/CorrectionPoints.tsx';
import { dayWords, momentWords } from '../../components/momentWords.ts';
import { Steps } from '../../components/Steps.tsx';
import { sizeWords } from '../../components/sizeWords.ts';
import { ownPath } from '../../filing/filingPaths.ts';
import type { Frame } from '../../frame.ts';
import type { OrganCard } from '../../organCard.ts';
import { caseSteps } from '../caseSteps.ts';
import { DueDays } from '../DueDays.tsx';
import { FilingLayout } from './FilingLayout.tsx';

export interface OwnProposalPageProps {
  readonly frame: Frame;
  readonly organ: OrganCard;
  readonly view: OwnView;
  readonly number: string;
  readonly today: string;
  /** What was just done. */
  readonly done: string | null;
  readonly mayWithdraw: boolean;
}

/** A proposal of the person's own: where it stands, what comes next, what was sent to them. */
export function OwnProposalPage(props: OwnProposalPageProps) {
  const { frame, organ, view, number, today, done, mayWithdraw } = props;
  const { record, timeline } = view;
  const { state } = record;
  const words = ownStageText(state.stage, timeline.release?.stage ?? null);
  const path = ownPath(organ.id, record.stream.id);
  const due = timeline.due.filter(({ name }) => name !== 'correction');
  return (
    <FilingLayout frame={frame} organ={organ} title={filingWords.ownTitle(number)}>
      {done && (
        <Banner tone="success" title={done}>
          <p>{filingWords.submittedNext}</p>
        </Banner>
      )}
      <div class="intro">
        <p class="intro__shoulder">{`${filingWords.number}　${number}`}</p>
        <h1>{state.created?.name ?? state.form.fileName ?? number}</h1>
        <p class="actions">
          <a class="button" href={`${path}/receipt`}>
            {filingWords.toReceipt}
          </a>
        </p>
      </div>
      <Steps label={caseWords.steps} steps={caseSteps(timeline)} />
      <section class="section" aria-labelledby="state">
        <h2 id="state">{`${filingWords.state}：${words.title}`}</h2>
        <p>{words.text}</p>
        <p>
          <strong>{filingWords.next}</strong>：{words.next}
        </p>
      </section>
      <Correction {...props} />
      {due.length > 0 && (
        <section class="section" aria-labelledby="due">
          <h2 id="due">{filingWords.due}</h2>
          <DueDays due={due} today={today} />
        </section>
      )}
      <Papers {...props} />
      <Contacts {...props} />
      <section class="section" aria-labelledby="past">
        <h2 id="past">{filingWords.past}</h2>
        <ul class="plain">
          {view.past.map(({ type, at }) => (
            <li>
              <span class="soft">{momentWords(at)}</span>　{ownActWords(type) ?? eventWords(type)}
            </li>
          ))}
        </ul>
      </section>
      {mayWithdraw && (
        <p>
          <a href={`${path}/withdraw`}>{filingWords.withdraw}</a>
        </p>
      )}
    </FilingLayout>
  );
}

function Correction({ organ, view, today }: OwnProposalPageProps) {
  const request = openCorrection(view.record.state);
  if (!request || view.record.state.stage !== 'correctionRequested') return null;
  return (
    <section class="section" aria-labelledby="correction">
      <h2 id="correction">{filingWords.correction}</h2>
      <p>
        {filingWords.correctionLead(dayWords(request.deadline), timelineWords.left(daysUntil(today, request.deadline)))}
      </p>
      <CorrectionPoints points={request.points} />
      {view.mayCorrect ? (
        <form class="actions" method="post" action={`${ownPath(organ.id, view.record.stream.id)}/correct`}>
          <button class="button button--main" type="submit">
            {filingWords.correct}
          </button>
        </form>
      ) : (
        <p>{filingWords.correctionLate}</p>
      )}
    </section>
  );
}

function Papers({ organ, view: { record, papers, files } }: OwnProposalPageProps) {
  const path = ownPath(organ.id, record.stream.id);
  return (
    <>
      <section class="section" aria-labelledby="papers">
        <h2 id="papers">{filingWords.papers}</h2>
        <p>{papers.length === 0 ? filingWords.papersNone : filingWords.papersLead}</p>
        <ul class="plain">
          {papers.map(({ stream, id, title, date, documentNumber }) => (
            <li>
              <a href={`${path}/papers/${stream.kind}-${id}.pdf`}>{`${title}（PDF）`}</a>
              <span class="soft">　{[dayWords(date), documentNumber].filter((part) => part !== '').join('　')}</span>
            </li>
          ))}
        </ul>
      </section>
      {files.length > 0 && (
        <section class="section" aria-labelledby="files">
          <h2 id="files">{filingWords.files}</h2>
          <ul class="plain">
            {files.map(({ name, digest, bytes }) => (
              <li>
                <a href={`${path}/files/${digest}`}>{name}</a>
                <span class="soft">　{sizeWords(bytes)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

/** Talks and letters about the proposal; none of them is a result. */
function Contacts({ view }: OwnProposalPageProps) {
  const { contacts } = view.record.state;
  if (contacts.length === 0) return null;
  return (
    <section class="section" aria-labelledby="contacts">
      <h2 id="contacts">{filingWords.contacts}</h2>
      <ul class="plain">
        {contacts.map(({ on, way, topic }) => (
          <li>
            <span class="soft">{dayWords(on)}</span>　
            {`${optionWord('recordContact', way)}：${optionWord('recordContact', topic)}`}
          </li>
        ))}
      </ul>
      <p>{noAssurance}</p>
    </section>
  );
}
