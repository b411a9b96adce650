import { describeBuiltIn } from '../hierarchy/describeBuiltIn.ts';
import type { RecordStep, Test, Treatment } from '../recipe/recipe.ts';
import { unreachable } from '../unreachable.ts';

/** What a treatment is called. */
export interface TechniqueDescription {
  /** Its name in a recipe. */
  readonly technique: string;
  /** Its name in the commission's table of techniques. */
  readonly words: string;
  /** How it was set: processing-method information, never for the public. */
  readonly setting: string | null;
}

/** Name and setting in one text. */
export const fullDescription = ({ words, setting }: TechniqueDescription) =>
  setting === null ? words : `${words}（${setting}）`;

export function describeTreatment(treatment: Treatment): TechniqueDescription {
  switch (treatment.kind) {
    case 'dropColumn':
      return { technique: 'dropColumn', words: '項目削除', setting: null };
    case 'suppressCell':
      return {
        technique: 'suppressCell',
        words: 'セル削除',
        setting: `「${treatment.condition.column}」が${describeTest(treatment.condition.test)}セル`,
      };
    case 'truncateAfter':
      return { technique: 'generalize', words: '一般化', setting: `「${treatment.separator}」より後ろの削除` };
    case 'datePart':
      return {
        technique: 'generalize',
        words: '一般化',
        setting: `${treatment.part === 'year' ? '年' : '年月'}までにした`,
      };
    case 'bands':
      return { technique: 'generalize', words: '一般化', setting: `${treatment.width} 刻み` };
    case 'builtInLevel':
      return { technique: 'generalize', words: '一般化', setting: describeBuiltIn(treatment.builtIn) };
    case 'hierarchyLevel':
      return { technique: 'generalize', words: '一般化', setting: `階層の段階 ${treatment.level}` };
    case 'topCode':
      return {
        technique: 'topCode',
        words: 'トップコーディング',
        setting: `${treatment.from} 以上を「${treatment.label}」`,
      };
    case 'bottomCode':
      return {
        technique: 'bottomCode',
        words: 'ボトムコーディング',
        setting: `${treatment.from} 以下を「${treatment.label}」`,
      };
    default:
      return unreachable(treatment);
  }
}

export function describeRecordStep(step: RecordStep): TechniqueDescription {
  if (step.kind === 'sample') return { technique: 'sample', words: '無作為抽出', setting: `${step.rows} 件` };
  const { column, test } = step.condition;
  return { technique: 'dropRecord', words: 'レコード削除', setting: `「${column}」が${describeTest(test)}レコード` };
}

function describeTest(test: Test): string {
  switch (test.is) {
    case 'equals':
      return `「${test.value}」と等しい`;
    case 'in':
      return `「${test.values.join('」「')}」のどれかと等しい`;
    case 'matches':
      return `型「${test.pattern}」に合う`;
    case 'above':
      return ` ${test.number} より大きい`;
    case 'below':
      return ` ${test.number} より小さい`;
    default:
      return unreachable(test);
  }
}
