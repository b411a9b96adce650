import type { Facts } from '../core/decision.ts';
import type { reviewRefusals as bases } from '../core/proposal/reviewRefusals.ts';
import { formatEra } from '../japan/formatEra.ts';
import { barringFactWords } from './barringFactWords.ts';

type Fact = Facts[string] | undefined;

const text = (value: Fact): string => (Array.isArray(value) ? value.join('、') : String(value ?? ''));
const list = (value: Fact): readonly string[] => (Array.isArray(value) ? value : [text(value)]);
const day = (value: Fact): string => (/^\d{4}-\d{2}-\d{2}$/.test(text(value)) ? formatEra(text(value)) : text(value));
const fact = (value: Fact): string =>
  (barringFactWords as Readonly<Record<string, string>>)[text(value)] ?? text(value);
const parties = (value: Fact): string =>
  [...new Set(list(value))].map((party) => party.replace('proposer:', '提案者 ')).join('、');
const barredThrough = (value: Fact): string => (value === null || value === undefined ? '' : `（${day(value)}まで）`);

/** What each refusal of the review says. */
export const reviewRefusals: Readonly<Record<keyof typeof bases, (facts: Facts) => string>> = {
  factNoGround: (facts) =>
    `「${fact(facts.fact)}」は、この機関の欠格事由ではありません。記録せず、定められた事由だけで判断してください。`,
  groundOver: (facts) =>
    `「${fact(facts.fact)}」により提案できない期間は ${day(facts.through)} に終わっています。欠格事由に該当しません。`,
  groundDayMissing: (facts) => `「${fact(facts.fact)}」の期間を数える日がありません。その日を書いてください。`,
  groundUnknown: ({ ground, grounds }) =>
    `「${text(ground)}」という欠格事由の記録はありません。あるのは ${text(grounds) || 'なし'} です。`,
  dismissalReasonMissing: () => '欠格事由の記録を取り消す理由を書いてください。',
  officerOfIndividual: ({ party }) =>
    `${parties(party)}は個人です。役員について記録できるのは法人その他の団体だけです。`,
  officerReasonMissing: ({ title }) =>
    `「${text(title)}」は規程に挙げられた役職ではありません。役員に当たるとする理由を書いてください。`,
  proposerDisqualified: ({ parties: whom, items, through }) =>
    `${parties(whom)}が欠格事由（${text(items)}）に該当します${barredThrough(through)}。不適合とするか、記録が誤りのときは取り消してください。`,
  possibleCancellation: ({ parties: whom, grounds }) =>
    `${parties(whom)}と同じ名前の者の契約がこの機関で解除されています（${text(grounds)}）。同じ者かどうかを確かめ、別の者のときは理由を付けて取り消してください。`,
  consultationMatterMissing: () => '協議した事項を書いてください。',
  noCommittee: () => 'この機関の審査は、委員会への付託によりません。',
  referredInFuture: ({ referredOn }) => `付託の日 ${day(referredOn)} が今日より後です。付託した日を確かめてください。`,
  notReferred: () => '審査がまだ委員会に付託されていません。先に付託してください。',
  reportBeforeReferral: ({ reportedOn, referredOn }) =>
    `報告の日 ${day(reportedOn)} が付託の日 ${day(referredOn)} より前です。日を確かめてください。`,
  reportContradictsFindings: ({ criteria }) =>
    list(criteria).length > 0
      ? `${text(criteria)} に適合しないと判断されています。「適合」とは報告できません。`
      : 'すべての基準に適合すると判断されています。「不適合」とは報告できません。',
  reportFiled: () => '委員会は既に報告をしています。判断を改めるときは、もう一度付託してください。',
  reportMissing: ({ committee }) => `${text(committee)}の報告がまだありません。報告を受けてから通知してください。`,
  noThirdPartyProcedure: () => 'この提案には、第三者の保護に関する手続はありません。',
  fileWithoutThirdPartyProcedure: () =>
    '個人情報ファイル簿に、第三者の保護に関する手続が執られる旨の記載がないファイルです。手続は行いません。',
  thirdPartiesNotifiedBefore: () => '第三者への通知は既に記録されています。',
  opinionPeriodTooShort: ({ opinionsDueOn, earliest }) =>
    `意見書の期限 ${day(opinionsDueOn)} は、定められた日数より短くなっています。${day(earliest)}以後にしてください。`,
  thirdPartiesNotNotified: () => '第三者への通知がまだ記録されていません。',
  thirdPartyUnknown: ({ thirdParty, notified }) =>
    `第三者 ${text(thirdParty)} はいません。通知したのは ${text(notified)} 人です。`,
  opinionLate: ({ receivedOn, opinionsDueOn }) =>
    `意見書の期限 ${day(opinionsDueOn)} を過ぎて ${day(receivedOn)} に届きました。意見書として扱うことはできません。`,
  opinionsOutstanding: ({ opinionsDueOn }) =>
    `まだ意見書を出していない第三者がいます。期限 ${day(opinionsDueOn)} が過ぎるまで待ってください。`,
  nobodyNotifiedWithoutReason: () => '第三者に通知していません。通知するか、通知する者がいない理由を書いてください。',
  thirdPartyProcedureOver: ({ concludedOn }) => `第三者の保護に関する手続は ${day(concludedOn)} に終わっています。`,
  thirdPartiesNotHeard: () =>
    '第三者の保護に関する手続がまだ終わっていません。手続を終えてから適合の通知をしてください。',
  mergeNotProvided: () => 'この機関の規程は、提案の一本化・共通化を定めていません。',
  mergeTermsMissing: () => '一本化又は共通化の内容を書いてください。',
  mergeNotPossible: ({ proposals }) =>
    `${text(proposals)} は、同じ募集の同じファイルについて審査中の提案ではありません。`,
  mergeNotOffered: () => '一本化・共通化の申出がまだ記録されていません。',
  mergeOver: ({ concludedOn }) => `一本化・共通化は ${day(concludedOn)} に終わっています。`,
  consenterUnknown: ({ proposal, proposer }) =>
    `${proposal === null ? 'この提案' : text(proposal)}の提案者 ${text(proposer)} は、同意を求められていません。`,
  consentMissing: ({ from }) =>
    `同意がまだない提案者がいます: ${list(from)
      .map((one) => one.replace(/^:/, 'この提案:').replace(/:(\d+)$/, 'の提案者 $1'))
      .join('、')}。`,
  otherTaskUnnamed: () => '「その他」の作業の内容を書いてください。',
  quoteNotScrutinised: () => '見積額の精査の結果を書いてください。',
  deskNotConsulted: () => '委託の費用を総務課と協議した日を書いてください。',
  quoteMissing: () => '委託料の見積りがまだ記録されていません。見積りを得て精査してから行ってください。',
  quoteDiffers: ({ quoted, outsourcingYen }) =>
    `委託料 ${text(outsourcingYen)} 円が、精査した見積額 ${text(quoted)} 円と違います。`,
  quoteAfterNotice: ({ quotedOn, noticeDate }) =>
    `見積りの日 ${day(quotedOn)} が通知の日 ${day(noticeDate)} より前ではありません。見積りは通知の前に得てください。`,
  conditionPrecedentMissing: () => '委託契約は、利用契約の締結を停止条件としてください。',
  usePeriodTooLong: ({ to, through }) =>
    `利用期間の末日 ${day(to)} が、定められた期間の末日 ${day(through)} を超えています。訂正を求めるか、不適合としてください。`,
  purposeNotAdmitted: () => '反社会的な目的又は興味本位の提案は、基準4に適合しません。不適合としてください。',
};
