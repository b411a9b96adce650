import { describeLevel } from '../hierarchy/describeLevel.ts';
import type { Coding, Condition, RecordStep, SynthesisChoice, Test, Treatment } from '../recipe/recipe.ts';
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
      return {
        technique: 'dropColumn',
        words: '項目削除',
        setting:
          treatment.undisclosed === undefined ? null : `不開示情報（${treatment.undisclosed}）のため、加工の前に除いた`,
      };
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
        setting: `${treatment.part === 'year' ? '年' : '年月'}まで`,
      };
    case 'bands':
      return { technique: 'generalize', words: '一般化', setting: `${treatment.width} 刻み` };
    case 'builtInLevel': {
      const { builtIn, unreadable } = treatment;
      return {
        technique: 'generalize',
        words: '一般化',
        setting: describeLevel({ kind: 'builtIn', builtIn, unreadable }, 1),
      };
    }
    case 'hierarchyLevel':
      return { technique: 'generalize', words: '一般化', setting: `区分の表の段階 ${treatment.level}` };
    case 'topCode':
      return { technique: 'topCode', words: 'トップコーディング', setting: describeCoding(treatment, '以上') };
    case 'bottomCode':
      return { technique: 'bottomCode', words: 'ボトムコーディング', setting: describeCoding(treatment, '以下') };
    case 'pseudoId':
      return {
        technique: 'pseudoId',
        words: '仮ID',
        setting: `${treatment.length} 文字。鍵付きの一方向の変換で、鍵は破棄し、対応表は作らない`,
      };
    case 'microaggregate':
      return { technique: 'microaggregate', words: 'ミクロアグリゲーション', setting: describeGroups(treatment) };
    case 'swap':
      return { technique: 'swap', words: 'データ交換（スワップ）', setting: describeSwap(treatment) };
    case 'addNoise':
      return { technique: 'addNoise', words: 'ノイズ（誤差）の付加', setting: describeNoise(treatment) };
    default:
      return unreachable(treatment);
  }
}

type Of<Kind extends Treatment['kind']> = Extract<Treatment, { kind: Kind }>;

function describeCoding({ from, label, atLeast }: Coding, side: string): string {
  const reason = atLeast === null ? '' : `。${atLeast} 件に達する値から`;
  return `${from ?? '？'} ${side}を「${label}」${reason}`;
}

function describeGroups({ k, representative, group }: Of<'microaggregate'>): string {
  const words = representative === 'mean' ? '平均値' : '中央値';
  return `近い値 ${k} 件以上の組ごとの${words}${group === null ? '' : `。「${group}」の項目を合わせて近さを測る`}`;
}

function describeSwap({ rate, within, group }: Of<'swap'>): string {
  const place = within.length === 0 ? '全体の中で' : `「${within.join('」「')}」が同じ記録の間で`;
  return `${place}、記録の ${percentOf(rate)} の値を入れ替える${group === null ? '' : `。「${group}」の項目は一緒に動かす`}`;
}

function describeNoise({ distribution, scale, round, min, max }: Of<'addNoise'>): string {
  const words = distribution === 'laplace' ? 'ラプラス分布、平均の大きさ' : '正規分布、標準偏差';
  const bounds = [...(min === null ? [] : [`${min} 以上`]), ...(max === null ? [] : [`${max} 以下`])];
  return `${words} ${scale}。${round} の倍数にする${bounds.length === 0 ? '' : `。${bounds.join('、')}に収める`}`;
}

/** Without the last digits of a binary fraction. */
const percentOf = (share: number) => `${Number((share * 100).toPrecision(12))}%`;

export function describeRecordStep(step: RecordStep): TechniqueDescription {
  switch (step.kind) {
    case 'drop':
      return {
        technique: 'dropRecord',
        words: 'レコード削除',
        setting: `${describeCondition(step.condition)}レコード`,
      };
    case 'keep':
      return {
        technique: 'keep',
        words: '条件による抽出',
        setting: `${describeCondition(step.condition)}レコードだけを残す`,
      };
    case 'objectors':
      return {
        technique: 'dropRecord',
        words: 'レコード削除',
        setting: `「${step.key.join('」「')}」が異議の一覧にあるレコード`,
      };
    case 'sample':
      return {
        technique: 'sample',
        words: '無作為抽出',
        setting: 'rows' in step ? `${step.rows} 件` : `残りの ${percentOf(step.share)}`,
      };
    default:
      return unreachable(step);
  }
}

export function describeSynthesis({ share, model, mark }: SynthesisChoice): TechniqueDescription {
  const drawn = model === 'independent' ? '項目ごとに別々に' : '前の項目の値に合わせて';
  return {
    technique: 'synthesize',
    words: '疑似データ生成',
    setting: `出力の ${percentOf(share)}。出力の値から${drawn}引き、項目「${mark}」を 1 とする`,
  };
}

const describeCondition = ({ column, test }: Condition) => `「${column}」が${describeTest(test)}`;

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
