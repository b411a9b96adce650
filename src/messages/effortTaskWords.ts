import type { EffortTask } from '../core/proposal/reviewState.ts';

/** Work that the hours of a creation are made of (FRM-24). */
export const effortTaskWords = {
  extractionDesign: '抽出の設計',
  extraction: '抽出の実行',
  programDesign: '加工のプログラムの設計',
  processing: '加工の実行',
  inspection: '検査',
  outsourcing: '委託の起案・決裁等',
  other: 'その他',
} as const satisfies Record<EffortTask['task'], string>;
