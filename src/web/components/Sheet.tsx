import type { RegisterFieldId } from '../../core/organ/registerField.ts';
import { registerWords } from '../../messages/registerWords.ts';
import type { SheetField } from '../registerSheet.ts';

/** An entry laid out as the organ's form: every field stands there, empty ones say so. */
export function Sheet({ fields }: { readonly fields: readonly SheetField[] }) {
  return (
    <dl class="sheet">
      {fields.map((field, at) => (
        <div class={placeOf(field, fields[at - 1], fields[at + 1])}>
          <dt>{field.label}</dt>
          <dd>
            <SheetValue field={field} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Short fields that the paper form puts beside each other. */
const pairs: Partial<Record<RegisterFieldId, RegisterFieldId>> = {
  entryDate: 'organName',
  fileKind: 'manualCopy',
  solicited: 'thirdPartyProcedure',
};

function placeOf(field: SheetField, before: SheetField | undefined, after: SheetField | undefined): string | undefined {
  if (after && pairs[field.id] === after.id) return 'sheet__half';
  return before && pairs[before.id] === field.id ? 'sheet__half sheet__half--second' : undefined;
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
