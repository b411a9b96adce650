import type { CallStage } from '../core/call/state.ts';
import type { ComplaintState } from '../core/complaint/state.ts';
import type { LeakState } from '../core/leak/state.ts';
import type { OfficeState } from '../core/office/state.ts';
import type { OtherProvisionState } from '../core/otherProvision/state.ts';
import type { PapersState } from '../core/papers/state.ts';
import type { ProposalStage } from '../core/proposal/state.ts';
import type { RegisterStage } from '../core/register/state.ts';
import type { ReleaseStage } from '../core/release/state.ts';
import type { SettingsState } from '../core/settings/state.ts';

const names: Readonly<
  Record<
    | RegisterStage
    | CallStage
    | ProposalStage
    | ReleaseStage
    | SettingsState['stage']
    | OfficeState['stage']
    | ComplaintState['stage']
    | LeakState['stage']
    | OtherProvisionState['stage']
    | PapersState['stage']
    | 'absent',
    string
  >
> = {
  absent: '未登録',
  registered: '登録済み (公表前)',
  published: '公表済み',
  withheld: '不掲載',
  exempt: '適用除外',
  deleted: '削除済み',
  undone: '登録の取消し',
  draft: '準備中',
  open: '募集中',
  closed: '募集終了',
  withdrawn: '取下げ',
  merged: '一本化',
  received: '収受',
  correctionRequested: '訂正待ち',
  inReview: '審査中',
  conforming: '適合 (契約待ち)',
  nonConforming: '不適合',
  applied: '契約の申込みあり',
  contracted: '契約締結',
  cancelled: '契約の解除',
  lapsed: '失効',
  joined: '統合済み (二重の入力)',
  planned: '作成待ち',
  creating: '作成中',
  created: '作成済み (検査待ち)',
  verified: '検査済み',
  packaged: '提供待ち',
  provided: '提供済み',
  set: '設定あり',
  kept: '記録あり',
  taken: '受付 (処理中)',
  settled: '処理済み',
  known: '報告待ち',
  preliminarilyReported: '速報済み',
  finallyReported: '確報済み',
  ended: '対応終了',
  prepared: '公表待ち',
  announced: '公表済み (提供待ち)',
  handedOver: '提供済み',
  filed: '公文書の保存あり',
};

/** The Japanese name of a stage of any case. */
export const stageWord = (stage: string): string => (names as Readonly<Record<string, string>>)[stage] ?? stage;
