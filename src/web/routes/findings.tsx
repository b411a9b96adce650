import { randomUUID } from 'node:crypto';
import { actorOn } from '../../app/cases/caseActs.ts';
import { fileFacts } from '../../app/cases/fileFacts.ts';
import { listedCase } from '../../app/cases/searchCases.ts';
import { execute } from '../../app/execute.ts';
import type { StateRecord } from '../../app/ports/eventStore.ts';
import { keepFile } from '../../app/release/keepFile.ts';
import type { CriterionId } from '../../core/organ/provision.ts';
import { criteriaOf } from '../../core/proposal/criteriaOf.ts';
import type { ProposalState } from '../../core/proposal/state.ts';
import { refusalText } from '../../messages/refusalText.ts';
import { answerPage } from '../answers.ts';
import { casePath } from '../casePaths.ts';
import { conflictOf } from '../conflictOf.ts';
import { criterionHelp } from '../criterionHelp.ts';
import { Failure } from '../failure.ts';
import { evidenceName, type GivenFinding, metName, readFindings, writeFindings } from '../forms/findings.ts';
import { holdFiles } from '../forms/heldFiles.ts';
import type { Mistakes } from '../forms/readWritten.ts';
import type { Written } from '../forms/written.ts';
import { BlockedPage } from '../pages/BlockedPage.tsx';
import { FindingsPage, type FindingsPageProps } from '../pages/FindingsPage.tsx';
import { asStaff, type Route, type StaffVisit } from '../route.ts';
import { caseOf } from './cases.tsx';

const path = '/organs/:organ/staff/cases/:id/findings';
const asked = { command: 'recordFinding' } as const;

/** The review of a proposal: all criteria on one page. */
export const findingRoutes: readonly Route[] = [
  { method: 'GET', path, asked, answer: asStaff(showFindings) },
  { method: 'POST', path, asked, takesFiles: true, answer: asStaff(recordFindings) },
];

const stateOf = (record: StateRecord) => record.state as ProposalState;

async function showFindings(visit: StaffVisit): Promise<Response> {
  const record = await caseOf(visit, 'proposal');
  const allowed = actorOn(visit.staff.account, visit.organ.id, asked, stateOf(record));
  if ('refusal' in allowed) {
    const { frame, organ } = visit;
    const props = { frame, organ, kind: 'proposal', id: record.stream.id, title: titleOf(record) } as const;
    const page = <BlockedPage {...props} command="recordFinding" reason={refusalText(allowed.refusal)} />;
    return answerPage(visit.c, page, 409);
  }
  return answerPage(visit.c, <FindingsPage {...(await pageProps(visit, record))} />);
}

const titleOf = ({ stream, state }: StateRecord): string =>
  listedCase('proposal', stream.id, state as ProposalState).title || stream.id;

async function pageProps(visit: StaffVisit, record: StateRecord): Promise<FindingsPageProps> {
  const { parts, organ, frame } = visit;
  const state = stateOf(record);
  const rules = rulesFor(visit, state);
  const facts = await fileFacts(parts, organ.id, state);
  const asked = criteriaOf(state, rules);
  return {
    frame,
    organ,
    id: record.stream.id,
    title: titleOf(record),
    criteria: rules.review.criteria
      .filter(({ id }) => asked.includes(id))
      .map((criterion) => ({
        ...criterion,
        help: criterionHelp(criterion.id, state, rules, facts),
        kept: state.findings.find((one) => one.criterion === criterion.id)?.evidence.map(({ name }) => name) ?? [],
      })),
    written: writeFindings(state),
    mistakes: new Map(),
    version: record.version,
    commandId: randomUUID(),
    saved: null,
    conflict: null,
  };
}

/** The rules that the case keeps. */
const rulesFor = ({ parts, organ }: StaffVisit, { ruleDay }: ProposalState) =>
  parts.rules.inForce(organ.id, ruleDay) ?? organ.rules;

/** What was saved has its paper in the case by now. */
const unsaved = (written: Written, { saved }: Recording): Written =>
  new URLSearchParams(
    [...written].filter(([name]) => !saved.some((criterion) => name.startsWith(evidenceName(criterion)))),
  );

interface Recording {
  readonly saved: readonly CriterionId[];
  readonly mistakes: Mistakes;
  readonly isStale: boolean;
}

async function recordFindings(visit: StaffVisit): Promise<Response> {
  const { c, parts, organ, staff, form, files } = visit;
  const record = await caseOf(visit, 'proposal');
  const store = (content: Uint8Array) => keepFile(parts, organ.id, record.stream, content);
  const held = await holdFiles(store, 'recordFinding', staff.account.person, { written: form, files });
  const { changed, mistakes } = readFindings(held.written, stateOf(record), rulesFor(visit, stateOf(record)));
  const recording = await recordAll(visit, record.stream.id, changed);
  const all = new Map([...mistakes, ...held.mistakes, ...recording.mistakes]);
  if (all.size === 0 && !recording.isStale)
    return c.redirect(`${casePath(organ.id, 'proposal', record.stream.id)}?done=recordFinding`, 303);
  const props = await pageProps(visit, await caseOf(visit, 'proposal'));
  const since = recording.isStale ? await conflictOf(visit, record.stream, Number(form.get('expectedVersion'))) : null;
  const page = (
    <FindingsPage
      {...props}
      written={unsaved(held.written, recording)}
      mistakes={all}
      saved={recording.saved.length}
      conflict={since}
    />
  );
  return answerPage(c, page, recording.isStale ? 409 : 422);
}

/** Gives the findings one after the other; a refused one leaves the others. */
async function recordAll(visit: StaffVisit, id: string, findings: readonly GivenFinding[]): Promise<Recording> {
  const { parts, organ, staff, form } = visit;
  const [commandId, started] = [form.get('commandId') ?? '', Number(form.get('expectedVersion') ?? 'x')];
  if (!/^[\da-f-]{36}$/.test(commandId) || !Number.isSafeInteger(started)) throw new Failure('badRequest');
  const mistakes = new Map<string, string>();
  const saved: CriterionId[] = [];
  let version = started;
  for (const finding of findings) {
    const outcome = await execute(parts, {
      organ: organ.id,
      actor: staff.actor,
      commandId: `${commandId}:${finding.criterion}`,
      stream: { kind: 'proposal', id },
      expectedVersion: version,
      command: { do: 'recordFinding', ...finding },
    });
    if (outcome.outcome === 'conflict') return { saved, mistakes, isStale: true };
    if (outcome.outcome === 'refused') mistakes.set(metName(finding.criterion), refusalText(outcome.refusal));
    else {
      version = outcome.events.at(-1)?.version ?? version;
      saved.push(finding.criterion);
    }
  }
  return { saved, mistakes, isStale: false };
}
