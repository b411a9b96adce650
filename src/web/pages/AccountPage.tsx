import { administrationWords } from '../../messages/administrationWords.ts';
import { staffWords } from '../../messages/staffWords.ts';
import { accountsPath, administrationPath } from '../accountPaths.ts';
import {
  Division,
  LoginField,
  NameField,
  OwnPassword,
  Roles,
  type WrittenAccount,
} from '../components/AccountFields.tsx';
import { Layout } from '../components/Layout.tsx';
import { Mistakes } from '../components/Mistakes.tsx';
import { NewPasswordFields } from '../components/NewPasswordFields.tsx';
import type { Frame } from '../frame.ts';

interface AccountPageProps extends WrittenAccount {
  readonly frame: Frame;
}

/** The form of a new account. */
export function AccountPage(props: AccountPageProps) {
  const { frame, organ, mistakes } = props;
  const base = `/organs/${organ.id}`;
  return (
    <Layout
      frame={frame}
      title={administrationWords.accountTitle}
      trail={[
        { href: base, label: organ.name },
        { href: `${base}/staff`, label: staffWords.home },
        { href: administrationPath(organ.id), label: administrationWords.title },
      ]}
    >
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
    </Layout>
  );
}
