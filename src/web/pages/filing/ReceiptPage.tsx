import type { OwnView } from '../../../app/filing/ownView.ts';
import { filingWords } from '../../../messages/filingWords.ts';
import { partWord } from '../../../messages/partWord.ts';
import { type Fact, Facts } from '../../components/Facts.tsx';
import { dayWords, momentWords } from '../../components/momentWords.ts';
import { sizeWords } from '../../components/sizeWords.ts';
import { ownPath } from '../../filing/filingPaths.ts';
import type { Frame } from '../../frame.ts';
import type { OrganCard } from '../../organCard.ts';
import { FilingLayout } from './FilingLayout.tsx';

export interface ReceiptPageProps {
  readonly frame: Frame;
  readonly organ: OrganCard;
  readonly view: OwnView;
  readonly number: string;
  /** The call that was answered; null for created data. */
  readonly call: string | null;
}

/** 受付の控え: number and moment of a filing, to be printed. */
export function ReceiptPage(props: ReceiptPageProps) {
  const { frame, organ, view, number } = props;
  const { papers, record } = view;
  const path = ownPath(organ.id, record.stream.id);
  const paper = papers.find(({ kept }) => kept?.form === 'proposalReceipt');
  const trail = [{ href: path, label: filingWords.ownTitle(number) }];
  return (
    <FilingLayout frame={frame} organ={organ} title={filingWords.receiptTitle} trail={trail}>
      <div class="intro">
        <p class="intro__shoulder">{organ.name}</p>
        <h1>{filingWords.receiptTitle}</h1>
        <p>{filingWords.receiptLead}</p>
      </div>
      <Facts facts={receiptFacts(props)} />
      <p>{filingWords.receiptNote}</p>
      {paper && (
        <p class="actions">
          <a class="button" href={`${path}/papers/${paper.stream.kind}-${paper.id}.pdf`}>
            {filingWords.receiptPaper}
          </a>
        </p>
      )}
    </FilingLayout>
  );
}

function receiptFacts({ frame, organ, view, number, call }: ReceiptPageProps): readonly Fact[] {
  const { receivedOn, receivedTime, created, form, guidelineVersion, attachments, corrections } = view.record.state;
  const answered = corrections.flatMap(({ answeredOn }) => (answeredOn === null ? [] : [dayWords(answeredOn)]));
  const optional: readonly (Fact | false)[] = [
    call !== null && [filingWords.ofCall, call],
    guidelineVersion !== null && [filingWords.guideline, guidelineVersion],
    answered.length > 0 && [filingWords.correctedOn, answered.join('、')],
  ];
  return [
    [filingWords.number, <strong>{number}</strong>],
    [
      filingWords.receivedAt,
      receivedTime === null ? dayWords(receivedOn) : momentWords(`${receivedOn}T${receivedTime}`),
    ],
    [filingWords.organ, organ.name],
    [filingWords.about, created?.name ?? form.fileName ?? ''],
    ...optional.filter((fact) => fact !== false),
    [filingWords.filer, frame.account?.name ?? ''],
    [
      filingWords.filedPapers,
      <ul class="plain">
        {attachments.map(({ kind, of, file }) => (
          <li>
            {`${partWord(of === null ? kind : `${kind}:proposer:${of}`)}${file ? `：${file.name}（${sizeWords(file.bytes)}）` : ''}`}
          </li>
        ))}
      </ul>,
    ],
  ];
}
