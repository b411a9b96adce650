import type { ReleaseState } from '../../../core/release/state.ts';
import { lifeWords } from '../../../messages/lifeWords.ts';
import { type Fact, Facts } from '../../components/Facts.tsx';
import { dayWords } from '../../components/momentWords.ts';

interface ReleaseAsideFactsProps {
  readonly state: ReleaseState;
  readonly names: ReadonlyMap<string, string>;
}

const shown = (label: string, lines: readonly string[]): readonly Fact[] =>
  lines.length === 0 ? [] : [[label, lines.join('、')]];

/** What goes on beside a creation: who was told, who was engaged, what was told to whom. */
export function ReleaseAsideFacts({ state, names }: ReleaseAsideFactsProps) {
  const { briefed, contractors, delays, publication, of } = state;
  const facts = [
    ...shown(
      lifeWords.briefed,
      briefed.map((person) => names.get(person) ?? person),
    ),
    ...shown(
      lifeWords.contractors,
      contractors.map(({ tier, concludedOn }) => lifeWords.tier(tier, dayWords(concludedOn))),
    ),
    ...shown(
      lifeWords.delays,
      delays.map(({ announcedOn, expectedOn }) => lifeWords.delay(dayWords(announcedOn), dayWords(expectedOn))),
    ),
    ...shown(
      lifeWords.publication,
      publication
        ? [
            lifeWords.publicationOf(publication.place, publication.through),
            lifeWords.requested(dayWords(publication.requestedOn)),
            ...(publication.confirmedOn ? [lifeWords.confirmed(dayWords(publication.confirmedOn))] : []),
          ]
        : [],
    ),
  ];
  if (facts.length === 0 && of === null) return null;
  return (
    <section class="section" aria-labelledby="aside">
      <h2 id="aside">{lifeWords.aside}</h2>
      {of !== null && <p>{lifeWords.reprovision}</p>}
      {facts.length > 0 && <Facts facts={facts} />}
    </section>
  );
}
