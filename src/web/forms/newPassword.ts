import { administrationWords } from '../../messages/administrationWords.ts';

/** A new password as it was typed twice, and what is wrong with it by field: `password`, `repeated`. */
interface NewPassword {
  readonly password: string;
  readonly mistakes: ReadonlyMap<string, string>;
}

/** Reads the fields of `NewPasswordFields`: 12 to 128 characters, twice the same. */
export function readNewPassword(form: URLSearchParams): NewPassword {
  const [password, repeated] = [form.get('password') ?? '', form.get('repeated') ?? ''];
  const mistakes = new Map<string, string>();
  if ([...password].length < 12) mistakes.set('password', administrationWords.passwordShort);
  else if ([...password].length > 128) mistakes.set('password', administrationWords.passwordLong);
  else if (password !== repeated) mistakes.set('repeated', administrationWords.passwordDiffers);
  return { password, mistakes };
}
