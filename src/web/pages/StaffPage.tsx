import type { Account } from '../../app/ports/identity.ts';
import { staffWords } from '../../messages/staffWords.ts';
import { type Asked, actorFor } from '../access.ts';
import { Banner } from '../components/Banner.tsx';
import { Facts } from '../components/Facts.tsx';
import { Layout } from '../components/Layout.tsx';
import type { Frame } from '../frame.ts';
import type { OrganCard } from '../organCard.ts';
import { roleName } from './roleName.ts';

interface StaffPageProps {
  readonly frame: Frame;
  readonly organ: OrganCard;
  readonly account: Account;
}

interface Work {
  readonly asked: Exclude<Asked, 'everyone'>;
  /** Below the organ's address. */
  readonly path: string;
  readonly title: string;
  readonly text: string;
}

/** What can be done here, each with what the policy is asked for it. */
const works: readonly Work[] = [
  {
    asked: { view: 'caseTimeline' },
    path: 'staff/cases',
    title: staffWords.cases,
    text: staffWords.casesText,
  },
  {
    asked: { command: 'correctEntry' },
    path: 'register',
    title: staffWords.correctRegister,
    text: staffWords.correctRegisterText,
  },
  {
    asked: { view: 'administration' },
    path: 'staff/administration',
    title: staffWords.administration,
    text: staffWords.administrationText,
  },
];

/** The home of a member of staff: the works that the policy allows. */
export function StaffPage({ frame, organ, account }: StaffPageProps) {
  const open = works.filter(({ asked }) => actorFor(account, organ.id, asked) !== null);
  return (
    <Layout frame={frame} title={staffWords.home} trail={[{ href: `/organs/${organ.id}`, label: organ.name }]}>
      <div class="intro">
        <h1>{staffWords.home}</h1>
        <p>{staffWords.homeLead(account.name)}</p>
        <Facts
          facts={[
            [staffWords.yourRoles, account.roles.map((role) => roleName(role, organ.rules)).join('、')],
            ...(account.division === null ? [] : [[staffWords.division, account.division] as const]),
          ]}
        />
      </div>
      <section class="section" aria-labelledby="works">
        <h2 id="works">{staffWords.works}</h2>
        {open.length === 0 && (
          <Banner tone="quiet" title={staffWords.noWork}>
            <p>{staffWords.noWorkNext}</p>
          </Banner>
        )}
        <ul class="cards">
          {open.map(({ path, title, text }) => (
            <li class="card">
              <h3>
                <a href={`/organs/${organ.id}/${path}`}>{title}</a>
              </h3>
              <p>{text}</p>
            </li>
          ))}
        </ul>
      </section>
    </Layout>
  );
}
