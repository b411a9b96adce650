import { caseWords } from '../../messages/caseWords.ts';
import { Banner } from '../components/Banner.tsx';

/** A creation that is running; the page asks for itself again unless that was turned off. */
export function CreationProgress({ path, isStill }: { readonly path: string; readonly isStill: boolean }) {
  return (
    <Banner tone="info" title={caseWords.progress}>
      <p>{caseWords.progressText}</p>
      <progress class="progress" aria-label={caseWords.progress} />
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
