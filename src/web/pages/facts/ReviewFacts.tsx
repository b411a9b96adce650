import type { ProposalState } from '../../../core/proposal/state.ts';
import type { TypingPreview } from '../../../core/proposal/typingChanges.ts';
import { caseFactWords as words } from '../../../messages/caseFactWords.ts';
import { effortTaskWords } from '../../../messages/effortTaskWords.ts';
import { optionWord } from '../../../messages/fieldWords.ts';
import { partWord } from '../../../messages/partWord.ts';
import { casePath } from '../../casePaths.ts';
import { type Fact, Facts } from '../../components/Facts.tsx';
import { dayWords } from '../../components/momentWords.ts';
import type { OrganCard } from '../../organCard.ts';

interface ReviewFactsProps {
  readonly organ: OrganCard;
  readonly state: ProposalState;
}

const partyWord = (party: string): string => optionWord('checkIdentity', party.replace('proposer:', 'party:'));
const Lines = ({ lines }: { readonly lines: readonly string[] }) => (
  <>
    {lines.map((line) => (
      <p>{line}</p>
    ))}
  </>
);
const lined = (label: string, lines: readonly string[]): readonly Fact[] =>
  lines.length === 0 ? [] : [[label, <Lines lines={lines} />]];

/** What happened to the papers on their way, besides their receipt. */
export function IntakeFacts({ organ, state }: ReviewFactsProps) {
  const { forwardings, contacts, corrections, joinedInto, pendingTyping } = state;
  const facts: readonly Fact[] = [
    ...lined(
      words.forwardings,
      forwardings.map(({ version, on, to, copyKept }) => words.forwarding(version, dayWords(on), to, copyKept)),
    ),
    ...lined(
      words.contacts,
      contacts.map((one) =>
        words.contact(
          dayWords(one.on),
          partyWord(one.with),
          optionWord('recordContact', one.topic),
          optionWord('recordContact', one.way),
        ),
      ),
    ),
    ...lined(
      words.corrections,
      corrections.flatMap(({ requestedOn, deadline, answeredOn, points }) => [
        words.correction(dayWords(requestedOn), dayWords(deadline), answeredOn && dayWords(answeredOn)),
        ...points.map(({ field, text }) => `・${partWord(field)}：${text}`),
      ]),
    ),
    ...(joinedInto === null
      ? []
      : [[words.joinedInto, <a href={casePath(organ.id, 'proposal', joinedInto)}>{joinedInto}</a>] as const]),
  ];
  return (
    <>
      {facts.length > 0 && (
        <section class="section" aria-labelledby="intake">
          <h2 id="intake">{words.intake}</h2>
          <Facts facts={facts} />
        </section>
      )}
      {pendingTyping && (
        <section class="section" aria-labelledby="typing">
          <h2 id="typing">{words.typing}</h2>
          <Facts facts={[[words.typingReason, pendingTyping.reason], ...typingFacts(pendingTyping.preview)]} />
        </section>
      )}
    </>
  );
}

/** What the correction of a typing error moves, shown before anyone decides on it. */
export const typingFacts = ({ moves, newFindings, settledFindings }: TypingPreview): readonly Fact[] => [
  [
    words.moves,
    moves.length === 0 ? (
      words.noMoves
    ) : (
      <Lines lines={moves.map(({ name, from, to }) => words.move(name, dayOr(from), dayOr(to)))} />
    ),
  ],
  ...lined(words.newFindings, newFindings.map(words.finding)),
  ...lined(words.settledFindings, settledFindings.map(words.finding)),
];

const dayOr = (day: string | null): string => (day === null ? words.noDay : dayWords(day));

/** The review besides its findings: grounds, consultation, committee, third parties, merge, effort and quote. */
export const reviewFacts = ({ review }: ProposalState): readonly Fact[] => [
  ...groundFacts(review),
  ...lined(
    words.consultations,
    review.consultations.map(({ on, matter, answer }) => words.consultation(dayWords(on), matter, answer)),
  ),
  ...lined(words.referral, review.referral ? [dayWords(review.referral.referredOn)] : []),
  ...lined(words.report, reportLines(review)),
  ...lined(words.thirdParties, hearingLines(review)),
  ...lined(
    words.opinions,
    (review.thirdParties?.opinions ?? []).map(({ thirdParty, objects, receivedOn }) =>
      words.opinion(thirdParty, objects, dayWords(receivedOn)),
    ),
  ),
  ...lined(words.merge, mergeLines(review)),
  ...lined(
    words.effort,
    (review.effort?.tasks ?? []).map(({ task, minutes, note }) =>
      words.effortTask(effortTaskWords[task], minutes, note),
    ),
  ),
  ...lined(
    words.quote,
    review.quote ? [words.quoteText(dayWords(review.quote.quotedOn), review.quote.yen, review.quote.scrutiny)] : [],
  ),
  ...lined(words.outsourcing, review.outsourcing ? [dayWords(review.outsourcing.concludedOn)] : []),
];

type Review = ProposalState['review'];

const groundFacts = ({ grounds, dismissed, eligibility }: Review): readonly Fact[] => [
  ...lined(
    words.grounds,
    grounds.map(({ ground, party, label, basis, through }) =>
      words.ground(ground, partyWord(party), label || basis, through && dayWords(through)),
    ),
  ),
  ...lined(words.dismissed, dismissed),
  ...lined(words.eligibility, eligibility ? [eligibilityLine(eligibility)] : []),
];

const eligibilityLine = ({ on, obstacles }: NonNullable<Review['eligibility']>): string =>
  obstacles.length === 0
    ? words.eligible(dayWords(on))
    : words.barred(dayWords(on), obstacles.map(({ label, basis }) => label || basis).join('、'));

function reportLines({ referral }: Review): readonly string[] {
  if (!referral?.report) return [];
  const { conforming, reportedOn } = referral.report;
  return [conforming ? words.reportConforming(dayWords(reportedOn)) : words.reportNot(dayWords(reportedOn))];
}

function hearingLines({ thirdParties: step }: Review): readonly string[] {
  if (step === null) return [];
  const { notifiedOn, opinionsDueOn, notified, concludedOn, objectors } = step;
  return [
    ...(notifiedOn && opinionsDueOn ? [words.notified(dayWords(notifiedOn), notified, dayWords(opinionsDueOn))] : []),
    ...(concludedOn ? [words.concluded(dayWords(concludedOn), objectors?.length ?? 0)] : []),
  ];
}

function mergeLines({ merge }: Review): readonly string[] {
  if (merge === null) return [];
  const consents = merge.consents.filter((one) => one.consents).length;
  return [words.mergeState(merge.terms, consents, merge.concludedOn && dayWords(merge.concludedOn))];
}
