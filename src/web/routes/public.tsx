import { publicCalls } from '../../app/call/publicCalls.ts';
import { readEntry } from '../../app/register/readEntry.ts';
import { registerByUnit } from '../../app/register/registerByUnit.ts';
import { searchRegister } from '../../app/register/searchRegister.ts';
import { publicWords } from '../../messages/publicWords.ts';
import { unitTitle } from '../../messages/registerWords.ts';
import { actorFor } from '../access.ts';
import { answerPage, answerPublic } from '../answers.ts';
import { callCards, standingOf } from '../callCards.ts';
import { Failure } from '../failure.ts';
import { languageOf } from '../language.ts';
import { organCards } from '../organCard.ts';
import { EntryPage } from '../pages/EntryPage.tsx';
import { HomePage } from '../pages/HomePage.tsx';
import { OrganPage } from '../pages/OrganPage.tsx';
import { entriesPerPage, RegisterPage } from '../pages/RegisterPage.tsx';
import { RegisterUnitsPage } from '../pages/RegisterUnitsPage.tsx';
import { cleanText } from '../readForm.ts';
import { longestText, queryOf, type RegisterQuery, readQuery } from '../registerQuery.ts';
import { atOrgan, type OrganVisit, type Route, type Visit } from '../route.ts';

/** What an address below an organ shows depends on that organ alone. */
const sharedBy = ({ c, organ }: OrganVisit, query = '') => ({ organs: [organ.id], address: `${c.req.path}${query}` });

const home = (visit: Visit): Promise<Response> =>
  answerPublic(visit, { organs: visit.parts.rules.organs, address: visit.c.req.path }, async () => {
    const { parts, frame } = visit;
    const today = parts.clock.procedure().slice(0, 10);
    const organs = await Promise.all(
      organCards(parts.rules, today).map(async (organ) => ({
        organ,
        standing: standingOf(callCards(await publicCalls(parts.events, organ.id), today)),
      })),
    );
    return <HomePage frame={frame} organs={organs} />;
  });

const organHome = (visit: OrganVisit): Promise<Response> =>
  answerPublic(visit, sharedBy(visit), async () => {
    const { parts, frame, organ } = visit;
    const count = async (marks: readonly 'solicited'[]) =>
      (await searchRegister(parts.events, organ.id, { text: '', marks, limit: 1 })).total;
    const counts = { total: await count([]), solicited: await count(['solicited']) };
    const calls = callCards(await publicCalls(parts.events, organ.id), parts.clock.procedure().slice(0, 10));
    const { fingerprint } = await parts.keys.publicKey(organ.id);
    return <OrganPage {...{ frame, organ, counts, calls, fingerprint }} />;
  });

async function register(visit: OrganVisit): Promise<Response> {
  const { c, frame, organ } = visit;
  const asked = readQuery(new URL(c.req.url).searchParams);
  if (asked.text.length > longestText) {
    const query = { ...asked, text: asked.text.slice(0, longestText) };
    const error = publicWords[languageOf(c.req.path)].register.tooLong(longestText);
    const page = <RegisterPage frame={frame} organ={organ} query={query} error={error} entries={[]} total={0} />;
    return answerPage(c, page, 400);
  }
  return answerPublic(visit, sharedBy(visit, queryOf(asked)), async () => {
    const { query, entries, total } = await pageOf(visit, asked);
    return <RegisterPage frame={frame} organ={organ} query={query} error={null} entries={entries} total={total} />;
  });
}

/** The entries of a page; beyond the last page, those of the last one. */
async function pageOf({ parts, organ }: OrganVisit, query: RegisterQuery) {
  const search = (page: number) =>
    searchRegister(parts.events, organ.id, {
      text: query.text,
      marks: query.marks,
      limit: entriesPerPage,
      offset: (page - 1) * entriesPerPage,
    });
  const found = await search(query.page);
  const last = Math.max(1, Math.ceil(found.total / entriesPerPage));
  if (query.page <= last) return { query, ...found };
  return { query: { ...query, page: last }, ...(await search(last)) };
}

/** PUB-9: the register by the units of the organ; an organ that is not shown so has no such page. */
async function registerUnits(visit: OrganVisit): Promise<Response> {
  const { c, parts, frame, organ } = visit;
  const endings = organ.rules.publication.registerUnits?.value;
  if (!endings) throw new Failure('notFound');
  const asked = cleanText(new URL(c.req.url).searchParams.get('unit') ?? '');
  const unit = asked === '' ? null : asked;
  return answerPublic(visit, sharedBy(visit, unit === null ? '' : `?unit=${encodeURIComponent(unit)}`), async () => {
    const found = await registerByUnit(parts.events, organ.id, endings, unit);
    return <RegisterUnitsPage frame={frame} organ={organ} title={unitTitle(endings)} unit={unit} {...found} />;
  });
}

const entryPage = (visit: OrganVisit): Promise<Response> =>
  answerPublic(visit, sharedBy(visit), async () => {
    const { c, parts, frame, organ } = visit;
    const found = await readEntry(parts.events, organ.id, c.req.param('entry') ?? '');
    if (!found) throw new Failure('notFound');
    const { account } = frame;
    const mayCorrect = account !== null && actorFor(account, organ.id, { command: 'correctEntry' }) !== null;
    return <EntryPage frame={frame} organ={organ} {...found} mayCorrect={mayCorrect} />;
  });

/** What everyone may see; below `/en` in English. */
export const publicRoutes: readonly Route[] = [
  { method: 'GET', path: '/en', asked: 'everyone', answer: home },
  { method: 'GET', path: '/en/organs/:organ', asked: 'everyone', answer: atOrgan(organHome) },
  { method: 'GET', path: '/en/organs/:organ/register', asked: 'everyone', answer: atOrgan(register) },
  { method: 'GET', path: '/', asked: 'everyone', answer: home },
  { method: 'GET', path: '/organs/:organ', asked: 'everyone', answer: atOrgan(organHome) },
  { method: 'GET', path: '/organs/:organ/register', asked: 'everyone', answer: atOrgan(register) },
  { method: 'GET', path: '/organs/:organ/register/units', asked: 'everyone', answer: atOrgan(registerUnits) },
  { method: 'GET', path: '/organs/:organ/register/:entry', asked: 'everyone', answer: atOrgan(entryPage) },
];
