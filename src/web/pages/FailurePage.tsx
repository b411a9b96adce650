import { type FailureCode, failureWords } from '../../messages/failureWords.ts';
import { siteWords } from '../../messages/siteWords.ts';
import { Layout } from '../components/Layout.tsx';
import type { Frame } from '../frame.ts';

interface FailurePageProps {
  readonly frame: Frame;
  readonly code: FailureCode;
  /** When it happened, for the administrator's records. */
  readonly at: Date;
}

/** What went wrong, why, and what to do next. */
export function FailurePage({ frame, code, at }: FailurePageProps) {
  const { title, explanation, next } = failureWords[code];
  const organ = frame.organ;
  return (
    <Layout frame={frame} title={title}>
      <div class="intro">
        <h1>{title}</h1>
        <p>{explanation}</p>
        <p>{next}</p>
        {code === 'failed' && <p class="soft small">{at.toISOString()}</p>}
        <div class="actions">
          {code === 'signInNeeded' && organ && (
            <a class="button button--main" href={`/organs/${organ.id}/sign-in`}>
              {siteWords.signIn}
            </a>
          )}
          {organ && (
            <a class="button" href={`/organs/${organ.id}`}>
              {siteWords.organHome}
            </a>
          )}
          <a class="button" href="/">
            {siteWords.toHome}
          </a>
        </div>
      </div>
    </Layout>
  );
}
