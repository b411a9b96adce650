import { blankForm, blankForms } from '../../app/documents/blankForms.ts';
import { answerPublic } from '../answers.ts';
import { Failure } from '../failure.ts';
import { FormsPage } from '../pages/FormsPage.tsx';
import { atOrgan, type OrganVisit, type Route } from '../route.ts';
import { download } from './cases.tsx';
import { paperKinds } from './papers.tsx';

const path = '/organs/:organ/forms';

/** Blank forms for download (PUB-8): everyone may have them. */
export const formRoutes: readonly Route[] = [
  { method: 'GET', path, asked: 'everyone', answer: atOrgan(formsPage) },
  { method: 'GET', path: `${path}/:form`, asked: 'everyone', answer: atOrgan(form) },
];

const today = ({ parts }: OrganVisit) => parts.clock.procedure().slice(0, 10);

function formsPage(visit: OrganVisit): Promise<Response> {
  const { c, frame, organ } = visit;
  return answerPublic(visit, { organs: [organ.id], address: c.req.path }, async () => (
    <FormsPage frame={frame} organ={organ} forms={blankForms(organ.rules, today(visit))} />
  ));
}

async function form(visit: OrganVisit): Promise<Response> {
  const [name = '', extension = ''] = (visit.c.req.param('form') ?? '').split('.');
  const kind = extension === 'pdf' || extension === 'docx' ? paperKinds[extension] : null;
  const paper = kind && blankForm(visit.organ.rules, name, today(visit));
  if (!kind || !paper) throw new Failure('notFound');
  const content = await visit.parts.printer[kind.form](paper);
  return download(visit, new Uint8Array(content), `${paper.title}.${extension}`, kind.type);
}
