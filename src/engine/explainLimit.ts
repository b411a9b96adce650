import { InputError } from './inputError.ts';

const full = /max_temp_directory_size|No space left on device|File too large|ENOSPC|EFBIG|EDQUOT/;
const outOfMemory = /Out of Memory/;

/** An error that says that disk or memory ran out, as the official reads it; any other error as it is. */
export function explainLimit(error: unknown, place: string): unknown {
  const text = error instanceof Error ? `${(error as NodeJS.ErrnoException).code ?? ''} ${error.message}` : '';
  if (full.test(text))
    return new InputError(place, '書き込む場所の空きが足りません。空きを増やすか、別の場所にしてください。');
  if (outOfMemory.test(text))
    return new InputError(
      place,
      'メモリが足りません。手順書の search → memoryMiB を増やすか、メモリの多い機械で実行してください。',
    );
  return error;
}
