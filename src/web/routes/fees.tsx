import { feeAnswer } from '../../app/rules/feeRule.ts';
import { answerPage, answerPublic } from '../answers.ts';
import { type FeeKind, feeKinds, kindsOf, readFeeQuery } from '../feeQuery.ts';
import { type FeeEstimate, FeesPage } from '../pages/FeesPage.tsx';
import { atOrgan, type OrganVisit, type Route } from '../route.ts';

/** What a proposal costs at an organ, and an estimate: everyone may see both. */
export const feeRoutes: readonly Route[] = [
  { method: 'GET', path: '/organs/:organ/fees', asked: 'everyone', answer: atOrgan(fees) },
];

function fees(visit: OrganVisit): Promise<Response> | Response {
  const { c, frame, organ } = visit;
  const asked = new URL(c.req.url).searchParams;
  const kinds = kindsOf(organ.rules);
  const kind = feeKinds.find((one) => one === asked.get('kind') && kinds.includes(one));
  const shown = { frame, organ, asked, kind: kind ?? kinds[0] ?? 'new' };
  if (kind === undefined)
    return answerPublic(visit, { organs: [organ.id], address: c.req.path }, async () => (
      <FeesPage {...shown} mistakes={new Map()} estimate={null} />
    ));
  const { mistakes, estimate } = estimateOf(visit, kind, asked);
  const page = <FeesPage {...shown} mistakes={mistakes} estimate={estimate} />;
  return answerPage(c, page, mistakes.size > 0 ? 400 : 200);
}

interface Estimated {
  readonly mistakes: ReadonlyMap<string, string>;
  readonly estimate: FeeEstimate | null;
}

function estimateOf({ organ: { rules } }: OrganVisit, kind: FeeKind, asked: URLSearchParams): Estimated {
  const query = readFeeQuery(rules, kind, asked);
  if ('mistakes' in query) return { mistakes: query.mistakes, estimate: null };
  const answer = feeAnswer(rules, query.input);
  if ('problem' in answer) throw new Error(`${rules.organ} ${kind}: ${answer.problem.message}`);
  const { output, citation, derivation } = answer;
  return { mistakes: new Map(), estimate: { output, citation: citation.text, derivation } };
}
