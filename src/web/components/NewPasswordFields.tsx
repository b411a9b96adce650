import { administrationWords } from '../../messages/administrationWords.ts';
import { Field } from './Field.tsx';

interface NewPasswordFieldsProps {
  readonly label: string;
  readonly mistakes: ReadonlyMap<string, string>;
}

/** A new password, typed twice; what was typed is never given back. */
export function NewPasswordFields({ label, mistakes }: NewPasswordFieldsProps) {
  return (
    <>
      <Field
        name="password"
        label={label}
        hint={administrationWords.setupPasswordHint}
        error={mistakes.get('password')}
        control={(ties) => <input class="input input--middle" type="password" autocomplete="new-password" {...ties} />}
      />
      <Field
        name="repeated"
        label={administrationWords.passwordRepeat(label)}
        error={mistakes.get('repeated')}
        control={(ties) => <input class="input input--middle" type="password" autocomplete="new-password" {...ties} />}
      />
    </>
  );
}
