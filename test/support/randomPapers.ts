import fc from 'fast-check';
import type { OfficialDocument, Text } from '../../src/documents/block.ts';
import { mapTexts } from '../../src/documents/render/mapTexts.ts';
import { paperSamples } from './paperSamples.ts';
import { rulesOf } from './shippedRules.ts';

export const organs = ['yokohama', 'ichikawa', 'aomori-police', 'hokkaido-university', 'kumamoto'] as const;

/** Every paper that some organ has, by `organ/sample`. */
export function everyForm(): readonly { readonly name: string; readonly paper: OfficialDocument }[] {
  return organs.flatMap((organ) =>
    Object.entries(paperSamples).flatMap(([sample, make]) => {
      try {
        return [{ name: `${organ}/${sample}`, paper: make(rulesOf(organ)) }];
      } catch (error) {
        if (error instanceof Error && error.name === 'IncompletePaperError') return [];
        throw error;
      }
    }),
  );
}

/** What people write: names with rare characters, addresses without a space, long reasons, signs that end no line. */
const pieces = [
  '髙﨑',
  '𠮷田',
  '葛\u{E0100}城',
  'ﾊﾝｶｸｶﾅ',
  '株式会社',
  '架空県架空市見本町一丁目',
  'か\u3099く',
  '①',
  '㈱',
  '々',
  'ー',
  '…',
  '（',
  '）',
  '「',
  '」',
  '。',
  '、',
  '・',
  'a',
  'W',
  '-',
  '_',
  '.',
  '@',
  '/',
  ' ',
  '　',
  '\n',
  '\t',
  '0',
  '９',
  '％',
  'averyverylongword',
  'x@example.jp',
  '令和８年２月10日',
  '理由を具体的に記載する。',
  '!?',
  'Ⅷ',
  '～',
  '￥',
];
const words = fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 40 }).map((parts) => parts.join(''));
const long = fc
  .tuple(words, fc.integer({ min: 1, max: 200 }))
  .map(([part, times]) => [...part.repeat(times)].slice(0, 5_000).join(''));

/** Where names stand and nobody writes a reason. */
const lines = new Set(['文書番号と日付', '宛名', '差出人', '担当の欄', '署名の欄', '選択の欄']);

/** A paper of any organ with facts as people write them in the place of its own. */
export const randomPaper = (forms: readonly { readonly name: string; readonly paper: OfficialDocument }[]) =>
  fc
    .tuple(fc.constantFrom(...forms), fc.array(fc.option(words, { freq: 2 }), { minLength: 4, maxLength: 12 }), long)
    .map(([{ name, paper }, facts, reason]) => {
      let place = 0;
      const replace = (text: Text, field: string): Text => {
        place += 1;
        if (place === 9 && !lines.has(field)) return reason;
        return facts[place % facts.length] ?? text;
      };
      return {
        name,
        paper: mapTexts(paper, replace),
        [fc.toStringMethod]: () => `${name} ${JSON.stringify(facts)} ${JSON.stringify(reason.slice(0, 200))}`,
      };
    });
