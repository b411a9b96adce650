import type { RuleSet } from '../../src/core/organ/ruleSet.ts';
import type { PartyDetails } from '../../src/core/proposal/form.ts';
import type { OfficialDocument } from '../../src/documents/block.ts';
import { callGuideline } from '../../src/documents/forms/callGuideline.ts';
import { callPeriodNotice } from '../../src/documents/forms/callPeriodNotice.ts';
import { committeeReferral } from '../../src/documents/forms/committeeReferral.ts';
import { committeeReport } from '../../src/documents/forms/committeeReport.ts';
import { conformingNotice } from '../../src/documents/forms/conformingNotice.ts';
import { contractApplication } from '../../src/documents/forms/contractApplication.ts';
import type { UseContractFacts } from '../../src/documents/forms/contractFacts.ts';
import { correctionRequest } from '../../src/documents/forms/correctionRequest.ts';
import { councilConsultation } from '../../src/documents/forms/councilConsultation.ts';
import { councilOpinion } from '../../src/documents/forms/councilOpinion.ts';
import { createdProposalForm } from '../../src/documents/forms/createdProposalForm.ts';
import { createdUseContract } from '../../src/documents/forms/createdUseContract.ts';
import { envelopeSheet } from '../../src/documents/forms/envelopeSheet.ts';
import { feeSheet } from '../../src/documents/forms/feeSheet.ts';
import { fileList } from '../../src/documents/forms/fileList.ts';
import { fileOutlines } from '../../src/documents/forms/fileOutlines.ts';
import { handlerNotification } from '../../src/documents/forms/handlerNotification.ts';
import { nonConformingNotice } from '../../src/documents/forms/nonConformingNotice.ts';
import { paymentRequest } from '../../src/documents/forms/paymentRequest.ts';
import { pledge } from '../../src/documents/forms/pledge.ts';
import { powerOfAttorney } from '../../src/documents/forms/powerOfAttorney.ts';
import { preCheckRecord } from '../../src/documents/forms/preCheckRecord.ts';
import { proposalForm } from '../../src/documents/forms/proposalForm.ts';
import { proposalReceipt } from '../../src/documents/forms/proposalReceipt.ts';
import { reviewSheet } from '../../src/documents/forms/reviewSheet.ts';
import { thirdPartyNotice } from '../../src/documents/forms/thirdPartyNotice.ts';
import { useContract } from '../../src/documents/forms/useContract.ts';
import { usefulness } from '../../src/documents/forms/usefulness.ts';
import { writtenOpinion } from '../../src/documents/forms/writtenOpinion.ts';
import type { FormKindId } from '../../src/documents/frame/formKinds.ts';

/** Fictitious facts, the same for every organ. */
const company: PartyDetails = {
  name: '架空データ利用株式会社',
  kana: 'かくうでーたりよう',
  address: '架空県見本市例示町１丁目１番１号',
  representative: '代表取締役　見本　例子',
  birthDate: null,
  phone: '000-0000-0000',
  email: 'mihon@example.jp',
  section: '分析課',
  contactPerson: '例示　太郎',
};
const person: PartyDetails = {
  ...company,
  name: '仮名　花子',
  kana: 'かめい　はなこ',
  representative: null,
  section: null,
  contactPerson: null,
};

const file = '学童保育システム（架空）';
const dataName = '学童保育システム（架空）から作成した情報 令和8年第1号';
const letterOf = (rules: RuleSet) => ({
  documentNumber: `架空発第000123号（${rules.identity.name?.value ?? ''}）`,
  date: '2026-02-10',
  addressee: [company.name, `${company.representative}　様`],
});

const uses = {
  purpose: '放課後の居場所の需要を推計するため。',
  method: '町名、年齢及び性別の組合せごとに件数を集計し、回帰分析を行う。',
  business:
    '推計の結果を、放課後の居場所を運営する者に提供する事業。需要に応じた新たな居場所の開設を促し、新たな産業の創出に資する。',
  period: { from: '2026-04-01', to: '2027-03-31' },
  handlers: [
    { name: '例示　太郎', affiliation: '分析課', post: '課長' },
    { name: '仮名　花子', affiliation: '分析課', post: '主任' },
  ],
  placeOfUse: '本社４階 分析室（施錠）',
  environment: 'ネットワークに接続していない計算機１台',
  placeOfStorage: '分析室の金庫',
  management: '取扱簿に記録し、課長が毎週確認する。',
  measures: '取扱規程を定め、取扱従事者以外の者の入室を禁じ、年１回評価して改善する。',
  medium: 'DVD-R',
  delivery: 'counter',
} as const;
const noUse = {
  purpose: null,
  method: null,
  business: null,
  period: null,
  handlers: [],
  placeOfUse: null,
  environment: null,
  placeOfStorage: null,
  management: null,
  measures: null,
  medium: null,
  delivery: null,
} as const;
const items = [
  { item: '住所', detail: '町名までとする。' },
  { item: '年齢', detail: '５歳刻みとし、80歳以上は「80歳以上」とする。' },
];
const filed = { date: '2026-01-15', proposers: [company], agent: null };
const blankFiling = { date: null, proposers: [], agent: null };
const formDate = '2026-01-05';

const criteria = ['CRI-1', 'CRI-2', 'CRI-3', 'CRI-4', 'CRI-5', 'CRI-6', 'CRI-7'] as const;
const findings = criteria.map((criterion, index) => ({
  criterion,
  met: true,
  reason: `提案書の記載及び添付書類により、基準（${index + 1}）を満たすと認められるため。`,
}));
const failed = findings.map((finding) =>
  finding.criterion === 'CRI-4' || finding.criterion === 'CRI-6'
    ? {
        ...finding,
        met: false,
        reason: '利用の目的が特定の者への興味によるものであり、事業として行われるものと認められないため。',
      }
    : finding,
);

const noticeOf = (rules: RuleSet, created: boolean) => ({
  ...letterOf(rules),
  proposalDate: '2026-01-15',
  created,
  subject: created ? dataName : file,
});
export const conformingItems = (rules: RuleSet, created = false) => ({
  ...noticeOf(rules, created),
  contractParty: rules.notice.contractParty?.value ?? rules.identity.name?.value ?? '',
  feeYen: 72350,
  feePayment: '納入通知書による納付（見本）',
  feeDeadline: '2026-03-11',
  applicationDeadline: '2026-03-11',
  delivery: 'DVD-R・窓口受領',
  findings: created
    ? findings.filter(({ criterion }) => rules.createdData.criteria?.value.includes(criterion))
    : findings,
});

const contractOf = (rules: RuleSet, created: boolean): UseContractFacts => ({
  documentNumber: '架空契第000045号',
  signedOn: '2026-03-02',
  draftedOn: '2026-02-10',
  contractParty: rules.contract.party?.value ?? rules.identity.head?.value ?? rules.identity.name?.value ?? '',
  counterparties: [company],
  subject: created ? dataName : file,
  persons: 12000,
  items: created ? [] : items,
  purposeOfUse: uses.purpose,
  methodOfUse: uses.method,
  usePeriod: uses.period,
  placeOfUse: '乙の分析室',
  handlers: '分析課　例示　太郎ほか１名',
  delivery: 'DVD-R・窓口受領',
  provisionDeadline: '2026-03-31',
  feeYen: created ? (rules.fee.createdByHolder?.value.yen ?? 12600) : 72350,
  feePaidOn: '2026-02-27',
  feeDeadline: '2026-03-11',
  keyFingerprint: '0123456789abcdef'.repeat(4),
  taxStamp: true,
  copy: { number: 1, of: 2 },
  addedClauses: [],
});

const callDays = { publishedOn: '2025-12-18', opensOn: '2025-12-19', closesOn: '2026-01-20' };
const listed = { name: file, division: '架空子ども課' };

/** A paper of every kind, filled and where there is one blank, by the name of its golden text. */
export const paperSamples = {
  callGuideline: (rules) =>
    callGuideline(rules, {
      ...callDays,
      fiscalYear: 2025,
      files: [{ name: file, outline: '児童及び児童の保護者（氏名、住所、年齢など）' }],
    }),
  callPeriodNotice: (rules) => callPeriodNotice(rules, callDays),
  fileList: (rules) => fileList(rules, { ...callDays, files: [{ ...listed, group: null }] }),
  fileOutlines: (rules) =>
    fileOutlines(rules, {
      ...callDays,
      files: [
        {
          ...listed,
          purpose: '放課後児童健全育成事業に関する事務を実施するため',
          recordItems: ['氏名', '性別', '生年月日', '住所'],
          recordScope: '児童及び児童の保護者',
          persons: 12345,
        },
      ],
    }),
  proposal: (rules) =>
    proposalForm(
      rules,
      { ...filed, ...uses, fileName: file, persons: 12000, items, attached: ['pledge', 'usefulness', 'identity'] },
      formDate,
    ),
  'proposal-joint': (rules) =>
    proposalForm(
      rules,
      {
        ...filed,
        proposers: [company, person],
        agent: person,
        ...uses,
        fileName: file,
        persons: 12000,
        items,
        attached: ['pledge'],
      },
      formDate,
    ),
  'proposal-blank': (rules) =>
    proposalForm(
      rules,
      { ...blankFiling, ...noUse, fileName: null, persons: null, items: [], attached: null },
      formDate,
    ),
  createdProposal: (rules) =>
    createdProposalForm(
      rules,
      { ...filed, ...uses, dataName, occasion: 'changeOfBusiness', attached: ['pledge'] },
      formDate,
    ),
  'createdProposal-blank': (rules) =>
    createdProposalForm(rules, { ...blankFiling, ...noUse, dataName: null, occasion: null, attached: null }, formDate),
  pledge: (rules) => pledge(rules, filed, formDate),
  'pledge-blank': (rules) => pledge(rules, blankFiling, formDate),
  usefulness: (rules) =>
    usefulness(
      rules,
      {
        ...filed,
        businessName: '放課後の居場所の需要推計事業',
        outline: uses.business,
        aims: uses.purpose,
        effects: '待機の見込みを町ごとに示すことができ、居場所の開設が進む。',
        contributes: ['industry', 'life'],
      },
      formDate,
    ),
  'usefulness-blank': (rules) =>
    usefulness(
      rules,
      { ...blankFiling, businessName: null, outline: null, aims: null, effects: null, contributes: [] },
      formDate,
    ),
  powerOfAttorney: (rules) => powerOfAttorney(rules, { ...filed, agent: person, fileName: file }, formDate),
  'powerOfAttorney-blank': (rules) => powerOfAttorney(rules, { ...blankFiling, fileName: null }, formDate),
  envelopeSheet: (rules) => envelopeSheet(rules, formDate),
  preCheckRecord: (rules) =>
    preCheckRecord(rules, {
      on: '2026-01-08',
      way: 'phone',
      fileName: file,
      asker: '架空データ利用株式会社　例示　太郎',
      answeredBy: '窓口の担当者',
      note: '記録項目の有無について質問があり、個人情報ファイル簿の記載を説明した。',
    }),
  proposalReceipt: (rules) =>
    proposalReceipt(rules, {
      receivedOn: '2026-01-15',
      number: '令和7年度第3号',
      addressee: [company.name, `${company.representative}　様`],
      subject: file,
      channel: '持参',
      copies: 2,
      papers: ['提案書', '誓約書', '登記事項証明書'],
    }),
  correctionRequest: (rules) =>
    correctionRequest(rules, {
      ...letterOf(rules),
      proposalDate: '2026-01-15',
      number: '令和7年度第3号',
      points: [{ part: '加工の方法（住所）', text: '「住所」について、希望する情報の程度を記載してください。' }],
      deadline: '2026-02-03',
    }),
  reviewSheet: (rules) =>
    reviewSheet(rules, {
      date: '2026-02-06',
      number: '令和7年度第3号',
      proposalDate: '2026-01-15',
      created: false,
      subject: file,
      persons: 12000,
      filePersons: { count: 12345, on: '2026-01-20' },
      criteria,
      findings: failed,
      consultations: [{ on: '2026-01-28', matter: '本人の数の数え方', answer: '名寄せ後の数による。' }],
    }),
  committeeReferral: (rules) =>
    committeeReferral(rules, {
      documentNumber: '架空発第000101号',
      date: '2026-01-22',
      number: '令和7年度第3号',
      proposalDate: '2026-01-15',
      subject: file,
      papers: ['提案書', '誓約書', '個人情報ファイル簿の写し'],
    }),
  committeeReport: (rules) =>
    committeeReport(rules, {
      reportedOn: '2026-02-05',
      referredOn: '2026-01-22',
      number: '令和7年度第3号',
      subject: file,
      criteria,
      findings: failed,
    }),
  councilConsultation: (rules) =>
    councilConsultation(rules, { ...letterOf(rules), addressee: ['市川市個人情報保護審議会', '会長　様'] }),
  councilOpinion: (rules) =>
    councilOpinion(rules, {
      date: '2019-06-10',
      council: '市川市個人情報保護審議会',
      consultedOn: '2019-05-15',
      consultationNumber: '架空第000001号',
      opinions: ['適当である。', '適当である。'],
    }),
  thirdPartyNotice: (rules) =>
    thirdPartyNotice(rules, {
      ...letterOf(rules),
      addressee: ['仮名　花子　様'],
      fileName: file,
      items: ['住所', '年齢'],
      opinionsDueOn: '2026-02-24',
    }),
  writtenOpinion: (rules) =>
    writtenOpinion(
      rules,
      {
        date: '2026-02-16',
        thirdParty: { name: '仮名　花子', address: '架空県見本市例示町２丁目２番２号' },
        fileName: file,
        objects: true,
        text: '家族の構成が分かるおそれがあるため。',
      },
      formDate,
    ),
  'writtenOpinion-blank': (rules) =>
    writtenOpinion(rules, { date: null, thirdParty: null, fileName: file, objects: null, text: null }, formDate),
  feeSheet: (rules) =>
    feeSheet(rules, {
      date: '2026-02-06',
      number: '令和7年度第3号',
      subject: file,
      tasks: [
        { task: 'extractionDesign', minutes: 192, note: '' },
        { task: 'processing', minutes: 294, note: '' },
        { task: 'inspection', minutes: 294, note: '' },
      ],
      quote: { quotedOn: '2026-02-02', yen: 330000, scrutiny: '同種の業務の単価と比べて妥当である。' },
      lines: [
        { id: 'base', yen: 21000 },
        { id: 'effort', yen: 51350 },
      ],
      derivation: ['780分を合計し、13時間に切り上げる。', '13時間 × 3,950円 = 51,350円'],
      totalYen: 72350,
      reason: null,
    }),
  conformingNotice: (rules) => conformingNotice(rules, conformingItems(rules)),
  'conformingNotice-corrected': (rules) =>
    conformingNotice(rules, {
      ...conformingItems(rules),
      corrects: {
        documentNumber: '架空発第000122号',
        date: '2026-02-06',
        reason: '手数料の額を723,500円と誤って記載したため。',
      },
    }),
  createdConformingNotice: (rules) =>
    conformingNotice(rules, { ...conformingItems(rules, true), feeYen: rules.fee.createdByHolder?.value.yen ?? 12600 }),
  nonConformingNotice: (rules) => nonConformingNotice(rules, { ...noticeOf(rules, false), findings: failed }),
  createdNonConformingNotice: (rules) => nonConformingNotice(rules, { ...noticeOf(rules, true), findings: failed }),
  paymentRequest: (rules) =>
    paymentRequest(rules, {
      ...letterOf(rules),
      subject: file,
      feeYen: 72350,
      feePayment: '納入通知書による納付（見本）',
      feeDeadline: '2026-03-11',
      applicationDeadline: '2026-03-11',
      account: '架空銀行　見本支店　普通　0000000',
    }),
  contractApplication: (rules) =>
    contractApplication(
      rules,
      {
        ...filed,
        date: '2026-02-20',
        notice: { documentNumber: '架空発第000123号', date: '2026-02-10' },
        subject: file,
        feeYen: 72350,
      },
      formDate,
    ),
  'contractApplication-blank': (rules) =>
    contractApplication(rules, { ...blankFiling, notice: null, subject: null, feeYen: null }, formDate),
  useContract: (rules) => useContract(rules, contractOf(rules, false)),
  'useContract-draft': (rules) =>
    useContract(rules, {
      ...contractOf(rules, false),
      signedOn: null,
      feePaidOn: null,
      taxStamp: false,
      copy: { number: 2, of: 2 },
      addedClauses: [{ heading: '成果の公表', texts: ['乙は、利用の成果を公表するときは、あらかじめ甲に通知する。'] }],
    }),
  createdUseContract: (rules) => createdUseContract(rules, contractOf(rules, true)),
  handlerNotification: (rules) =>
    handlerNotification(
      rules,
      { date: '2026-03-05', counterparties: [company], contractOn: '2026-03-02', dataName, handlers: uses.handlers },
      formDate,
    ),
  'handlerNotification-blank': (rules) =>
    handlerNotification(
      rules,
      { date: null, counterparties: [], contractOn: null, dataName: null, handlers: [] },
      formDate,
    ),
} as const satisfies Partial<Record<FormKindId | `${FormKindId}-${string}`, (rules: RuleSet) => OfficialDocument>>;
