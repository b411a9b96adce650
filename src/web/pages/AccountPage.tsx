import { administrationWords } from '../../messages/administrationWords.ts';
import { accountsPath } from '../accountPaths.ts';
import {
  Division,
  LoginField,
  NameField,
  OwnPassword,
  Roles,
  type WrittenAccount,
} from '../components/AccountFields.tsx';
import { Mistakes } from '../components/Mistakes.tsx';
import { NewPasswordFields } from '../components/NewPasswordFields.tsx';
import type { Frame } from '../frame.ts';
import { AccountLayout } from './AccountLayout.tsx';

interface AccountPageProps extends WrittenAccount {
  readonly frame: Frame;
}

/** The form of a new account. */
export function AccountPage(props: AccountPageProps) {
  const { frame, organ, mistakes } = props;
  return (
    <AccountLayout frame={frame} organ={organ} title={administrationWords.accountTitle}>
      <div class="intro">
        <h1>{administrationWords.accountTitle}</h1>
        <p>{administrationWords.accountLead}</p>
        <p>{administrationWords.accountOutside}</p>
      </div>
      <Mistakes title={administrationWords.accountInvalid} mistakes={mistakes} />
      <form class="form" method="post" novalidate>
        <NameField {...props} />
        <LoginField {...props} />
        <Roles {...props} />
        <Division {...props} />
        <NewPasswordFields label={administrationWords.initialPassword} mistakes={mistakes} />
        <OwnPassword {...props} />
        <div class="actions">
          <button class="button button--main" type="submit">
            {administrationWords.accountSubmit}
          </button>
          <a class="button" href={accountsPath(organ.id)}>
            {administrationWords.accountBack}
          </a>
        </div>
      </form>
    </AccountLayout>
  );
}
