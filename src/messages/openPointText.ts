import type { OpenPoint } from '../core/release/openPoint.ts';
import { unreachable } from '../core/unreachable.ts';
import { granularityWords } from './granularityWords.ts';

/** What the derivation of a recipe leaves to the creator, as one sentence with what to do. */
export function openPointText(open: OpenPoint): string {
  switch (open.point) {
    case 'itemNotInSource':
      return `提案にある項目「${open.item}」は元データの見出しにありません。見出しの名前を確かめてください。`;
    case 'codeDropped':
      return `「${open.column}」は${open.role === 'linkingCode' ? '個人を結び付ける符号（規則62条3号）' : '個人識別符号（規則62条2号）'}のため、提案にありますが削除します。`;
    case 'granularityMissing':
      return `「${open.column}」の加工の程度は「${open.detail ?? ''}」とあるだけで、区分がありません。役割と処理を書いてください。`;
    case 'roleUndecided':
      return `「${open.column}」が何の項目かは、見出しからも値からも判断できません。役割を書いてください。`;
    case 'treatmentUndecided':
      return `「${open.column}」${open.kind ? `（${open.kind}）` : ''}を「${granularityWords[open.granularity]}」に加工する方法は、値の形からは決められません。役割と処理を書いてください。`;
    default:
      return unreachable(open);
  }
}
