import type { CaseKind, CommandName } from '../../app/aggregates.ts';
import { permissionOf } from '../../app/aggregates.ts';
import type { Awaited } from '../../app/cases/awaited.ts';
import type { CaseAct } from '../../app/cases/caseActs.ts';
import { caseWords } from '../../messages/caseWords.ts';
import { commandWords } from '../../messages/commandWords.ts';
import { refusalText } from '../../messages/refusalText.ts';
import { stageWord } from '../../messages/stageWord.ts';
import { commandPath } from '../casePaths.ts';
import type { OrganCard } from '../organCard.ts';
import { roleName } from './roleName.ts';

interface CaseActsProps {
  readonly organ: OrganCard;
  readonly kind: CaseKind;
  readonly id: string;
  readonly acts: readonly CaseAct[];
  /** What the case waits for, whoever's turn it is. */
  readonly awaited: readonly Awaited[];
}

/** What the person can do now: what the case waits for first, then the rest; whose turn it is otherwise. */
export function CaseActs(props: CaseActsProps) {
  const { acts, awaited, organ } = props;
  const possible = acts.filter(({ obstacle }) => obstacle === null).map(({ command }) => command);
  const wanted = awaited.map(({ command }) => command);
  const main = wanted.filter((command) => possible.includes(command));
  const aside = possible.filter((command) => !main.includes(command));
  const others = wanted.filter((command) => !acts.some((act) => act.command === command));
  return (
    <section class="section" aria-labelledby="acts">
      <h2 id="acts">{caseWords.actsNow}</h2>
      {others.map((command) => (
        <p>{caseWords.waitingFor(whoOf(command, props.kind, organ), commandWords[command].title)}</p>
      ))}
      {possible.length === 0 && <p class="soft">{caseWords.actsNowNone}</p>}
      {main.length > 0 && <Buttons {...props} commands={main} isMain />}
      {aside.length > 0 && (
        <details open={main.length === 0}>
          <summary>{caseWords.actsAside}</summary>
          <Buttons {...props} commands={aside} isMain={false} />
        </details>
      )}
      <Later acts={acts} kind={props.kind} />
    </section>
  );
}

const whoOf = (command: CommandName, kind: CaseKind, organ: OrganCard): string =>
  permissionOf(command, kind)
    .roles.filter((role) => role !== 'system')
    .map((role) => roleName(role, organ.rules))
    .join('・');

interface ButtonsProps extends Pick<CaseActsProps, 'organ' | 'kind' | 'id'> {
  readonly commands: readonly CommandName[];
  readonly isMain: boolean;
}

function Buttons({ organ, kind, id, commands, isMain }: ButtonsProps) {
  return (
    <ul class="acts">
      {commands.map((command) => (
        <li>
          <a class={isMain ? 'button button--main' : 'button'} href={commandPath(organ.id, kind, id, command)}>
            {commandWords[command].title}
          </a>
          <p class="small soft">{commandWords[command].lead}</p>
        </li>
      ))}
    </ul>
  );
}

/** What the person's roles know and the case does not allow now: by what stands against it, and else by its stages. */
function Later({ acts, kind }: Pick<CaseActsProps, 'acts' | 'kind'>) {
  const later = acts.flatMap(({ command, obstacle }) => (obstacle === null ? [] : [{ command, obstacle }]));
  if (later.length === 0) return null;
  const byStage = Map.groupBy(
    later.filter(({ obstacle }) => obstacle.code === 'notInStage'),
    ({ command }) => permissionOf(command, kind).stages.map(stageWord).join('、'),
  );
  return (
    <details>
      <summary>{caseWords.actsLater}</summary>
      <ul class="plain">
        {later.map(
          ({ command, obstacle }) =>
            obstacle.code !== 'notInStage' && (
              <li>
                <strong>{commandWords[command].title}</strong>
                <p class="soft">{refusalText(obstacle)}</p>
              </li>
            ),
        )}
        {[...byStage].map(([stages, some]) => (
          <li>
            <strong>{caseWords.actsIn(stages)}</strong>
            <p class="soft">{some.map(({ command }) => commandWords[command].title).join('、')}</p>
          </li>
        ))}
      </ul>
    </details>
  );
}
