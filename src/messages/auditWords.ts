import type { Role } from '../core/role.ts';
import { commandWords } from './commandWords.ts';
import { eventWords } from './eventWords.ts';
import { roleWords } from './roleWords.ts';

/** Acts that are no command of the procedure. */
const ownActs: Readonly<Record<string, string>> = {
  proposalPersonal: '案件の個人情報を見る',
  caseFile: '案件のファイルを保存する',
  importRegister: '個人情報ファイル簿を読み込む',
  undoImport: '個人情報ファイル簿の読み込みを取り消す',
  createAccount: '利用者を登録する',
  changeAccount: '利用者の登録を変える',
  closeAccount: '利用者の登録を閉じる',
  reopenAccount: '利用者の登録を再び開く',
  changePassword: '自分のパスワードを変える',
  issuePasswordLink: 'パスワードを決め直すリンクを発行する',
  redeemPasswordLink: 'リンクでパスワードを決め直す',
  exportAudit: '監査記録を保存する',
  backUp: 'すべての記録のバックアップを作る',
  restoreBackup: 'すべての記録をバックアップから復元する',
};

const factNames: Readonly<Record<string, string>> = {
  events: '記録した出来事',
  code: '拒否の理由',
  basis: '根拠',
  paper: '書面の番号',
  form: '様式',
  import: '読み込みの番号',
  entries: '件数',
  account: '利用者',
  roles: '役割',
  division: '所属',
  command: '様式',
  before: '変更前',
  nameChanged: '氏名の変更',
  file: 'ファイルの指紋',
  role: 'ファイルの種類',
  format: '形式',
  manifest: 'バックアップの目録の指紋',
  madeAt: 'バックアップの日時（UTC）',
  by: '行った利用者（機械の利用者名）',
};

const valueText = (name: string, value: unknown): string => {
  if (name === 'events' && Array.isArray(value)) return value.map((event) => eventWords(String(event))).join('、');
  if (name === 'roles' && Array.isArray(value)) return value.map((role) => roleWords[role as Role] ?? role).join('、');
  if (name === 'command') return auditActs.get(String(value)) ?? String(value);
  if (name === 'nameChanged') return value === true ? 'あり' : 'なし';
  if (name === 'before') return `（${factsText(value as Readonly<Record<string, unknown>>)}）`;
  return typeof value === 'string' ? value : JSON.stringify(value);
};

const factsText = (facts: Readonly<Record<string, unknown>>): string =>
  Object.entries(facts)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `${factNames[name] ?? name}：${valueText(name, value)}`)
    .join('　');

/** Every act of the audit log, with what it is called. */
export const auditActs: ReadonlyMap<string, string> = new Map(
  [...Object.entries(commandWords).map(([act, { title }]) => [act, title] as const), ...Object.entries(ownActs)].sort(
    ([, one], [, other]) => one.localeCompare(other, 'ja'),
  ),
);

/** Words of the auditor's page. */
export const auditWords = {
  title: '監査記録',
  lead: 'この機関で行われた操作、断られた操作、個人情報の閲覧の記録です。記録は変えられません。案件の個人情報は表示しません。',
  chain: '連鎖と署名',
  chainLead:
    '記録は、前の記録のハッシュを含めて順につながれ、署名されます。最後の署名の控えを、この機械の外に書き留めてください。後で「tokumei audit verify」に示すと、末尾の切捨てや、古い写しに戻されたことも見つけられます。',
  entries: '記録',
  count: (count: number) => `${count.toLocaleString('ja-JP')}件`,
  waiting: '連鎖を待つ記録',
  head: '連鎖の末尾',
  headOf: (number: number) => `${number.toLocaleString('ja-JP')}番`,
  nothingChained: 'まだ何も連鎖していません',
  checkpoint: '最後の署名',
  noCheckpoint: 'まだ署名していません',
  note: '最後の署名の控え',
  unsigned: '署名を待つ記録',
  fingerprint: '署名の鍵の指紋',
  export: '監査記録を保存（検証できる形）',
  csv: 'CSVで保存（Excelで開けます）',
  search: '記録を探す',
  person: '人',
  personHint: '氏名、ログインID、または人の番号を入力してください。一覧の「人」を開くと、その人の記録に絞り込めます。',
  act: '操作',
  anyAct: 'すべての操作',
  from: '記録した日（この日から）',
  to: '記録した日（この日まで）',
  case: '案件の番号',
  caseHint: '一覧の「案件」の番号を入力してください。',
  submit: '探す',
  reset: '条件を消す',
  results: '記録の一覧',
  none: '条件に合う記録はありません。',
  noneNext: '条件を減らして、もう一度探してください。',
  number: '番号',
  unchained: '連鎖を待っています',
  recordedAt: '記録した日時',
  procedureAt: '手続上の日時',
  inProcedure: (moment: string) => `手続上は${moment}`,
  papersOf: (name: string) => `${name}の公文書`,
  role: '役割',
  personNumber: '人の番号',
  actCode: '操作の符号',
  outcome: '結果',
  outcomes: { done: '行った', refused: '断られた', read: '見た' },
  stream: '案件',
  streamKind: '案件の種類',
  facts: '内容',
  system: 'システム',
  wrongDay: '実在する日付を入力してください。',
  streams: {
    register: '個人情報ファイル',
    call: '募集',
    proposal: '提案',
    release: '作成と提供',
    complaint: '苦情',
    leak: '漏えい等',
    otherProvision: '他の匿名加工情報の提供',
    organ: '規程の設定',
    office: '機関全体の記録',
    papers: '公文書',
  },
  actName: (act: string): string => auditActs.get(act) ?? act,
  factsText,
} as const;
