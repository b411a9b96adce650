import { grantableRoles } from '../../app/office/createAccount.ts';
import { isStaff } from '../../app/office/namedPeople.ts';
import type { Role } from '../../core/role.ts';
import { administrationWords } from '../../messages/administrationWords.ts';
import { formWords } from '../../messages/formWords.ts';
import type { OrganCard } from '../organCard.ts';
import { roleName } from '../pages/roleName.ts';
import { Field } from './Field.tsx';

/** An account as it is written in a form. */
export interface WrittenAccount {
  readonly organ: OrganCard;
  /** The names that are offered for 所属. */
  readonly divisions: readonly string[];
  readonly written: URLSearchParams;
  /** By field. */
  readonly mistakes: ReadonlyMap<string, string>;
}

export function NameField({ written, mistakes }: WrittenAccount) {
  return (
    <Field
      name="name"
      label={administrationWords.accountName}
      hint={administrationWords.accountNameHint}
      error={mistakes.get('name')}
      control={(ties) => (
        <input class="input input--middle" type="text" autocomplete="off" value={written.get('name') ?? ''} {...ties} />
      )}
    />
  );
}

export function LoginField({ written, mistakes }: WrittenAccount) {
  return (
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
  );
}

export function Roles({ organ, written, mistakes }: WrittenAccount) {
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

interface RoleChoicesProps extends Pick<WrittenAccount, 'organ' | 'written'> {
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

export function Division({ organ, divisions, written, mistakes }: WrittenAccount) {
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

/** The administrator's own password, asked for again before an account changes. */
export function OwnPassword({ mistakes }: Pick<WrittenAccount, 'mistakes'>) {
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
