import type { ComplaintCommand } from '../core/complaint/commands.ts';
import type { ComplaintEvent } from '../core/complaint/complaint.ts';
import type { ComplaintRefusal } from '../core/complaint/refusals.ts';
import type { Facts } from '../core/decision.ts';
import type { LeakCommand } from '../core/leak/commands.ts';
import type { LeakEvent } from '../core/leak/leak.ts';
import type { LeakRefusal } from '../core/leak/refusals.ts';
import type { OtherProvisionCommand } from '../core/otherProvision/commands.ts';
import type { OtherProvisionEvent } from '../core/otherProvision/otherProvision.ts';
import type { OtherProvisionRefusal } from '../core/otherProvision/refusals.ts';
import { formatEra } from '../japan/formatEra.ts';
import type { CommandWords } from './commandWords.ts';
import type { FieldWords } from './fieldWords.ts';

type Fact = Facts[string] | undefined;
const text = (value: Fact): string => (Array.isArray(value) ? value.join('、') : String(value ?? ''));
const day = (value: Fact): string => (/^\d{4}-\d{2}-\d{2}$/.test(text(value)) ? formatEra(text(value)) : text(value));

type AfterCommand = ComplaintCommand | LeakCommand | OtherProvisionCommand;
type AfterEvent = ComplaintEvent | LeakEvent | OtherProvisionEvent;
type AfterRefusal = ComplaintRefusal | LeakRefusal | OtherProvisionRefusal;

/** Words of the commands about complaints, leaks and other 匿名加工情報. */
export const afterCommandWords: Readonly<Record<AfterCommand['do'], CommandWords>> = {
  receiveComplaint: {
    title: '苦情を受け付ける',
    lead: '受け付けた日、処理する組織と内容を記録します。申し出た人と内容は、担当者だけが見られる記録に残ります。',
    submit: '受け付ける',
    done: '苦情を受け付けました',
  },
  handleComplaint: {
    title: '苦情の処理を記録する',
    lead: '調べたこと、説明したことなどを記録します。',
    submit: '記録する',
    done: '苦情の処理を記録しました',
  },
  referComplaint: {
    title: '他の機関にあっせんする',
    lead: '他の実施機関に関わる苦情を、その機関にあっせんしたことを記録します。',
    submit: 'あっせんを記録する',
    done: 'あっせんを記録しました',
  },
  settleComplaint: {
    title: '苦情の処理を終える',
    lead: '処理の結果と、改善したことがあればそれを記録します。',
    submit: '処理を終える',
    done: '苦情の処理を終えました',
  },
  discoverLeak: {
    title: '漏えい等を記録する',
    lead: '加工に用いる保有個人情報などの漏えい等を知ったときに記録します。報告を要する事態であれば、速報と確報の期限を示します。',
    submit: '記録する',
    done: '漏えい等を記録しました',
  },
  reportLeak: {
    title: '漏えい等を個人情報保護委員会に報告する',
    lead: '速報をした後に、確報をします。',
    submit: '報告を記録する',
    done: '漏えい等の報告を記録しました',
  },
  tellPrincipals: {
    title: '本人への通知を記録する',
    lead: '本人に通知した日とその方法、又は通知に代わる措置を記録します。',
    submit: '記録する',
    done: '本人への通知を記録しました',
  },
  endLeak: {
    title: '漏えい等への対応を終える',
    lead: '報告と本人への通知の後に、再発を防ぐ措置を記録して終えます。',
    submit: '対応を終える',
    done: '漏えい等への対応を終えました',
  },
  prepareOtherProvision: {
    title: '他の匿名加工情報の提供を準備する',
    lead: '行政機関等匿名加工情報ではない匿名加工情報を第三者に提供するときに、項目と方法を記録します。',
    submit: '準備する',
    done: '提供の準備を記録しました',
  },
  announceOtherProvision: {
    title: '提供する項目と方法を公表する',
    lead: '提供の前に、含まれる情報の項目と提供の方法を公表したことを記録します。',
    submit: '公表を記録する',
    done: '公表を記録しました',
  },
  handOverOther: {
    title: '他の匿名加工情報の提供を記録する',
    lead: '提供した日と、匿名加工情報である旨をどのように明示したかを記録します。',
    submit: '提供を記録する',
    done: '提供を記録しました',
  },
};

/** What happened about complaints, leaks and other 匿名加工情報. */
export const afterEventWords: Readonly<Record<AfterEvent['type'], string>> = {
  complaintReceived: '苦情を受け付けました',
  complaintHandled: '苦情を処理しました',
  complaintReferred: '他の機関にあっせんしました',
  complaintSettled: '苦情の処理を終えました',
  leakDiscovered: '漏えい等を知りました',
  leakReported: '漏えい等を個人情報保護委員会に報告しました',
  principalsTold: '本人に通知しました',
  leakEnded: '漏えい等への対応を終えました',
  otherProvisionPrepared: '他の匿名加工情報の提供を準備しました',
  otherProvisionAnnounced: '提供する項目と方法を公表しました',
  otherHandedOver: '他の匿名加工情報を提供しました',
};

/** What each refusal about complaints, leaks and other 匿名加工情報 says. */
export const afterRefusals: Readonly<Record<AfterRefusal, (facts: Facts) => string>> = {
  complaintEmpty: () => '苦情の内容を書いてください。',
  complaintInFuture: ({ receivedOn }) => `受け付けた日 ${day(receivedOn)} が今日より後です。`,
  complaintUnitUnknown: ({ unit, units }) =>
    `「${text(unit)}」は苦情を処理する組織として定められていません。定められているのは ${text(units)} です。`,
  handledBeforeReceipt: ({ on, receivedOn }) =>
    `処理の日 ${day(on)} が受付の日 ${day(receivedOn)} より前です。日を確かめてください。`,
  handlingEmpty: () => '行ったこと、又は処理の結果を書いてください。',
  mediationNotProvided: () => 'この機関の定めには、他の機関へのあっせんがありません。',
  referredBefore: ({ to, on }) => `この苦情は ${day(on)} に${text(to)}にあっせんされています。`,
  leakAccountMissing: () => 'どのような事態かを書いてください。',
  leakThingsMissing: () => '漏えい等したものを選んでください。',
  leakInFuture: ({ knownOn }) => `知った日 ${day(knownOn)} が今日より後です。`,
  noReportDue: () => 'この事態には、個人情報保護委員会への報告の義務がありません。',
  reportedInWrongOrder: ({ report }) =>
    text(report) === 'final'
      ? '速報がまだ記録されていません。先に速報をしてください。'
      : '速報は既に記録されています。',
  reportedBeforeKnown: ({ reportedOn, knownOn }) =>
    `報告の日 ${day(reportedOn)} が知った日 ${day(knownOn)} より前です。日を確かめてください。`,
  calendarEndsBeforeReport: ({ through }) =>
    `休日の表が ${day(through)} までしかないため、確報の期限を計算できません。管理者に休日の表の更新を依頼してください。`,
  reportMissingBeforeEnd: ({ finalBy }) => `確報（期限 ${day(finalBy)}）がまだ記録されていません。`,
  principalsNotTold: () => '本人への通知、又はこれに代わる措置がまだ記録されていません。',
  measuresMissing: () => '再発を防ぐ措置を書いてください。',
  otherProvisionNotProvided: () =>
    'この機関の定めには、他の匿名加工情報の提供についての手続がありません。管理者に設定を依頼してください。',
  otherItemsMissing: () => '情報の項目と提供の方法を書いてください。',
  notAnnounced: () => '提供の前に、情報の項目と提供の方法を公表してください。',
  announcedAfterProvision: ({ announcedOn, handedOverOn }) =>
    `公表の日 ${day(announcedOn)} が提供の日 ${day(handedOverOn)} より後です。公表は提供の前に行います。`,
  natureNotStated: () => '匿名加工情報である旨を、電子メール又は書面で提供先に明示してください。',
};

const long: FieldWords = { isLong: true, isNeeded: true };
const hidden: FieldWords = { ...long, hint: '担当者だけが見られる記録に残します。' };

const known: FieldWords = {
  isLong: true,
  hint: '分かっている範囲で書きます。担当者だけが見られる記録に残し、報告書に印刷します。',
};

/** Words of the fields about complaints, leaks and other 匿名加工情報. */
export const afterFieldWords: Partial<Record<AfterCommand['do'], Readonly<Record<string, FieldWords>>>> = {
  receiveComplaint: { text: hidden, complainant: { hint: '担当者だけが見られる記録に残します。' } },
  handleComplaint: { text: hidden },
  settleComplaint: { result: hidden, improvement: { isLong: true } },
  discoverLeak: { account: hidden },
  reportLeak: { cause: known, harm: known, measures: known },
  endLeak: { measures: long },
  prepareOtherProvision: {
    items: { row: '項目' },
    way: long,
    byLaw: { hint: '法令に基づく提供のときだけ書きます。公表と明示を要しません。' },
    recipient: { hint: '担当者だけが見られる記録に残します。' },
  },
};

/** Words of values that these commands offer for choice. */
export const afterOptionWords: Readonly<Record<string, string>> = {
  proposal: '提案',
  release: '作成と提供',
  register: '個人情報ファイル',
  call: '募集',
  complaint: '苦情',
  leak: '漏えい等',
  otherProvision: '他の匿名加工情報の提供',
  source: '元の保有個人情報',
  deletedInformation: '削除情報',
  processingMethod: '加工方法等情報',
  output: '作成した情報',
  sensitive: '要配慮個人情報を含む',
  property: '財産的被害のおそれがある',
  unlawful: '不正の目的のおそれがある',
  many: '本人が100人を超える',
  ordinanceSensitive: '条例要配慮個人情報を含む',
  preliminary: '速報',
  final: '確報',
  paper: '書面',
  law: '法令の特別の定め',
  publicInterest: '公益上の必要',
  ownAdministration: '適正な行政執行に関連',
};
