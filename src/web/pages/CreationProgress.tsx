import { creationSteps } from '../../app/ports/anonymizer.ts';
import type { CreationProgress as Running } from '../../app/ports/progress.ts';
import { caseWords } from '../../messages/caseWords.ts';
import { Banner } from '../components/Banner.tsx';

interface Props {
  readonly path: string;
  readonly isStill: boolean;
  /** Null before it is known. */
  readonly progress: Running | null;
}

/** Of the search it is known how much is left, of writing and checking how much is done. */
const doneOf = ({ left, done }: Running) => (left === null ? done : 1 - left);

function shareDone(progress: Running | null) {
  const done = progress && doneOf(progress);
  return done === null ? {} : { value: String(done) };
}

const percent = (share: number) => `${(share * 100).toFixed(1)}%`;

function progressText({ step, left, done }: Running): string {
  const share = [
    ...(left === null ? [] : [`${caseWords.progressLeft}${percent(left)}`]),
    ...(done === null ? [] : [`${caseWords.progressDone}${percent(done)}`]),
  ];
  const place = caseWords.progressPlace(creationSteps.indexOf(step) + 1, creationSteps.length);
  return [place, caseWords.progressSteps[step], ...share].join(' ');
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
