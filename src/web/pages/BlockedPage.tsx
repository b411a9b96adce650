import type { CommandName } from '../../app/aggregates.ts';
import { commandWords } from '../../messages/commandWords.ts';
import { formWords } from '../../messages/formWords.ts';
import { Banner } from '../components/Banner.tsx';
import { CaseLayout } from './CaseLayout.tsx';
import { backHref, type CommandPageProps } from './CommandPage.tsx';

interface BlockedPageProps extends Pick<CommandPageProps, 'frame' | 'organ' | 'kind' | 'id' | 'title'> {
  readonly command: CommandName;
  readonly reason: string;
}

/** A command that cannot be given now, with the reason. */
export function BlockedPage(props: BlockedPageProps) {
  const words = commandWords[props.command];
  return (
    <CaseLayout {...props} page={words.title}>
      <div class="intro">
        {props.title !== null && <p class="intro__shoulder">{props.title}</p>}
        <h1>{words.title}</h1>
      </div>
      <Banner tone="warning" title={formWords.blockedTitle}>
        <p>{props.reason}</p>
      </Banner>
      <p class="actions">
        <a class="button" href={backHref(props)}>
          {formWords.toCase}
        </a>
      </p>
    </CaseLayout>
  );
}
