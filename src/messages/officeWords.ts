import type { Facts } from '../core/decision.ts';
import type { OfficeCommand } from '../core/office/commands.ts';
import type { OfficeEvent } from '../core/office/events.ts';
import type { OfficeRefusal } from '../core/office/refusals.ts';
import { formatEra } from '../japan/formatEra.ts';
import type { CommandWords } from './commandWords.ts';
import type { FieldWords } from './fieldWords.ts';
import { standards } from './releaseAsideWords.ts';

type Fact = Facts[string] | undefined;
const text = (value: Fact): string => (Array.isArray(value) ? value.join('、') : String(value ?? ''));
const day = (value: Fact): string => (/^\d{4}-\d{2}-\d{2}$/.test(text(value)) ? formatEra(text(value)) : text(value));

/** Words of the commands for the whole organ. */
export const officeCommandWords: Readonly<Record<OfficeCommand['do'], CommandWords>> = {
  consultCouncil: {
    title: '審議会に諮問する',
    lead: '加工の基準と安全確保の措置の基準について、審議会の意見を聴きます。',
    submit: '諮問を記録する',
    done: '審議会に諮問しました',
  },
  recordCouncilOpinion: {
    title: '審議会の答申を記録する',
    lead: '諮問に対する審議会の意見を記録します。',
    submit: '答申を記録する',
    done: '審議会の答申を記録しました',
  },
  setStandards: {
    title: '基準を定める',
    lead: '審議会の意見を聴いた基準を規則で定めたことを記録します。定めるまで、情報の作成は始められません。',
    submit: '記録する',
    done: '基準を定めました',
  },
  recordEvaluation: {
    title: '取扱いの状況を評価する',
    lead: '情報等の取扱いの状況の評価と、その結果に基づく改善を記録します。',
    submit: '記録する',
    done: '取扱いの状況の評価を記録しました',
  },
};

/** What happened for the whole organ. */
export const officeEventWords: Readonly<Record<OfficeEvent['type'], string>> = {
  councilConsulted: '審議会に諮問しました',
  councilOpinionRecorded: '審議会が答申しました',
  standardsSet: '基準を定めました',
  evaluationRecorded: '取扱いの状況を評価しました',
};

/** What each refusal for the whole organ says. */
export const officeRefusals: Readonly<Record<OfficeRefusal, (facts: Facts) => string>> = {
  noCouncil: () => 'この機関の定めには、基準についての審議会への諮問がありません。',
  standardsMissing: () => '基準を選んでください。',
  councilAskedBefore: ({ consultedOn }) => `${day(consultedOn)} の諮問にまだ答申がありません。答申を待ってください。`,
  councilNotAsked: () => '答申を待っている諮問がありません。先に諮問してください。',
  opinionBeforeConsultation: ({ answeredOn, consultedOn }) =>
    `答申の日 ${day(answeredOn)} が諮問の日 ${day(consultedOn)} より前です。日を確かめてください。`,
  opinionEmpty: () => '答申の内容を書いてください。',
  councilNotHeard: ({ standards: unheard }) => `${standards(unheard)}について、審議会の意見をまだ聴いていません。`,
  setBeforeOpinion: ({ setOn, answeredOn }) =>
    `基準を定めた日 ${day(setOn)} が答申の日 ${day(answeredOn)} より前です。日を確かめてください。`,
  evaluationEmpty: () => '評価の内容を書いてください。',
};

const long: FieldWords = { isLong: true, isNeeded: true };

/** Words of the fields for the whole organ. */
export const officeFieldWords: Partial<Record<OfficeCommand['do'], Readonly<Record<string, FieldWords>>>> = {
  recordCouncilOpinion: { summary: long },
  recordEvaluation: { result: long, improvement: { isLong: true } },
};
