import type { FieldWords, FormSection } from './fieldWords.ts';

const under = (path: string, words: Readonly<Record<string, FieldWords>>): Record<string, FieldWords> =>
  Object.fromEntries(Object.entries(words).map(([name, own]) => [`${path}.${name}`, own]));

const party: Readonly<Record<string, FieldWords>> = {
  kind: { label: '個人・法人等の別' },
  name: { hint: '個人は氏名を、法人その他の団体は登記された名称を書きます。' },
  address: { hint: '個人は住所又は居所を、法人その他の団体は主たる事務所の所在地を書きます。' },
  representative: { hint: '法人その他の団体の場合に、役職と氏名を書きます。' },
  birthDate: { hint: '個人の場合に書きます。未成年の方は提案をすることができません。' },
  phone: { hint: '日中に連絡できる番号を書きます。' },
};

const form: Readonly<Record<string, FieldWords>> = {
  fileName: { hint: '募集の対象の名称が入っています。そのままにしてください。' },
  persons: { hint: '何人分の情報を使いたいかを、人数で書きます。' },
  items: { row: '項目', hint: '使いたい記録項目を選び、どこまで詳しく必要かを書きます。' },
  'items.name': { label: '記録項目' },
  'items.detail': { label: 'どこまで詳しく必要か', hint: '例：町名までとする。年齢は10歳ごとにまとめる。' },
  'items.granularity': { label: '詳しさの区分', hint: '当てはまるものがあれば選びます。' },
  purpose: { isLong: true, hint: '何のために使うかを書きます。' },
  method: { isLong: true, hint: 'どのように使うか（集計、分析など）を書きます。' },
  business: { isLong: true, hint: 'どのような事業かと、新しい産業や豊かな暮らしにどう役立つかを書きます。' },
  period: { label: '利用する期間' },
  handlers: { row: '取り扱う人', hint: '提供された情報を実際に取り扱う方を書きます。' },
  'handlers.affiliation': {},
  environment: { isLong: true, hint: '使う計算機や、外部との接続の有無などを書きます。' },
  management: { isLong: true, hint: '保管のしかた、入退室の記録、持ち出しの禁止などを書きます。' },
  measures: { isLong: true, hint: '取扱いの決まり、責任者、点検の方法などを書きます。' },
  medium: { hint: '例：CD-R、DVD-R' },
};

const papers: Readonly<Record<string, FieldWords>> = {
  attachments: { row: '書類', label: '添付書類' },
  'attachments.kind': { label: '書類' },
  'attachments.of': { label: 'どの提案者のものか' },
  'attachments.file': { label: '書類のファイル' },
};

const common: Readonly<Record<string, FieldWords>> = {
  proposers: { row: '提案者', hint: '共同で提案するときは、行を追加して全員を書きます。' },
  agent: { label: '代理人', hint: '代理人であるあなたの氏名などを書きます。' },
  ...under('proposers', party),
  ...under('agent', party),
  ...papers,
};
const { fileName: _, persons: __, ...createdForm } = form;
const entry: FieldWords = { label: '個人情報ファイル' };

/** Words of the fields of a filing, to the person who files it. */
export const filingFieldWords = {
  submitProposal: { entry, ...common, ...under('form', form) },
  submitCreatedProposal: { entry, ...common, ...under('form', createdForm) },
  submitCorrection: { ...common, ...under('form', form) },
} as const satisfies Record<string, Readonly<Record<string, FieldWords>>>;

const boxes: readonly FormSection[] = [
  { title: '事業と利用のしかた', fields: ['form.purpose', 'form.method', 'form.business', 'form.period'] },
  {
    title: '安全に取り扱うための措置',
    fields: [
      'form.handlers',
      'form.placeOfUse',
      'form.environment',
      'form.placeOfStorage',
      'form.management',
      'form.measures',
    ],
  },
  { title: '受け取りの方法', fields: ['form.medium', 'form.delivery'] },
  { title: '添付書類', fields: ['attachments'] },
];
const parties: FormSection = { title: '提案をする方', fields: ['proposers', 'agent'] };
const wanted: FormSection = {
  title: '使いたい情報と加工のしかた',
  fields: ['form.fileName', 'form.persons', 'form.items'],
};

/** The steps in which a filing is written; what was chosen before it began stands in the first and is not asked again. */
export const filingSections = {
  submitProposal: [{ title: '募集', fields: ['call', 'entry', 'acceptedGuideline'] }, parties, wanted, ...boxes],
  submitCreatedProposal: [
    { title: '作成された情報', fields: ['entry', 'release'] },
    parties,
    { title: '使いたい項目', fields: ['form.items'] },
    ...boxes,
  ],
  submitCorrection: [parties, wanted, ...boxes],
} as const satisfies Record<string, readonly FormSection[]>;
