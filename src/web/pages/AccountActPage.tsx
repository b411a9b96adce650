import type { Account, PasswordLink } from '../../app/ports/identity.ts';
import { administrationWords } from '../../messages/administrationWords.ts';
import { type AccountActName, accountPath } from '../accountPaths.ts';
import { OwnPassword } from '../components/AccountFields.tsx';
import { Banner } from '../components/Banner.tsx';
import { Facts } from '../components/Facts.tsx';
import { Mistakes } from '../components/Mistakes.tsx';
import { japanMoment } from '../components/momentWords.ts';
import type { Frame } from '../frame.ts';
import type { OrganCard } from '../organCard.ts';
import { AccountLayout } from './AccountLayout.tsx';
import { roleName } from './roleName.ts';

export type AccountActState =
  | { readonly kind: 'ask'; readonly mistakes: ReadonlyMap<string, string>; readonly refusal: string | null }
  /** The address of the link with until when it can be used; shown this once. */
  | { readonly kind: 'link'; readonly address: string; readonly endsAt: PasswordLink['endsAt'] };

interface AccountActPageProps {
  readonly frame: Frame;
  readonly organ: OrganCard;
  readonly account: Account;
  readonly act: Exclude<AccountActName, 'change'>;
  readonly state: AccountActState;
}

/** The last look before an account is closed or opened again, or its person gets a link for a new password. */
export function AccountActPage(props: AccountActPageProps) {
  const { frame, organ, account, act, state } = props;
  const words = administrationWords.accountActs[act];
  const here = accountPath(organ.id, account, 'change');
  return (
    <AccountLayout
      frame={frame}
      organ={organ}
      title={words.title}
      between={[{ href: here, label: administrationWords.accountChange(account.name) }]}
    >
      <div class="intro">
        <p class="intro__shoulder">{account.name}</p>
        <h1>{words.title}</h1>
        <p>{words.lead}</p>
      </div>
      {state.kind === 'link' ? <Link {...state} back={here} /> : <Ask {...props} {...state} back={here} />}
    </AccountLayout>
  );
}

interface LinkProps extends Extract<AccountActState, { kind: 'link' }> {
  readonly back: string;
}

function Link({ address, endsAt, back }: LinkProps) {
  return (
    <>
      <Banner tone="success" title={administrationWords.linkMade}>
        <p>{administrationWords.linkMadeNext(japanMoment(endsAt))}</p>
        <p class="token">{address}</p>
      </Banner>
      <div class="actions">
        <a class="button" href={back}>
          {administrationWords.accountActBack}
        </a>
      </div>
    </>
  );
}

interface AskProps extends AccountActPageProps, Extract<AccountActState, { kind: 'ask' }> {
  readonly back: string;
}

function Ask({ organ, account, act, mistakes, refusal, back }: Omit<AskProps, 'state' | 'kind'>) {
  return (
    <>
      {refusal !== null && <Banner tone="error" title={refusal} />}
      <Mistakes title={administrationWords.accountActInvalid} mistakes={mistakes} />
      <Facts
        facts={[
          [administrationWords.accountName, account.name],
          [administrationWords.login, account.login],
          [administrationWords.roles, account.roles.map((role) => roleName(role, organ.rules)).join('、')],
        ]}
      />
      <form class="form" method="post" novalidate>
        <OwnPassword mistakes={mistakes} />
        <div class="actions">
          <button class="button button--main" type="submit">
            {administrationWords.accountActs[act].submit}
          </button>
          <a class="button" href={back}>
            {administrationWords.accountActBack}
          </a>
        </div>
      </form>
    </>
  );
}
