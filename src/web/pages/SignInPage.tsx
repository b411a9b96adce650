import type { Account } from '../../app/ports/identity.ts';
import { staffWords } from '../../messages/staffWords.ts';
import { Banner } from '../components/Banner.tsx';
import { Field } from '../components/Field.tsx';
import { Layout } from '../components/Layout.tsx';
import { Table } from '../components/Table.tsx';
import type { Frame } from '../frame.ts';
import type { OrganCard } from '../organCard.ts';
import { roleName } from './roleName.ts';

export interface SignInProblem {
  readonly title: string;
  readonly text: string | null;
}

interface SignInPageProps {
  readonly frame: Frame;
  readonly organ: OrganCard;
  readonly login: string;
  readonly problem: SignInProblem | null;
  /** The accounts to try in a demonstration; null in production. */
  readonly demonstration: { readonly accounts: readonly Account[]; readonly password: string } | null;
}

/** The form with which a member of staff signs in, and where the organ takes proposals online a proposer. */
export function SignInPage({ frame, organ, login, problem, demonstration }: SignInPageProps) {
  return (
    <Layout frame={frame} title={staffWords.signInTitle} trail={[{ href: `/organs/${organ.id}`, label: organ.name }]}>
      <div class="intro">
        <h1>{staffWords.signInTitle}</h1>
        <p>{(takesOnline(organ) ? staffWords.signInLead : staffWords.signInLeadStaff)(organ.name)}</p>
      </div>
      {problem && (
        <Banner tone="error" title={problem.title}>
          {problem.text && <p>{problem.text}</p>}
        </Banner>
      )}
      <form class="form" method="post" action={`/organs/${organ.id}/sign-in`}>
        <Field
          name="login"
          label={staffWords.login}
          control={(ties) => (
            <input
              class="input input--middle"
              type="text"
              autocomplete="username"
              autocapitalize="none"
              spellcheck={false}
              value={login}
              {...ties}
            />
          )}
        />
        <Field
          name="password"
          label={staffWords.password}
          control={(ties) => (
            <input class="input input--middle" type="password" autocomplete="current-password" {...ties} />
          )}
        />
        <div class="actions">
          <button class="button button--main" type="submit">
            {staffWords.signIn}
          </button>
        </div>
      </form>
      {demonstration && demonstration.accounts.length > 0 && <DemonstrationAccounts organ={organ} {...demonstration} />}
    </Layout>
  );
}

const takesOnline = ({ rules }: OrganCard): boolean => rules.intake.onlineFiling?.value === true;

interface DemonstrationAccountsProps {
  readonly organ: OrganCard;
  readonly accounts: readonly Account[];
  readonly password: string;
}

function DemonstrationAccounts({ organ, accounts, password }: DemonstrationAccountsProps) {
  return (
    <section class="section" aria-labelledby="accounts">
      <h2 id="accounts">{staffWords.demonstrationAccounts}</h2>
      <p>{staffWords.demonstrationPassword(password)}</p>
      <Table
        caption={staffWords.demonstrationAccounts}
        columns={[staffWords.login, staffWords.accountName, staffWords.accountRoles]}
        rows={accounts.map(({ login, name, roles }) => [
          login,
          name,
          roles.map((role) => roleName(role, organ.rules)).join('、'),
        ])}
      />
    </section>
  );
}
