import type { OfficialDocument } from '../block.ts';
import { type MissingCharacter, missingCharacters, nameOfMissing } from './missingCharacters.ts';

/** A paper that can't be printed as it is: a character that no font has, or a layout that fails. */
export class PrintError extends Error {
  override readonly name = 'PrintError';
  readonly missing: readonly MissingCharacter[];
  constructor(message: string, missing: readonly MissingCharacter[] = []) {
    super(message);
    this.missing = missing;
  }
}

/** @throws PrintError naming every character that can't be printed, and where it stands */
export function assertPrintable(paper: OfficialDocument): void {
  const missing = missingCharacters(paper);
  if (missing.length === 0) return;
  const names = missing.map((one) => `${one.field}の${nameOfMissing(one)}`);
  throw new PrintError(
    `「${paper.title}」に、備え付けの字体にない文字があります: ${names.join('、')}。代わりに印刷する文字か、字形の画像を登録してください。`,
    missing,
  );
}
