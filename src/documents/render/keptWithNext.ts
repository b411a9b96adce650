import type { Block } from '../block.ts';

/**
 * Whether each block stays on the page of the next one: 記, what 以上 ends, and the words, the day and the parties above a
 * signature.
 */
export function keptWithNext(blocks: readonly Block[]): readonly boolean[] {
  const kept: boolean[] = [];
  for (let index = blocks.length - 1; index >= 0; index -= 1)
    kept[index] = isKept(blocks[index]?.type, blocks[index + 1]?.type, kept[index + 1] ?? false);
  return kept;
}

function isKept(type: Block['type'] | undefined, next: Block['type'] | undefined, isNextKept: boolean): boolean {
  switch (type) {
    case 'record':
      return true;
    case 'signature':
    case 'reference':
      return next === 'signature';
    case 'paragraph':
      return next === 'end' || next === 'signature' || (next === 'reference' && isNextKept);
    case 'list':
    case 'table':
      return next === 'end';
    default:
      return false;
  }
}
