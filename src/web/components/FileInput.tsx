import { formWords } from '../../messages/formWords.ts';
import type { CommandForm } from '../forms/commandForm.ts';
import { acceptedKinds } from '../forms/heldFiles.ts';
import { controlName, under } from '../forms/written.ts';
import { largestUpload } from '../readForm.ts';
import type { Ties } from './Field.tsx';
import { sizeWords } from './sizeWords.ts';

interface FileInputProps {
  readonly form: CommandForm;
  readonly path: string;
  readonly ties: Ties;
}

/** A control that takes a file, and the file that it holds already. */
export function FileInput({ form, path, ties }: FileInputProps) {
  const name = form.written.get(under(path, 'name'));
  const kinds = acceptedKinds(form.command).map((kind) => formWords.kinds[kind]);
  return (
    <>
      {name && <HeldFile form={form} path={path} name={name} />}
      <input class="input input--file" type="file" {...ties} required={false} />
      <p class="field__hint">
        {formWords.fileLimit(sizeWords(largestUpload), kinds.join('、'))} {formWords.scanOff}
      </p>
    </>
  );
}

function HeldFile({ form, path, name }: Omit<FileInputProps, 'ties'> & { readonly name: string }) {
  const size = Number(form.written.get(under(path, 'bytes')) ?? 0);
  return (
    <div class="held">
      {['name', 'digest', 'bytes', 'held'].map((part) => (
        <input type="hidden" name={controlName(under(path, part))} value={form.written.get(under(path, part)) ?? ''} />
      ))}
      <p>
        {formWords.kept(name, sizeWords(size))} {formWords.chooseAgain}
      </p>
      <button class="button button--small" type="submit" name="step" value={`drop:${path}`}>
        {formWords.dropFile}
      </button>
    </div>
  );
}
