import type { RuleSet } from '../../core/organ/ruleSet.ts';
import type { Block } from '../block.ts';

/** Every text of some blocks, in their order. */
const wordsOf = (part: unknown): string =>
  typeof part === 'string' ? part : Object.values(Object(part)).map(wordsOf).join('\n');

/** A note on the acts and rules that a paper cites in short without having said their full names. */
export function legendBlocks({ letters }: RuleSet, blocks: readonly Block[]): readonly Block[] {
  const words = wordsOf(blocks);
  const unsaid = letters.abbreviations.filter(
    ({ short }) =>
      new RegExp(`(?<![一-龥])${short}第[0-9０-９]`).test(words) && !words.includes(`「${short}」という。`),
  );
  if (unsaid.length === 0) return [];
  const names = unsaid.map(({ short, name }) => `「${short}」とは${name}`).join('を、');
  return [{ type: 'paragraph', text: `（注）${names}をいう。` }];
}
