import type { ShapeMember, ValueShape } from '../core/organ/valueShape.ts';
import { codeWord, memberWord } from './valueWords.ts';

const plain = {
  yesNo: 'true（する・ある）か false（しない・ない）',
  text: '一文字以上の文字列',
  texts: '文字列の一覧',
  time: '時刻（hh:mm）',
  day: '実在する日付（YYYY-MM-DD）',
  monthDay: '月日（MM-DD）',
} as const;

const option = (code: string) => `${code}（${codeWord(code)}）`;

const memberList = (members: readonly ShapeMember[]): string =>
  members
    .map(
      ({ name, shape, isSilent }) =>
        `${name}（${memberWord(name)}${isSilent ? '、null も可' : ''}）: ${shapeWords(shape)}`,
    )
    .join('; ');

/** What a value has to look like, as a phrase that 「で書いてください」 follows. */
export function shapeWords(shape: ValueShape | null): string {
  if (shape === null) return '規程の形';
  switch (shape.kind) {
    case 'number':
      return `${shape.atLeast} 以上の整数`;
    case 'choice':
      return `${shape.options.map(option).join('、')} のいずれか`;
    case 'choices':
      return `${shape.options.map(option).join('、')} の一覧`;
    case 'group':
      return `項目の集まり { ${memberList(shape.members)} }`;
    case 'sections':
      return `id（${shape.ids.map(codeWord).join('、')}）ごとの { ${memberList(shape.members)} } の一覧`;
    case 'variants':
      return shape.variants.map((members) => `{ ${memberList(members)} }`).join(' 又は ');
    default:
      return plain[shape.kind];
  }
}
