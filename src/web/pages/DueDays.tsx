import type { DueDay } from '../../app/timeline/dueDays.ts';
import { derivationText } from '../../messages/derivation.ts';
import { timelineWords } from '../../messages/timelineWords.ts';
import { daysUntil } from '../callCards.ts';
import { dayWords } from '../components/momentWords.ts';

/** The days that lie before a case, each with how it was reached. */
export function DueDays({ due, today }: { readonly due: readonly DueDay[]; readonly today: string }) {
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
