import type { Context } from 'hono';
import { type FailureCode, failureWords } from '../messages/failureWords.ts';
import { prefersJson } from './accepts.ts';
import { accountAt } from './admit.ts';
import { answerPage } from './answers.ts';
import { failureStatus } from './failure.ts';
import { frameOf } from './frame.ts';
import { organCard } from './organCard.ts';
import { FailurePage } from './pages/FailurePage.tsx';
import type { WebParts } from './parts.ts';

/** Tells what went wrong: as JSON to programs, with the details that only they can make use of, as a page to people. */
export async function answerFailure(
  c: Context,
  parts: WebParts,
  code: FailureCode,
  details: readonly string[] = [],
): Promise<Response> {
  const { title, explanation, next } = failureWords[code];
  const status = failureStatus[code];
  if (c.req.path.startsWith('/api/') || prefersJson(c.req.header('accept')))
    return c.json(
      { error: { code, message: `${title}。${explanation}${next}`, ...(details.length > 0 ? { details } : {}) } },
      status,
      {
        'Cache-Control': 'no-store',
      },
    );
  const id = c.req.path.match(/^\/organs\/([a-z0-9-]+)/)?.[1];
  const organ = id === undefined ? null : organCard(parts.rules, id, parts.clock.procedure().slice(0, 10));
  const account = await accountAt(c, parts, organ).catch(() => null);
  const frame = frameOf(parts, { path: c.req.path, organ, account });
  return answerPage(c, <FailurePage frame={frame} code={code} at={parts.clock.real()} />, status);
}
