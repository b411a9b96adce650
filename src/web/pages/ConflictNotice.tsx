import type { StoredEvent } from '../../app/ports/eventStore.ts';
import { eventWords } from '../../messages/eventWords.ts';
import { formWords } from '../../messages/formWords.ts';
import { Banner } from '../components/Banner.tsx';
import { momentWords } from '../components/momentWords.ts';

export interface ConflictProps {
  /** What happened since the form was opened. */
  readonly events: readonly StoredEvent[];
  /** Names of the organ's people by their id. */
  readonly names: ReadonlyMap<string, string>;
}

/** Someone was faster: what they did, and that nothing that was typed is lost. */
export function ConflictNotice({ events, names }: ConflictProps) {
  return (
    <Banner tone="warning" title={formWords.conflictTitle}>
      <p>{formWords.conflictText}</p>
      <ul class="bullets">
        {events.map(({ type, at, actor }) => (
          <li>
            {momentWords(at)}　{names.get(actor.person) ?? ''}　{eventWords(type)}
          </li>
        ))}
      </ul>
    </Banner>
  );
}
