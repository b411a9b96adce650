import { grantableRoles } from '../../app/office/createAccount.ts';
import { isStaff } from '../../app/office/namedPeople.ts';
import type { OrganId, Role } from '../../core/role.ts';
import { administrationWords } from '../../messages/administrationWords.ts';
import { formWords } from '../../messages/formWords.ts';
import { staffWords } from '../../messages/staffWords.ts';
import { Field } from '../components/Field.tsx';
import { Layout } from '../components/Layout.tsx';
import { Mistakes } from '../components/Mistakes.tsx';
import { NewPasswordFields } from '../components/NewPasswordFields.tsx';
import type { Frame } from '../frame.ts';
import type { OrganCard } from '../organCard.ts';
import { roleName } from './roleName.ts';

const administrationPath = (organ: OrganId): string => `/organs/${organ}/staff/administration`;
export const newAccountPath = (organ: OrganId): string => `${administrationPath(organ)}/accounts/new`;

interface AccountPageProps {
  readonly frame: Frame;
  readonly organ: OrganCard;
  /** The names that are offered for 所属. */
  readonly divisions: readonly string[];
  readonly written: URLSearchParams;
  /** By field. */
  readonly mistakes: ReadonlyMap<string, string>;
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
        <Person {...props} />
        <Roles {...props} />
        <Division {...props} />
        <NewPasswordFields label={administrationWords.initialPassword} mistakes={mistakes} />
        <OwnPassword {...props} />
        <div class="actions">
          <button class="button button--main" type="submit">
            {administrationWords.accountSubmit}
          </button>
          <a class="button" href={`${administrationPath(organ.id)}#accounts`}>
            {administrationWords.accountBack}
          </a>
        </div>
      </form>
    </Layout>
  );
}

function Person({ written, mistakes }: AccountPageProps) {
  return (
    <>
      <Field
        name="name"
        label={administrationWords.accountName}
        hint={administrationWords.accountNameHint}
        error={mistakes.get('name')}
        control={(ties) => (
          <input
            class="input input--middle"
            type="text"
            autocomplete="off"
            value={written.get('name') ?? ''}
            {...ties}
          />
        )}
      />
      <Field
        name="login"
        label={administrationWords.login}
        hint={administrationWords.loginHint}
        error={mistakes.get('login')}
        control={(ties) => (
          <input
            class="input input--middle"
            type="text"
            autocomplete="off"
            autocapitalize="none"
            spellcheck={false}
            value={written.get('login') ?? ''}
            {...ties}
          />
        )}
      />
    </>
  );
}

function Roles({ organ, written, mistakes }: AccountPageProps) {
  const error = mistakes.get('roles');
  const outside = grantableRoles.filter((role) => !isStaff({ roles: [role] }));
  const staff = grantableRoles.filter((role) => isStaff({ roles: [role] }));
  return (
    <fieldset class="field" id="roles" aria-describedby={error ? 'roles-hint roles-error' : 'roles-hint'}>
      <legend class="field__label">{administrationWords.roles}</legend>
      <p class="field__hint" id="roles-hint">
        {administrationWords.rolesHint}
      </p>
      <RoleChoices legend={administrationWords.rolesStaff} roles={staff} {...{ organ, written }} />
      <RoleChoices legend={administrationWords.rolesOutside} roles={outside} {...{ organ, written }} />
      {error && (
        <p class="field__error" id="roles-error">
          {error}
        </p>
      )}
    </fieldset>
  );
}

interface RoleChoicesProps extends Pick<AccountPageProps, 'organ' | 'written'> {
  readonly legend: string;
  readonly roles: readonly Role[];
}

function RoleChoices({ legend, roles, organ, written }: RoleChoicesProps) {
  const chosen = written.getAll('roles');
  return (
    <fieldset>
      <legend class="field__hint">{legend}</legend>
      <div class="checks">
        {roles.map((role) => (
          <label class="check">
            <input type="checkbox" name="roles" value={role} checked={chosen.includes(role)} />
            {roleName(role, organ.rules)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function Division({ organ, divisions, written, mistakes }: AccountPageProps) {
  return (
    <Field
      name="division"
      label={administrationWords.division}
      hint={administrationWords.divisionHint(roleName('responsibleDivision', organ.rules))}
      error={mistakes.get('division')}
      control={(ties) => (
        <input
          class="input input--middle"
          type="text"
          autocomplete="off"
          list="divisions"
          value={written.get('division') ?? ''}
          {...ties}
        />
      )}
      after={
        <datalist id="divisions">
          {divisions.map((division) => (
            <option value={division} />
          ))}
        </datalist>
      }
    />
  );
}

function OwnPassword({ mistakes }: AccountPageProps) {
  return (
    <Field
      name="ownPassword"
      label={administrationWords.ownPassword}
      hint={formWords.passwordHint}
      error={mistakes.get('ownPassword')}
      control={(ties) => (
        <input class="input input--middle" type="password" autocomplete="current-password" {...ties} />
      )}
    />
  );
}
