import { actWords } from './approvalWords.ts';

/** Codes of the rule set in words. */
const codes: Readonly<Record<string, string>> = {
  ...actWords,
  dayOfKnowing: '知った日を1日目とする',
  dayAfterKnowing: '知った日の翌日を1日目とする',
  receipt: '収受の日',
  opening: '募集開始の日',
  decision: '審査結果の通知の日',
  designatedCity: '指定都市',
  municipality: '市町村',
  prefecturalAgency: '都道府県の機関',
  nationalUniversityCorporation: '国立大学法人',
  fullWidth: '全角',
  halfWidth: '半角',
  inPerson: '持参',
  post: '郵送',
  correspondenceDelivery: '信書便',
  writing: '書面',
  online: 'オンライン',
  arrival: '到達（必着）',
  dispatch: '発信（消印）',
  responsibleDivision: '担当課',
  head: '機関の長',
  organ: '機関',
  city: '市',
  committee: '委員会',
  name: '氏名・名称',
  address: '住所',
  representative: '代表者',
  proposer: '提案者',
  agent: '代理人',
  unique: '名寄せ後の数',
  cumulative: '延べ数',
  callClose: '募集終了の時点',
  effort: '作業時間による（基本額＋時間単価＋委託料）',
  cumulativePersons: '本人の延べ数による（委託したとき）',
  up: '1時間未満を切り上げ',
  sameAsFirst: '最初の契約者と同じ額',
  newProposer: '新規の提案をした者だけ',
  anyHolder: '契約をしている者すべて',
  creationCost: '作成の費用',
  down: '1円未満を切り捨て',
  prefecturalRevenueStamp: '都道府県の収入証紙',
  bankTransfer: '銀行振込み',
  beforeContract: '契約の前',
  withApplication: '申込みと同時',
  atContract: '契約のとき',
  dayFixedByOrgan: '機関が指定する日',
  formalErrorOnly: '形式の誤りのときだけ返す',
  discretionaryIfNotAtFault: '納付者の責めによらないとき返すことができる',
  sameAsApplication: '申込みの期限と同じ',
  dayAfterNotice: '通知の日の翌日',
  nextOpenDay: '次の開庁日',
  none: '変更を認めない',
  newProposal: '新たな提案による',
  changeNoticeOrNewProposal: '変更の届出か新たな提案による',
  changeNotice: '変更の届出による',
  afterContract: '契約の後',
  processingStandard: '加工の基準',
  securityStandard: '安全確保の措置の基準',
  counter: '窓口受領',
  onOrBeforeOpening: '募集開始の日まで',
  beforeOpening: '募集開始の日の前',
  block: '募集を始められない',
  warn: '注意を表示する',
  period: '募集の期間',
  fileList: 'ファイルの一覧',
  fileOutlines: 'ファイルの概要',
  violation: '違反',
  cancellationIntent: '解除の意思',
  cancelled: '解除',
  callGuideline: '募集要綱',
  proposal: '提案書',
  powerOfAttorney: '委任状',
  pledge: '誓約書',
  usefulness: '有用性を明らかにする書面',
  conformingNotice: '適合の通知書',
  contractApplication: '契約締結申込書',
  contract: '契約書',
  nonConformingNotice: '不適合の通知書',
  createdProposal: '作成された情報の提案書',
  createdConformingNotice: '作成された情報の適合の通知書',
  createdNonConformingNotice: '作成された情報の不適合の通知書',
  createdContract: '作成された情報の契約書',
  purpose: '趣旨',
  files: '対象となるファイル',
  proposers: '提案できる者',
  method: '提案の方法',
  criteria: '審査の基準',
  result: '審査の結果',
  notes: '留意事項',
  contact: '問合せ先',
};

/** Members of compound values. */
const members: Readonly<Record<string, string>> = {
  from: '始め',
  through: '終わり',
  kind: '算定の方法',
  baseYen: '基本額（円）',
  yenPerHour: '1時間当たりの額（円）',
  hourRounding: '時間の端数',
  yenPerPerson: '1人当たりの額（円）',
  yen: '額（円）',
  holder: '対象となる者',
  share: '分けるもの',
  fraction: '円の端数',
  months: '月数',
  onClosedDay: '閉庁日に当たるとき',
  place: '場所',
  published: '公表の時期',
  otherwise: '公表していないとき',
  items: '公表する事項',
  multiple: '倍数',
  floorYen: '下限の額（円）',
  yes: '該当するときの表記',
  no: '該当しないときの表記',
  name: '名称',
  number: '機関の様式番号',
  nationalNumber: '国の様式番号',
  heading: '見出し',
  paragraphs: '段落',
};

const criterion = /^CRI-(\d)$/;

/** A code of the rule set in words; what has none is said as it is. */
export function codeWord(code: string): string {
  const [, number] = criterion.exec(code) ?? [];
  return number ? `基準${number}` : Object.hasOwn(codes, code) ? (codes[code] ?? code) : code;
}

/** The name of a member of a compound value. `through` also names the office through which something is published. */
export const memberWord = (member: string): string =>
  Object.hasOwn(members, member) ? (members[member] ?? member) : member;

/** A value of the rule set in words, as an official reads it. */
export function valueWords(value: unknown): string {
  if (value === null || value === undefined) return '定めなし';
  if (typeof value === 'boolean') return value ? 'する・ある' : 'しない・ない';
  if (typeof value === 'number') return value.toLocaleString('en-US');
  if (typeof value === 'string') return codeWord(value);
  if (Array.isArray(value)) return value.map(valueWords).join('、') || 'なし';
  return Object.entries(value)
    .filter(([, member]) => member !== null)
    .map(([member, inner]) => `${memberWord(member)}: ${valueWords(inner)}`)
    .join('、');
}
