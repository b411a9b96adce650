import type { CaseKind, CommandName } from '../../app/aggregates.ts';
import type { DeskAlarm } from '../../app/cases/deskAlarms.ts';
import type { Errand } from '../../app/cases/inbox.ts';
import { type ListedCase, listedCase } from '../../app/cases/searchCases.ts';
import { viewOf } from '../../app/cases/viewOf.ts';
import type { Account } from '../../app/ports/identity.ts';
import { auditWords } from '../../messages/auditWords.ts';
import { calendarWords } from '../../messages/calendarWords.ts';
import { caseWords } from '../../messages/caseWords.ts';
import { commandWords } from '../../messages/commandWords.ts';
import { effortWords } from '../../messages/effortWords.ts';
import { figureWords } from '../../messages/figureWords.ts';
import { staffWords } from '../../messages/staffWords.ts';
import { stageWord } from '../../messages/stageWord.ts';
import { timelineWords } from '../../messages/timelineWords.ts';
import { type Asked, actorFor } from '../access.ts';
import { auditPath } from '../auditPath.ts';
import { daysUntil } from '../callCards.ts';
import { commandPath, listPath, segments } from '../casePaths.ts';
import { Banner } from '../components/Banner.tsx';
import { CaseSearch } from '../components/CaseSearch.tsx';
import { Facts } from '../components/Facts.tsx';
import { Layout } from '../components/Layout.tsx';
import { dayWords } from '../components/momentWords.ts';
import { Table } from '../components/Table.tsx';
import type { Frame } from '../frame.ts';
import type { OrganCard } from '../organCard.ts';
import { CaseLink } from './CaseLink.tsx';
import { DeskAlarms } from './DeskAlarms.tsx';
import { roleName } from './roleName.ts';

interface StaffPageProps {
  readonly frame: Frame;
  readonly organ: OrganCard;
  readonly account: Account;
  readonly errands: readonly Errand[];
  readonly alarms: readonly DeskAlarm[];
  /** What was searched for, and the cases that were found; null = nothing was. */
  readonly search: { readonly text: string; readonly found: readonly ListedCase[] } | null;
  readonly today: string;
}

/** The home of a member of staff: what to do now, by when; a search; the lists. */
export function StaffPage(props: StaffPageProps) {
  const { frame, organ, account, search } = props;
  const roles = account.roles.map((role) => roleName(role, organ.rules)).join('、');
  return (
    <Layout frame={frame} title={staffWords.home} trail={[{ href: `/organs/${organ.id}`, label: organ.name }]}>
      <div class="intro">
        <h1>{staffWords.home}</h1>
        <Facts
          facts={[
            [staffWords.yourRoles, roles],
            ...(account.division === null ? [] : [[staffWords.division, account.division] as const]),
          ]}
        />
      </div>
      <StandsIn account={account} />
      <CaseSearch action={`/organs/${organ.id}/staff`} text={search?.text ?? ''} />
      {search && <Found organ={organ} search={search} />}
      <DeskAlarms organ={organ} alarms={props.alarms} />
      <Errands {...props} />
      <Begin {...props} />
      <Lists {...props} />
    </Layout>
  );
}

/** The name of somebody whose office the person holds today. */
const nameOf = ({ standsInFor = [] }: Account, person: string): string =>
  standsInFor.find((absent) => absent.person === person)?.name ?? '';

function StandsIn({ account: { standsInFor = [] } }: Pick<StaffPageProps, 'account'>) {
  if (standsInFor.length === 0) return null;
  return (
    <Banner tone="quiet" title={staffWords.standsInToday(standsInFor.map(({ name }) => name).join('、'))}>
      <p>{staffWords.standsInLead}</p>
    </Banner>
  );
}

function Errands({ organ, account, errands, today }: StaffPageProps) {
  return (
    <section class="section" aria-labelledby="inbox">
      <h2 id="inbox">{caseWords.inbox}</h2>
      {errands.length === 0 ? (
        <Banner tone="quiet" title={caseWords.inboxEmpty}>
          <p>{caseWords.inboxEmptyNext}</p>
        </Banner>
      ) : (
        <>
          <p>{caseWords.inboxLead}</p>
          <Table
            caption={caseWords.inbox}
            columns={[caseWords.inboxWhat, caseWords.inboxCase, caseWords.inboxStage, caseWords.inboxDue]}
            rows={errands.map(({ kind, id, state, command, due, inPlaceOf }) => [
              <>
                <a href={commandPath(organ.id, kind, id, command)}>{commandWords[command].title}</a>
                {inPlaceOf && <span class="soft">　{staffWords.standsIn(nameOf(account, inPlaceOf))}</span>}
              </>,
              <CaseLink organ={organ} listed={listedCase(kind, id, state)} />,
              stageWord(state.stage),
              due ? `${dayWords(due)}　${timelineWords.left(daysUntil(today, due))}` : caseWords.noDue,
            ])}
          />
        </>
      )}
      <p>
        <a href={`/organs/${organ.id}/staff/deadlines.ics`}>{calendarWords.ownLink}</a>
      </p>
      <p class="soft small">{calendarWords.ownLinkLead}</p>
    </section>
  );
}

function Found({
  organ,
  search: { text, found },
}: {
  readonly organ: OrganCard;
  readonly search: NonNullable<StaffPageProps['search']>;
}) {
  return (
    <section class="section" aria-labelledby="found">
      <h2 id="found">{caseWords.searchTitle(text)}</h2>
      {found.length === 0 ? (
        <Banner tone="quiet" title={caseWords.noMatch}>
          <p>{caseWords.noMatchNext}</p>
        </Banner>
      ) : (
        <ul class="plain">
          {found.map((one) => (
            <li>
              {caseWords.lists[one.kind].short}　<CaseLink organ={organ} listed={one} />　
              <span class="soft">{stageWord(one.stage)}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

const beginnings: readonly (readonly [CaseKind, CommandName])[] = [
  ['proposal', 'receiveProposal'],
  ['call', 'draftCall'],
  ['register', 'registerFile'],
];

const may = ({ organ, account }: StaffPageProps, asked: Exclude<Asked, 'everyone'>) =>
  actorFor(account, organ.id, asked) !== null;

function Begin(props: StaffPageProps) {
  const open = beginnings.filter(([, command]) => may(props, { command }));
  if (open.length === 0) return null;
  return (
    <section class="section" aria-labelledby="begin">
      <h2 id="begin">{caseWords.begin}</h2>
      <p class="actions">
        {open.map(([kind, command]) => (
          <a class="button" href={commandPath(props.organ.id, kind, 'new', command)}>
            {commandWords[command].title}
          </a>
        ))}
      </p>
    </section>
  );
}

function Lists(props: StaffPageProps) {
  const { organ } = props;
  const kinds = (Object.keys(segments) as CaseKind[]).filter((kind) => may(props, { view: viewOf[kind] }));
  const cards = [
    ...kinds.map((kind) => ({ href: listPath(organ.id, kind), ...caseWords.lists[kind] })),
    ...(may(props, { view: 'figures' })
      ? [{ href: `/organs/${organ.id}/staff/figures`, title: figureWords.title, lead: figureWords.lead }]
      : []),
    ...(may(props, { view: 'effort' })
      ? [{ href: `/organs/${organ.id}/staff/effort`, title: effortWords.title, lead: effortWords.lead }]
      : []),
    ...(may(props, { view: 'auditLog' })
      ? [{ href: auditPath(organ.id), title: auditWords.title, lead: auditWords.lead }]
      : []),
    ...(may(props, { view: 'administration' })
      ? [
          {
            href: `/organs/${organ.id}/staff/administration`,
            title: staffWords.administration,
            lead: staffWords.administrationText,
          },
        ]
      : []),
  ];
  if (cards.length === 0) return null;
  return (
    <section class="section" aria-labelledby="works">
      <h2 id="works">{staffWords.works}</h2>
      <ul class="cards">
        {cards.map(({ href, title, lead }) => (
          <li class="card">
            <h3>
              <a href={href}>{title}</a>
            </h3>
            <p>{lead}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
