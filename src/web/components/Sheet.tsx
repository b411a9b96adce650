import { registerWords } from '../../messages/registerWords.ts';
import type { SheetField } from '../registerSheet.ts';

/** An entry laid out as the organ's form: every field stands there, empty ones say so. */
export function Sheet({ fields }: { readonly fields: readonly SheetField[] }) {
  return (
    <dl class="sheet">
      {fields.map((field) => (
        <div>
          <dt>{field.label}</dt>
          <dd>
            <SheetValue field={field} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function SheetValue({ field: { id, value, omitted } }: { readonly field: SheetField }) {
  const note = omitted && <p class="sheet__empty">{registerWords.omitted}</p>;
  if (value === null) return note || <p class="sheet__empty">{registerWords.empty}</p>;
  return (
    <>
      {value.length === 1 ? (
        <p>{value[0]}</p>
      ) : (
        <ul class={id === 'recordItems' ? 'items' : 'plain'}>
          {value.map((line) => (
            <li>{line}</li>
          ))}
        </ul>
      )}
      {note}
    </>
  );
}
