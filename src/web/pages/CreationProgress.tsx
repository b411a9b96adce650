import type { CreationProgress as Running } from '../../app/ports/progress.ts';
import { caseWords } from '../../messages/caseWords.ts';
import { Banner } from '../components/Banner.tsx';

interface Props {
  readonly path: string;
  readonly isStill: boolean;
  /** Null before it is known. */
  readonly progress: Running | null;
}

/** Of the search alone it is known how much is left. */
const shareDone = (progress: Running | null) => (progress?.left == null ? {} : { value: String(1 - progress.left) });

function progressText({ step, left }: Running): string {
  const words = caseWords.progressSteps[step];
  return left === null ? words : `${words} ${caseWords.progressLeft}${(left * 100).toFixed(1)}%`;
}

/** A creation that is running; the page asks for itself again unless that was turned off. */
export function CreationProgress({ path, isStill, progress }: Props) {
  return (
    <Banner tone="info" title={caseWords.progress}>
      <p>{caseWords.progressText}</p>
      {progress && <p>{progressText(progress)}</p>}
      <progress class="progress" aria-label={caseWords.progress} {...shareDone(progress)} />
      <p class="actions">
        <a class="button button--small" href={isStill ? path : `${path}?still=1`}>
          {isStill ? caseWords.progressStart : caseWords.progressStop}
        </a>
        {isStill && (
          <a class="button button--small" href={`${path}?still=1`}>
            {caseWords.progressReload}
          </a>
        )}
      </p>
    </Banner>
  );
}
