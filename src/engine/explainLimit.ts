import { InputError } from './inputError.ts';
import type { Run } from './run.ts';
import { SpillLimitError } from './spilledFiles.ts';

const spilled = /max_temp_directory_size/;
const full = /No space left on device|File too large|ENOSPC|EFBIG|EDQUOT/;

/** Whether the database had too little memory for a statement. */
export const isOutOfMemory = (error: unknown): boolean =>
  error instanceof Error && /Out of Memory/.test(error.message) && !spilled.test(error.message);

/**
 * An error that says that disk or memory ran out, as the official reads it; any other error as it is.
 * @param run of which temporary files may take so much.
 */
export function explainLimit(error: unknown, place: string, { spillMiB }: Pick<Run, 'spillMiB'>): unknown {
  const text = error instanceof Error ? `${(error as NodeJS.ErrnoException).code ?? ''} ${error.message}` : '';
  if (error instanceof SpillLimitError || spilled.test(text))
    return new InputError(
      place,
      `一時ファイルが上限の ${spillMiB.toLocaleString('ja-JP')} MiB に達したので止めました。一時ファイルは消してあります。空きの多い場所を出力先にするか、手順書の search → memoryMiB を増やしてください。上限は始めたときの空きの半分で、search → spillMiB で変えられます。`,
    );
  if (full.test(text))
    return new InputError(place, '書き込む場所の空きが足りません。空きを増やすか、別の場所にしてください。');
  if (isOutOfMemory(error))
    return new InputError(
      place,
      'メモリが足りません。手順書の search → memoryMiB を増やすか、メモリの多い機械で実行してください。',
    );
  return error;
}
