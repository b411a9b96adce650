import type { StaffMember } from '../../app/office/namedPeople.ts';
import { administrationWords } from '../../messages/administrationWords.ts';
import { accountPath, accountsPath } from '../accountPaths.ts';
import { Division, NameField, OwnPassword, Roles, type WrittenAccount } from '../components/AccountFields.tsx';
import { Banner } from '../components/Banner.tsx';
import { Facts } from '../components/Facts.tsx';
import { Mistakes } from '../components/Mistakes.tsx';
import type { Frame } from '../frame.ts';
import { AccountLayout } from './AccountLayout.tsx';
import { entryWords } from './entryWords.ts';

interface AccountChangePageProps extends WrittenAccount {
  readonly frame: Frame;
  readonly member: StaffMember;
  /** What was done just before; null = nothing. */
  readonly done: string | null;
}

/** An account that exists: its name, roles and division, and the way to its password and its end. */
export function AccountChangePage(props: AccountChangePageProps) {
  const { frame, organ, member, mistakes, done } = props;
  const { account, departedOn } = member;
  return (
    <AccountLayout frame={frame} organ={organ} title={administrationWords.accountChange(account.name)}>
      <div class="intro">
        <h1>{administrationWords.accountChange(account.name)}</h1>
        <p>{administrationWords.accountChangeLead}</p>
      </div>
      {done !== null && <Banner tone="success" title={done} />}
      <Facts
        facts={[
          [administrationWords.login, account.login],
          [administrationWords.entry, entryWords(account, departedOn)],
        ]}
      />
      <Mistakes title={administrationWords.accountInvalid} mistakes={mistakes} />
      <form class="form" method="post" action={accountPath(organ.id, account, 'change')} novalidate>
        <NameField {...props} />
        <Roles {...props} />
        <Division {...props} />
        <OwnPassword mistakes={mistakes} />
        <div class="actions">
          <button class="button button--main" type="submit">
            {administrationWords.accountChangeSubmit}
          </button>
          <a class="button" href={accountsPath(organ.id)}>
            {administrationWords.accountBack}
          </a>
        </div>
      </form>
      <Entry {...props} />
    </AccountLayout>
  );
}

function Entry({ organ, member: { account } }: AccountChangePageProps) {
  const acts = account.closedOn === null ? (['link', 'close'] as const) : (['reopen'] as const);
  return (
    <section class="section" aria-labelledby="entry">
      <h2 id="entry">{administrationWords.entryActs}</h2>
      <p>{administrationWords.entryActsLead}</p>
      <div class="actions">
        {acts.map((act) => (
          <a class="button" href={accountPath(organ.id, account, act)}>
            {administrationWords.accountActs[act].title}
          </a>
        ))}
      </div>
    </section>
  );
}
