import type { Child } from 'hono/jsx';
import { siteWords } from '../../messages/siteWords.ts';

interface FieldProps {
  readonly name: string;
  readonly label: string;
  readonly isNeeded?: boolean;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  /** What stands below the control. */
  readonly after?: Child;
  /** Gets the attributes that tie the control to its label, hint and error. */
  readonly control: (ties: Ties) => Child;
}

export interface Ties {
  readonly id: string;
  readonly name: string;
  readonly 'aria-describedby'?: string;
  readonly 'aria-invalid'?: 'true';
  readonly required?: boolean;
}

/** A control with its label, hint and error. */
export function Field({ name, label, isNeeded = false, hint, error, after, control }: FieldProps) {
  const described = [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(' ');
  const ties: Ties = {
    id: name,
    name,
    ...(described ? { 'aria-describedby': described } : {}),
    ...(error ? { 'aria-invalid': 'true' as const } : {}),
    ...(isNeeded ? { required: true } : {}),
  };
  return (
    <div class="field">
      <label class="field__label" for={name}>
        {label}
        {isNeeded && <span class="field__need">{siteWords.needed}</span>}
      </label>
      {hint && (
        <p class="field__hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      {control(ties)}
      {error && (
        <p class="field__error" id={`${name}-error`}>
          {error}
        </p>
      )}
      {after}
    </div>
  );
}
