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
    case 'unreadableHidden':
      return `「${open.column}」の ${open.rows.toLocaleString('ja-JP')} 件は、読み取れない値です。その値は隠します。`;
    case 'granularityMissing':
      return `「${open.column}」の加工の程度は「${open.detail ?? ''}」とあるだけで、区分がありません。役割と処理を書いてください。`;
    case 'roleUndecided':
      return `「${open.column}」が何の項目かは、見出しからも値からも判断できません。役割を書いてください。`;
    case 'treatmentUndecided':
      return `「${open.column}」${open.kind ? `（${open.kind}）` : ''}を「${granularityWords[open.granularity]}」に加工する方法は、値の形からは決められません。役割と処理を書いてください。`;
    case 'objectorColumnMissing':
      return `反対の意思を表した第三者の記録を除きます。${open.column === null ? '' : `「${open.column}」は元データの見出しにありません。`}その記録を見分ける項目（個人コードなど）を選んでください。`;
    case 'objectorKeyMissing':
      return `反対の意思を表した第三者（通知の${open.thirdParties.join('番、')}番）の記録を見分ける値が、通知の記録にありません。その値を除く手順を書き、「加工の手順を設定する」で設定してください。`;
    default:
      return unreachable(open);
  }
}

/** Fewer records were left out than persons object: some of them are still among the result. */
export const objectorsNotFound = (objectors: number): string =>
  `反対の意思を表した第三者は${objectors}人ですが、手順で除かれた記録がそれより少なく、その人の記録が残っています。記録を見分ける項目と値を確かめ、手順を設定し直してください。`;
