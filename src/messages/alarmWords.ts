import type { CallAlarm } from '../core/call/callAlarms.ts';
import type { DuplicateGround } from '../core/proposal/possibleDuplicates.ts';
import type { PromptAct } from '../core/proposal/promptActs.ts';
import { unreachable } from '../core/unreachable.ts';
import { formatEra } from '../japan/formatEra.ts';
import { partWord } from './partWord.ts';
import { ruleName } from './ruleNames.ts';

const fiscalYear = (year: number): string => `${formatEra(`${year}-05-01`).split('年')[0]}年度`;
const acts: Readonly<Record<PromptAct['act'], string>> = { forwarding: '担当課への送付', review: '審査' };
const grounds: Readonly<Record<DuplicateGround, string>> = {
  sameScan: '同じ文書の写し',
  sameForm: '提案書の内容がすべて同じ',
  sameNames: '提案をする者が同じ',
};

/** Words of what an official must be told before anyone asks. */
export const alarmWords = {
  title: '確かめること',
  none: '今、確かめることはありません。',
  promptActs: '直ちに・速やかに行うこと',
  twice: '二重の入力の疑い',
  twiceLead: '同じ提案書類を二度入力したものかもしれません。見比べて、同じものなら統合してください。',
  join: '統合の手続へ',
  act: (act: PromptAct['act']): string => acts[act],
  ground: (ground: DuplicateGround): string => grounds[ground],
} as const;

/** @param dayWords a day in 元号 and 西暦 */
export function callAlarmText(alarm: CallAlarm, dayWords: (day: string) => string): string {
  switch (alarm.kind) {
    case 'tooFewCalls': {
      const { opened, wanted, over, lastOpening } = alarm;
      const year = fiscalYear(alarm.fiscalYear);
      return over
        ? `${year}の募集は${opened}回で、必要な${wanted}回に足りないまま終わりました（${alarm.basis}）。`
        : `${year}の募集は${opened}回で、${wanted}回必要です。${dayWords(lastOpening)}までに始まる募集を準備してください（${alarm.basis}）。`;
    }
    case 'frequencyUnset':
      return `募集の回数が定められていません。管理者に「${ruleName(alarm.setting).name}」の設定を求めてください（${alarm.basis}）。`;
    case 'notPublished': {
      const items = alarm.items.map((item) => partWord(item)).join('、');
      return alarm.over
        ? `「${alarm.title}」は、開始日の${dayWords(alarm.opensOn)}までに${items}が公表されていないため、始まっていません（${alarm.basis}）。`
        : `「${alarm.title}」は${dayWords(alarm.opensOn)}に始まりますが、${items}がまだ公表されていません（${alarm.basis}）。`;
    }
    default:
      return unreachable(alarm);
  }
}

/** How long an act has taken, against the organ's own target where it has one. */
export function promptActText({ act, word, days, restedDays, targetDays, overdue, basis }: PromptAct): string {
  const rested = restedDays > 0 ? `（訂正を待った${restedDays}日を除く）` : '';
  const target =
    targetDays === null
      ? '目安の日数は定められていません'
      : `目安は${targetDays}日${overdue ? 'で、過ぎています' : ''}`;
  return `${acts[act]}${word === null ? '' : `（${word}）`}：${days}日経過${rested}。${target}（${basis}）。`;
}
