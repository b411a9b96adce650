import { partWord } from './partWord.ts';

const number = (value: number): string => value.toLocaleString('ja-JP');
const moved: Readonly<Record<string, string>> = {
  certificateFrom: '証明書の最も早い作成日',
  contractApplication: '契約締結の申込みの期限',
  fee: '手数料の納付の期限',
};
const findings: Readonly<Record<string, string>> = {
  arrivedEarly: '募集の開始より前の日付である',
  arrivedLate: '募集の締切に間に合わない',
  dispatchDayMissing: '発信日が書かれていない',
  closingMomentPassed: '締切の時刻を過ぎている',
  proposalSettingMissing: '規程の設定が足りない',
  copies: '部数が足りない',
  minor: '提案の日に未成年者である',
  identityDocumentExpired: '本人確認書類の有効期限が切れている',
  certificateTooOld: '証明書が古い',
};

/** Words of the facts of the intake and the review on the page of a proposal. */
export const caseFactWords = {
  intake: '書類の動き',
  forwardings: '担当課への送付',
  forwarding: (version: number, day: string, to: string, kept: boolean) =>
    `第${version}版：${day}に${to}へ${kept ? '（写しを保管）' : ''}`,
  contacts: '連絡',
  contact: (day: string, who: string, topic: string, way: string) => `${day}　${who}　${topic}（${way}）`,
  corrections: '訂正の求め',
  correction: (asked: string, due: string, answered: string | null) =>
    `${asked}に求め、期限は${due}${answered === null ? '。まだ届いていません' : `、${answered}に届きました`}`,
  joinedInto: '続いている提案',
  typing: '誤記の訂正の申出',
  typingReason: '理由',
  typingChanges: '正しい内容',
  moves: '動く期限',
  move: (name: string, from: string, to: string) => `${moved[name] ?? name}：${from} → ${to}`,
  noMoves: '動く期限はありません。',
  newFindings: '新たに当てはまること',
  settledFindings: '当てはまらなくなること',
  finding: (code: string): string => {
    const [name = '', ...rest] = code.split(':');
    return `${findings[name] ?? name}${rest.length === 0 ? '' : `（${partWord(rest.join(':'))}）`}`;
  },
  noDay: 'なし',
  grounds: '欠格事由の記録',
  ground: (id: string, who: string, label: string, through: string | null) =>
    `${id}　${who}　${label}${through === null ? '' : `（${through}まで）`}`,
  dismissed: '取り消した記録',
  eligibility: '欠格事由の確認',
  eligible: (day: string) => `${day}：該当するものはありません`,
  barred: (day: string, labels: string) => `${day}：${labels}`,
  consultations: '総務担当課との協議',
  consultation: (day: string, matter: string, answer: string) => `${day}　${matter}：${answer}`,
  referral: '委員会への付託',
  report: '委員会の報告',
  reportConforming: (day: string) => `${day}：いずれの基準にも適合する`,
  reportNot: (day: string) => `${day}：適合しない基準がある`,
  thirdParties: '第三者の意見',
  notified: (day: string, count: number, due: string) => `${day}に${number(count)}人へ通知、意見書の期限は${due}`,
  opinions: '届いた意見書',
  opinion: (party: number, objects: boolean, day: string) =>
    `${party}番：${objects ? '反対する' : '反対しない'}（${day}）`,
  concluded: (day: string, objectors: number) =>
    `${day}に終了。反対の意思を表した${number(objectors)}人の情報を除きます`,
  merge: '一本化・共通化',
  mergeState: (terms: string, consents: number, concluded: string | null) =>
    `${terms}　同意${number(consents)}件${concluded === null ? '' : `、${concluded}に成立`}`,
  effort: '作業の積算',
  effortTask: (task: string, minutes: number, note: string) =>
    `${task} ${number(minutes)}分${note ? `（${note}）` : ''}`,
  quote: '委託料の見積り',
  quoteText: (day: string, yen: number, scrutiny: string) => `${day}　${number(yen)}円　${scrutiny}`,
  outsourcing: '委託契約',
} as const;
