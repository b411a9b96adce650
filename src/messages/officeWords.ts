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
  assignCase: {
    title: '案件の担当者を決める',
    lead: '案件ごとに担当する人を決めます。決めた人の仕事は、異動のときにまとめて引き継げます。',
    submit: '担当者を決める',
    done: '担当者を決めました',
  },
  handOverWork: {
    title: '仕事をまとめて引き継ぐ',
    lead: '一人の担当する案件と、その人が最後に操作した案件のすべてを、別の人に一度に引き継ぎます。',
    submit: 'すべて引き継ぐ',
    done: '仕事を引き継ぎました',
    final: '次の案件の担当が、すべて一度に変わります。担当は、後から「案件の担当者を決める」で変えられます。',
    reversible: true,
  },
  nameSubstitute: {
    title: '代理を定める',
    lead: '不在の人の職を、期間を決めて別の人が行います。期間の初日から末日まで、代理の人は不在の人の役割で操作でき、その操作には代理であることが残ります。決裁は代決として記録されます。',
    submit: '代理を定める',
    done: '代理を定めました',
  },
  changeService: {
    title: '離任・復帰を記録する',
    lead: '異動や退職で離れる人、戻る人を、その日とともに記録します。離任の日から、その人はログインできず、担当者や代理に選べません。担当する案件は、別に引き継いでください。',
    submit: '記録する',
    done: '離任・復帰を記録しました',
  },
  changeDivisions: {
    title: '組織の名称の変更・統合を記録する',
    lead: '課の名称が変わる日、又は一つになる日を記録します。その日に、案件と個人情報ファイルの所管が新しい名称に移ります。',
    submit: '記録する',
    done: '組織の変更を記録しました',
  },
  addClosedDay: {
    title: '閉庁日を加える',
    lead: '暦のほかに閉庁する日を、決めた日とともに記録します。既に通知した期限は変わりません。違ってくる期限は一覧に示します。',
    submit: '閉庁日を加える',
    done: '閉庁日を加えました',
  },
  withdrawClosedDay: {
    title: '加えた閉庁日を取り消す',
    lead: '加えた閉庁日を、開庁することとした日とともに取り消します。',
    submit: '取り消す',
    done: '閉庁日を取り消しました',
  },
  logOutOfPurposeUse: {
    title: '目的外の利用・提供を記録する',
    lead: 'この手続によらない利用・提供を、根拠とともに記録だけします。',
    submit: '記録する',
    done: '目的外の利用・提供を記録しました',
  },
};

/** What happened for the whole organ. */
export const officeEventWords: Readonly<Record<OfficeEvent['type'], string>> = {
  councilConsulted: '審議会に諮問しました',
  councilOpinionRecorded: '審議会が答申しました',
  standardsSet: '基準を定めました',
  evaluationRecorded: '取扱いの状況を評価しました',
  caseAssigned: '案件の担当者を決めました',
  workHandedOver: '仕事をまとめて引き継ぎました',
  substituteNamed: '代理を定めました',
  serviceChanged: '離任・復帰を記録しました',
  divisionsChanged: '組織の名称の変更・統合を記録しました',
  closedDayAdded: '閉庁日を加えました',
  closedDayWithdrawn: '加えた閉庁日を取り消しました',
  outOfPurposeUseLogged: '目的外の利用・提供を記録しました',
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
  caseNotOpen: ({ id }) =>
    `選んだ種類に、終わっていない案件「${text(id)}」はありません。種類と案件を確かめてください。`,
  handedOverToSelf: () => '本人に引き継ぐこと、本人を代理とすることはできません。別の人を選んでください。',
  nothingToHandOver: () => '引き継ぐ人の担当する、終わっていない案件はありません。引き継ぐ人を確かめてください。',
  officeReasonMissing: () => '理由を書いてください。',
  substituteDaysWrong: ({ from, to }) => `代理の終わりの日 ${day(to)} が始まりの日 ${day(from)} より前です。`,
  ownService: () => '自分の離任は記録できません。ほかの人が記録してください。',
  divisionsMissing: () => '変わる組織の今の名称と、新しい名称を書いてください。',
  divisionChangePast: ({ on }) => `変更の日 ${day(on)} は過ぎています。今日以後の日にしてください。`,
  closedDayKnown: ({ day: on }) => `${day(on)} は既に閉庁日に加えられています。`,
  closedDayUnknown: ({ day: on }) => `${day(on)} は、加えられた閉庁日ではありません。`,
  closedDayDecidedLater: ({ decidedOn }) => `閉庁を決めた日 ${day(decidedOn)} が今日より後です。`,
  noOutOfPurposeUse: () => 'この機関では、法令の特別の定めによる場合を除き、目的外の利用・提供はできません。',
  publicInterestWithoutCouncil: () => '公益上の必要による提供は、あらかじめ審議会の意見を聴いた場合に限ります。',
};

const long: FieldWords = { isLong: true, isNeeded: true };

/** Words of the fields for the whole organ. */
export const officeFieldWords: Partial<Record<OfficeCommand['do'], Readonly<Record<string, FieldWords>>>> = {
  recordCouncilOpinion: { summary: long },
  handOverWork: { reason: long },
  nameSubstitute: { reason: long },
  changeService: { serves: { yes: '復帰する', no: '離任する' }, reason: { ...long, hint: '例：人事異動による。' } },
  changeDivisions: { from: { row: '組織' }, reason: long },
  logOutOfPurposeUse: { what: long },
  recordEvaluation: { result: long, improvement: { isLong: true } },
};
