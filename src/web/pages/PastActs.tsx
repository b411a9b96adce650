import type { PastAct } from '../../app/timeline/caseTimeline.ts';
import { eventWords } from '../../messages/eventWords.ts';
import { staffWords } from '../../messages/staffWords.ts';
import { momentWords } from '../components/momentWords.ts';
import type { OrganCard } from '../organCard.ts';
import { actDetails } from './actDetails.ts';
import { roleName } from './roleName.ts';

interface PastActsProps {
  readonly acts: readonly PastAct[];
  readonly organ: OrganCard;
  readonly names: ReadonlyMap<string, string>;
}

/** Who did what when, oldest first. */
export function PastActs({ acts, organ, names }: PastActsProps) {
  return (
    <ol class="timeline">
      {acts.map((act) => (
        <li>
          <p class="timeline__when">
            <time datetime={act.at}>{momentWords(act.at)}</time>
          </p>
          <h3>{eventWords(act.type)}</h3>
          <p>{doer(act, organ, names)}</p>
          {actDetails(act).map((detail) => (
            <p class="soft">{detail}</p>
          ))}
        </li>
      ))}
    </ol>
  );
}

function doer({ actor }: PastAct, organ: OrganCard, names: ReadonlyMap<string, string>): string {
  const role = roleName(actor.role, organ.rules);
  const name = names.get(actor.person);
  const absent = actor.inPlaceOf === undefined ? null : staffWords.standsIn(names.get(actor.inPlaceOf) ?? role);
  return [role, name, absent].filter(Boolean).join('　');
}
