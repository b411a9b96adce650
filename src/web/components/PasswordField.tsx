import { formWords } from '../../messages/formWords.ts';
import { Field } from './Field.tsx';

/** The person's own password, asked for again before an act that weighs much; `error` says what was wrong with the last one. */
export function PasswordField({ error }: { readonly error: string | null }) {
  return (
    <Field
      name="password"
      label={formWords.password}
      isNeeded
      hint={formWords.passwordHint}
      error={error ?? undefined}
      control={(ties) => (
        <input class="input input--middle" type="password" autocomplete="current-password" {...ties} required={false} />
      )}
    />
  );
}
