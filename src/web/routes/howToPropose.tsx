import { publicCalls } from '../../app/call/publicCalls.ts';
import { casePapers, paperFile } from '../../app/cases/casePapers.ts';
import { blankForms } from '../../app/documents/blankForms.ts';
import { loadCase } from '../../app/loadCase.ts';
import { guidelineOf } from '../../core/call/state.ts';
import { answerPublic } from '../answers.ts';
import { callCards } from '../callCards.ts';
import { Failure } from '../failure.ts';
import { HowToProposePage } from '../pages/filing/HowToProposePage.tsx';
import { atOrgan, type OrganVisit, type Route } from '../route.ts';
import { download } from './cases.tsx';

/** How a proposal is made at an organ, and the guideline of a call: everyone may read both. */
export const howToProposeRoutes: readonly Route[] = [
  { method: 'GET', path: '/organs/:organ/how-to-propose', asked: 'everyone', answer: atOrgan(howTo) },
  { method: 'GET', path: '/en/organs/:organ/how-to-propose', asked: 'everyone', answer: atOrgan(howTo) },
  { method: 'GET', path: '/organs/:organ/calls/:call/guideline.pdf', asked: 'everyone', answer: atOrgan(guideline) },
];

function howTo(visit: OrganVisit): Promise<Response> {
  const { c, parts, frame, organ } = visit;
  return answerPublic(visit, { organs: [organ.id], address: c.req.path }, async () => {
    const today = parts.clock.procedure().slice(0, 10);
    const calls = callCards(await publicCalls(parts.events, organ.id), today);
    return <HowToProposePage {...{ frame, organ, calls, blanks: blankForms(organ.rules, today) }} />;
  });
}

/** The file that the organ set as its guideline, else the paper that was made when the call was published. */
async function guideline(visit: OrganVisit): Promise<Response> {
  const { c, parts, organ } = visit;
  const stream = { kind: 'call', id: c.req.param('call') ?? '' } as const;
  const call = await loadCase(parts, organ.id, 'call', stream.id);
  if (!call || !['published', 'open', 'closed'].includes(call.stage)) throw new Failure('notFound');
  const set = guidelineOf(call)?.file ?? null;
  if (set)
    return download(visit, new Uint8Array(await parts.files.get(set.digest)), set.name, 'application/octet-stream');
  const papers = await casePapers(parts, organ.id, stream);
  const paper = papers.findLast(({ kept }) => kept?.form === 'callGuideline');
  const content = paper && (await paperFile(parts, organ.id, stream, paper.id, 'pdf'));
  if (!content) throw new Failure('notFound');
  return download(visit, new Uint8Array(content), `${paper.title}.pdf`, 'application/pdf');
}
