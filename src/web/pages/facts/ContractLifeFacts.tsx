import type { Handler } from '../../../core/proposal/form.ts';
import type { ProposalState } from '../../../core/proposal/state.ts';
import { contractOptionWords } from '../../../messages/contractFieldWords.ts';
import { effortTaskWords } from '../../../messages/effortTaskWords.ts';
import { optionWord } from '../../../messages/fieldWords.ts';
import { handlerWord } from '../../../messages/handlerWord.ts';
import { lifeWords } from '../../../messages/lifeWords.ts';
import { timelineWords } from '../../../messages/timelineWords.ts';
import { type Fact, Facts } from '../../components/Facts.tsx';
import { dayWords } from '../../components/momentWords.ts';

const word = (value: string): string => contractOptionWords[value] ?? optionWord('cancelContract', value);

interface ContractLifeFactsProps {
  readonly state: ProposalState;
  /** By their number; empty where they may not be seen. */
  readonly handlers: ReadonlyMap<string, Handler>;
}

/** What happened to a proposal from its notice on; nothing where nothing did. */
export function ContractLifeFacts({ state, handlers }: ContractLifeFactsProps) {
  const facts = [...feeFacts(state), ...handlerFacts(state, handlers), ...endFacts(state)];
  if (facts.length === 0) return null;
  return (
    <section class="section" aria-labelledby="life">
      <h2 id="life">{lifeWords.contractLife}</h2>
      <Facts facts={facts} />
    </section>
  );
}

const shown = (label: string, lines: readonly string[]): readonly Fact[] =>
  lines.length === 0 ? [] : [[label, lines.join('、')]];

function feeFacts({ life }: ProposalState): readonly Fact[] {
  const { feeCorrections, feeDifference, refund, fine, actualEffort } = life;
  return [
    ...shown(
      lifeWords.feeCorrections,
      feeCorrections.map(({ from, to, correctedOn }) =>
        lifeWords.feeCorrection(timelineWords.yen(from), timelineWords.yen(to), dayWords(correctedOn)),
      ),
    ),
    ...shown(
      lifeWords.feeDifference,
      feeDifference === null
        ? []
        : [
            feeDifference.direction === 'return'
              ? lifeWords.differenceReturn(timelineWords.yen(feeDifference.yen))
              : lifeWords.differenceCollect(timelineWords.yen(feeDifference.yen)),
          ],
    ),
    ...shown(
      lifeWords.refund,
      refund ? [`${timelineWords.yen(refund.yen)}（${dayWords(refund.on)}　${refund.reason}）`] : [],
    ),
    ...shown(lifeWords.fine, fine ? [`${timelineWords.yen(fine.yen)}（${dayWords(fine.on)}）`] : []),
    ...shown(
      lifeWords.actualOutsourcing,
      life.actualOutsourcingYen === null ? [] : [timelineWords.yen(life.actualOutsourcingYen)],
    ),
    ...shown(
      lifeWords.actualEffort,
      (actualEffort ?? []).map(({ task, minutes }) => `${effortTaskWords[task]} ${lifeWords.minutes(minutes)}`),
    ),
  ];
}

function handlerFacts({ life }: ProposalState, named: ContractLifeFactsProps['handlers']): readonly Fact[] {
  const { handlers, changeNotices, advices } = life;
  return [
    ...shown(
      lifeWords.handlers,
      handlers.map(
        ({ handler, stage, from }) =>
          `${handlerWord(handler, named.get(handler))}（${lifeWords.handlerStage[stage]}　${dayWords(from)}から）`,
      ),
    ),
    ...shown(
      lifeWords.changeNotices,
      changeNotices.map(({ receivedOn, items }) => `${items.map(word).join('・')}（${dayWords(receivedOn)}）`),
    ),
    ...shown(
      lifeWords.advices,
      advices.map(({ on, items }) => `${items.map(word).join('・')}（${dayWords(on)}）`),
    ),
  ];
}

function endFacts({ life, cancellation }: ProposalState): readonly Fact[] {
  const { breaches, reports, intent } = life;
  return [
    ...shown(
      lifeWords.breaches,
      breaches.map(({ term, foundOn, isMaterial }) => lifeWords.breach(term, dayWords(foundOn), isMaterial)),
    ),
    ...shown(
      lifeWords.reports,
      reports.map(
        ({ report, reportedOn, documentNumber }) => `${word(report)}（${dayWords(reportedOn)}　${documentNumber}）`,
      ),
    ),
    ...shown(
      lifeWords.intent,
      intent
        ? [
            `${word(intent.ground)}（${intent.agreed ? lifeWords.agreed(dayWords(intent.agreed.on)) : lifeWords.notAgreed}）`,
          ]
        : [],
    ),
    ...shown(
      lifeWords.cancellation,
      cancellation
        ? [
            `${word(cancellation.ground)}（${dayWords(cancellation.cancelledOn)}）`,
            cancellation.barredThrough
              ? lifeWords.barredThrough(dayWords(cancellation.barredThrough))
              : lifeWords.barsNobody,
          ]
        : [],
    ),
  ];
}
