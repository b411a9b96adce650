import { outgoing, outgoingActIds } from '../core/approval/outgoingActs.ts';
import { afterFieldWords, afterOptionWords } from './afterWords.ts';
import { approvalFieldWords, approvalOptionWords, paperNumberWords } from './approvalWords.ts';
import type { AnyCommandName } from './commandWords.ts';
import { contractFieldWords, contractOptionWords } from './contractFieldWords.ts';
import { filingFieldWords, filingSections } from './filingFieldWords.ts';
import { granularityWords } from './granularityWords.ts';
import { officeFieldWords } from './officeWords.ts';
import { partWord } from './partWord.ts';
import { dutyWords, releaseAsideFieldWords, standardWords } from './releaseAsideWords.ts';
import { reviewFieldWords, reviewOptionWords } from './reviewFieldWords.ts';

/** Words of one field of a command beyond the label of its schema. */
export interface FieldWords {
  readonly label?: string;
  readonly hint?: string;
  /** Words of the two answers of a question. */
  readonly yes?: string;
  readonly no?: string;
  /** The answer that says neither. */
  readonly unsaid?: string;
  /** Text of several lines. */
  readonly isLong?: true;
  /** The procedure refuses it empty, although the schema admits it. */
  readonly isNeeded?: boolean;
  /** What one row of a list is called. */
  readonly row?: string;
}

const reason: FieldWords = { isLong: true, isNeeded: true };
const day: FieldWords = { hint: '西暦の日付で入力します。' };
const party: Readonly<Record<string, FieldWords>> = {
  kind: { label: '個人・法人等の別' },
  name: { hint: '法人その他の団体は、登記された名称を書きます。' },
  representative: { hint: '法人その他の団体の場合に書きます。' },
  birthDate: { hint: '個人の場合に書きます。提案の日に未成年者でないかを確かめます。' },
  section: {},
  contactPerson: {},
};
const under = (path: string, words: Readonly<Record<string, FieldWords>>): Record<string, FieldWords> =>
  Object.fromEntries(Object.entries(words).map(([name, own]) => [`${path}.${name}`, own]));

const form: Readonly<Record<string, FieldWords>> = {
  fileName: { hint: '提案書に書かれたとおりに入力します。' },
  persons: { hint: '提案書に書かれた数をそのまま入力します。' },
  items: { row: '項目', hint: '欲しい記録項目と、どこまで詳しく必要かを書きます。' },
  'items.name': { label: '記録項目' },
  'items.detail': { label: '加工の程度', hint: '例：町名までとする。' },
  purpose: { isLong: true },
  method: { isLong: true },
  business: { isLong: true, hint: '新たな産業の創出などに資する理由を含みます。' },
  handlers: { row: '取扱従事者' },
  'handlers.affiliation': {},
  environment: { isLong: true },
  management: { isLong: true },
  measures: { isLong: true },
  medium: { hint: '例：CD-R、DVD-R' },
};
const papers: Readonly<Record<string, FieldWords>> = {
  attachments: { row: '書類', label: '届いた添付書類' },
  'attachments.kind': { label: '書類' },
  'attachments.of': { label: 'どの提案者のものか', hint: '共同提案のときに、1、2と番号で書きます。' },
  'attachments.file': { label: '写し（スキャン）', hint: '紙だけのときは選ばなくてかまいません。' },
};
const tests: Readonly<Record<string, FieldWords>> = {
  passed: { label: 'この要件に', yes: '該当する', no: '該当しない' },
  reason: { label: 'その理由', ...reason },
};

const words: Partial<Record<AnyCommandName, Readonly<Record<string, FieldWords>>>> = {
  registerFile: {
    'contents.purpose': { isLong: true },
    'contents.recordItems': { row: '記録項目' },
    'contents.recordItems.name': { label: '名称' },
    'contents.recordScope': { isLong: true },
    'contents.collectionMethod': { isLong: true },
    'contents.regularRecipients': { row: '提供先', hint: 'ない場合は空のままにします。' },
    'contents.specialProcedure': { isLong: true },
    'contents.remarks': { isLong: true },
    'contents.sensitiveInformation': { yes: '含む', no: '含まない' },
    'contents.ordinanceSensitiveInformation': { yes: '含む', no: '含まない' },
    'contents.manualCopy': { yes: 'ある', no: 'ない' },
    'contents.thirdPartyProcedure': { yes: '該当', no: '非該当' },
    entryDate: { label: '作成年月日', hint: '元号でも西暦でも入力できます（例：令和7年11月28日）。' },
    persons: { hint: '分かっている場合に書きます。後からでも記録できます。' },
  },
  omitParts: { reason },
  withholdEntry: { reason },
  exemptFile: { reason },
  publishEntry: { publishedOn: day },
  testForSolicitation: {
    ...under('tests.published', tests),
    ...under('tests.disclosure', tests),
    ...under('tests.noHindrance', tests),
  },
  unflagForSolicitation: { reason },
  deleteEntry: { reason },
  draftCall: {
    entries: { label: '対象とする個人情報ファイル', hint: '募集の対象である旨の記載があるファイルだけが選べます。' },
  },
  reviseCall: {
    entries: { label: '対象とする個人情報ファイル', hint: '募集の対象である旨の記載があるファイルだけが選べます。' },
  },
  admitShortWindow: { reason },
  setGuideline: {
    version: { hint: '例：令和7年12月19日公示' },
    file: { hint: '登録しないときは、システムが作る募集要綱を使います。' },
  },
  publishCall: { publishedOn: { hint: '実際に公示・掲載した日です。' } },
  replaceSnapshot: { entry: { label: '個人情報ファイル' }, reason },
  withdrawCall: { reason },
  substituteCharacter: { reason },
  correctPaper: { reason },
  setRuleValue: { reason },
  correctCitation: { reason },
  withdrawSetting: { reason },
  receiveProposal: {
    entry: { label: '個人情報ファイル' },
    receivedOn: { hint: '収受日付印の日です。入力する日より前でもかまいません。' },
    envelopeNoted: { label: '封筒の朱書き', yes: 'ある', no: 'ない', unsaid: '郵送・信書便ではない' },
    proposers: { row: '提案者' },
    agent: { label: '代理人', hint: '代理人による提案でないときは、空のままにします。' },
    ...under('proposers', party),
    ...under('agent', party),
    ...under('form', form),
    ...papers,
  },
  ...filingFieldWords,
  checkIdentity: {
    matches: { label: '提案書の記載と', yes: '一致する', no: '一致しない' },
    otherReason: { hint: '一覧にない書類で確認したときだけ、やむを得ない理由を書きます。', isLong: true },
    documentNumber: { hint: '担当者だけが見られる記録に残します。' },
  },
  receiveAttachment: {
    kind: { label: '書類' },
    of: { label: 'どの提案者のものか', hint: '共同提案のときに、1、2と番号で書きます。' },
    file: { label: '写し（スキャン）', hint: '紙だけのときは選ばなくてかまいません。' },
  },
  requestCorrection: {
    points: { row: '事項' },
    'points.text': { label: '求める内容', isLong: true, isNeeded: true },
    deadline: { hint: '提案者が訂正を出す最後の日です。' },
  },
  receiveCorrection: {
    proposers: { row: '提案者' },
    agent: { label: '代理人' },
    ...under('proposers', party),
    ...under('agent', party),
    ...under('form', form),
    ...papers,
  },
  recordFinding: {
    met: { label: 'この基準に', yes: '適合する', no: '適合しない' },
    reason: { label: 'その理由', isLong: true },
  },
  determineFee: {
    minutes: {
      row: '作業',
      hint: '抽出の設計と実行、プログラムの設計、加工の実行、検査、委託の事務などを分で書きます。合計してから時間に切り上げます。',
    },
    outsourcingYen: { hint: '作成を委託しないときは空のままにします。' },
    yen: { label: '手数料の額（円）', isNeeded: true },
    reason: { label: 'その額とした理由', ...reason },
  },
  issueConformingNotice: {
    noticeDate: { hint: '通知書に載る日です。期限はこの日の翌日から数えます。' },
    documentNumber: { hint: '例：法制発第1号' },
    ...Object.fromEntries(
      ['contractParty', 'feePayment', 'applicationDeadline', 'feeDeadline'].flatMap((item) => [
        [`${item}.value`, { label: '内容' }],
        [`${item}.reason`, { label: 'そう決めた理由', isLong: true as const }],
      ]),
    ),
    'applicationDeadline.value': { label: '期限' },
    'feeDeadline.value': { label: '期限' },
  },
  issueNonConformingNotice: { documentNumber: { hint: '例：法制発第1号' } },
  extendDeadlines: { reason },
  receiveContractApplication: { copies: { label: '届いた契約書の通数' } },
  concludeContract: {
    stillEligible: {
      label: '欠格事由に該当しないことを、契約の前にもう一度確認しましたか',
      yes: '確認した',
      no: '確認していない',
    },
    provisionDeadline: { hint: '契約で定めたときに書きます。' },
  },
  ...reviewFieldWords,
  ...approvalFieldWords,
  ...contractFieldWords,
  ...releaseAsideFieldWords,
  ...officeFieldWords,
  ...afterFieldWords,
  cancelContract: { reason },
  lapseProposal: { reason },
  withdrawProposal: { reason },
  handInSource: {
    source: {
      label: '元データのファイル',
      hint: 'CSV（UTF-8 又は Shift_JIS）、Excel のブック（.xlsx）か Parquet のファイルです。',
    },
  },
  deriveRecipe: {
    k: {
      label: '同じ組合せの記録の最少の件数（k）',
      hint: 'まとめた後の年齢や住所などの組合せが同じ記録が、少なくともこの件数になるようにします。2以上にします。',
    },
    suppressionPercent: { label: '除いてよい記録の割合（％）', hint: 'まとめきれない記録を、この割合まで除きます。' },
    decisions: { row: '項目' },
    'decisions.column': { label: '項目' },
    'decisions.role': { label: 'この項目の扱い' },
    sheet: { label: '読むシート', hint: 'ブックにシートが複数あるときに選びます。' },
    headerRow: {
      label: '見出しの行',
      hint: '見出しが何行目にあるかです。空欄なら、最初の空でない行を見出しとして読みます。',
    },
  },
  setRecipe: { recipe: { label: '加工の手順のファイル', hint: '加工の手順（JSON）のファイルです。' } },
  signVerification: { note: { isLong: true, isNeeded: false, hint: '確かめたことを書きます。空でもかまいません。' } },
  rejectCreation: { reason },
  recordProvision: {
    measures: { isLong: true, isNeeded: true, hint: '例：媒体を封かんし、受領者の身分を確かめて手渡した。' },
    mediumNumber: { hint: '媒体に付けた管理番号です。' },
    receivedBy: { hint: '担当者だけが見られる記録に残します。' },
  },
};

/** The words of a field by its path without row numbers. */
export const fieldWords = (command: AnyCommandName, path: string): FieldWords =>
  words[command]?.[path] ?? (path === 'documentNumber' && numbered.includes(command) ? paperNumberWords : {});

/** Commands that are asked for the 文書番号 of their paper alone. */
const numbered = outgoingActIds
  .map(outgoing)
  .filter((act) => act.numbered)
  .map(({ command }): string => command);

/** Every path that has words of its own, for the test that it exists. */
export const worded = Object.entries(words).flatMap(([command, fields]) =>
  Object.keys(fields).map((path) => [command as AnyCommandName, path] as const),
);

const options: Readonly<Record<string, string>> = {
  ...reviewOptionWords,
  ...contractOptionWords,
  ...afterOptionWords,
  ...dutyWords,
  ...standardWords,
  individual: '個人',
  corporation: '法人',
  otherBody: 'その他の団体',
  stateOrgan: '国の機関',
  independentAgency: '独立行政法人等',
  listedBody: '機関が別に定める、提案できない団体',
  electronic: '電算処理ファイル',
  manual: 'マニュアル処理ファイル',
  regularRecipients: '記録情報の経常的提供先',
  otherDocument: 'その他の書類（やむを得ない理由による）',
  anonymizedData: '匿名加工情報等のみのファイル',
  deletedInformation: '削除情報を含むファイル',
  fewPersons: '本人の数が少ないファイル',
  stateSecurity: '国の安全等に関するファイル',
  criminalInvestigation: '犯罪の捜査等のためのファイル',
  staffPersonnel: '職員の人事・給与等に関するファイル',
  testProcessing: '試験的な電算処理のためのファイル',
  copyOfPublishedFile: '公表したファイルの写しのファイル',
  erasedWithinOneYear: '1年以内に消去するファイル',
  contactList: '送付・連絡のための名簿等',
  staffResearch: '職員が研究のために作成するファイル',
  manualFile: 'マニュアル処理ファイル',
  noLongerHeld: '保有しなくなった',
  belowMinimum: '本人の数が下限に満たなくなった',
  listedByMistake: '誤って記載した',
  phone: '電話',
  mail: '電子メール',
  letter: '書面',
  visit: '訪問',
  information: '情報の提供',
  fileQuestion: 'ファイルについての質問',
  feeExplanation: '手数料の説明',
  explanation: '提案の内容の説明',
};
const special: Readonly<Record<string, string>> = {
  'deriveRecipe.quasi': 'ほかと組み合わせると個人が分かるおそれがある項目',
  'deriveRecipe.sensitive': '知られると本人に不利益がある項目',
  'deriveRecipe.other': 'そのまま残す項目',
  'deriveRecipe.drop': '削除する項目',
  'exemptFile.byRule': '規則で定めるファイル',
};

const granularities: Readonly<Record<string, string>> = granularityWords;

/** The word of a value that can be chosen. */
export function optionWord(command: AnyCommandName, value: string): string {
  if (Object.hasOwn(approvalFieldWords, command)) return approvalOptionWords[value] ?? value;
  if (value.startsWith('party:')) return `提案者 ${value.slice('party:'.length)}`;
  const criterion = value.match(/^CRI-(\d)$/);
  if (criterion) return `基準${criterion[1]}`;
  return special[`${command}.${value}`] ?? granularities[value] ?? options[value] ?? partWord(value);
}

/** Parts of a form under headings of their own; fields that are not named stand under the headings of their groups. */
export interface FormSection {
  readonly title: string;
  readonly lead?: string;
  readonly fields: readonly string[];
}

export const formSections: Partial<Record<AnyCommandName, readonly FormSection[]>> = {
  registerFile: [
    {
      title: 'ファイルの概要',
      fields: ['contents.fileName', 'contents.organName', 'contents.responsibleOrganization', 'contents.purpose'],
    },
    {
      title: '記録の内容',
      fields: [
        'contents.recordItems',
        'contents.recordScope',
        'contents.collectionMethod',
        'contents.sensitiveInformation',
        'contents.ordinanceSensitiveInformation',
        'contents.regularRecipients',
      ],
    },
    {
      title: '請求の窓口とファイルの種別',
      fields: [
        'contents.disclosureDesk',
        'contents.specialProcedure',
        'contents.fileKind',
        'contents.manualCopy',
        'contents.thirdPartyProcedure',
        'contents.remarks',
      ],
    },
    { title: '作成日と本人の数', fields: ['entryDate', 'persons'] },
  ],
  receiveProposal: [
    {
      title: '収受',
      fields: ['call', 'entry', 'channel', 'copies', 'receivedOn', 'receivedTime', 'dispatchedOn', 'envelopeNoted'],
    },
    { title: '提案をする者', fields: ['proposers'] },
    { title: '代理人', fields: ['agent'] },
    { title: '提案書：ファイルと加工', fields: ['form.fileName', 'form.persons', 'form.items'] },
    { title: '提案書：事業と利用', fields: ['form.purpose', 'form.method', 'form.business', 'form.period'] },
    {
      title: '提案書：安全管理',
      fields: [
        'form.handlers',
        'form.placeOfUse',
        'form.environment',
        'form.placeOfStorage',
        'form.management',
        'form.measures',
      ],
    },
    { title: '提案書：提供の方法', fields: ['form.medium', 'form.delivery'] },
    {
      title: '添付書類',
      lead: '届いた書類に印を付けます。本人確認書類は、収受の後に確認します。',
      fields: ['attachments'],
    },
  ],
  ...filingSections,
};
