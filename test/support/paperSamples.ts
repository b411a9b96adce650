import type { RuleSet } from '../../src/core/organ/ruleSet.ts';
import { effortFee, personsFee } from '../../src/core/proposal/fee.ts';
import type { PartyDetails } from '../../src/core/proposal/form.ts';
import type { OfficialDocument } from '../../src/documents/block.ts';
import { unused } from '../../src/documents/forms/blankPapers.ts';
import { callGuideline } from '../../src/documents/forms/callGuideline.ts';
import { callPeriodNotice } from '../../src/documents/forms/callPeriodNotice.ts';
import { cancellationIntentReport } from '../../src/documents/forms/cancellationIntentReport.ts';
import { cancellationNotice } from '../../src/documents/forms/cancellationNotice.ts';
import { cancelledReport } from '../../src/documents/forms/cancelledReport.ts';
import { caseCover } from '../../src/documents/forms/caseCover.ts';
import { changeNotice } from '../../src/documents/forms/changeNotice.ts';
import { committeeReferral } from '../../src/documents/forms/committeeReferral.ts';
import { committeeReport } from '../../src/documents/forms/committeeReport.ts';
import { complaintRecord } from '../../src/documents/forms/complaintRecord.ts';
import { confidentialityBriefing } from '../../src/documents/forms/confidentialityBriefing.ts';
import { conformingNotice } from '../../src/documents/forms/conformingNotice.ts';
import { contractApplication } from '../../src/documents/forms/contractApplication.ts';
import type { UseContractFacts } from '../../src/documents/forms/contractFacts.ts';
import { contractorDuties } from '../../src/documents/forms/contractorDuties.ts';
import { correctionRequest } from '../../src/documents/forms/correctionRequest.ts';
import { councilConsultation } from '../../src/documents/forms/councilConsultation.ts';
import { councilOpinion } from '../../src/documents/forms/councilOpinion.ts';
import { createdProposalForm } from '../../src/documents/forms/createdProposalForm.ts';
import { createdUseContract } from '../../src/documents/forms/createdUseContract.ts';
import { creationInquiry } from '../../src/documents/forms/creationInquiry.ts';
import { dataReceipt } from '../../src/documents/forms/dataReceipt.ts';
import { dataStatement } from '../../src/documents/forms/dataStatement.ts';
import { delayNotice } from '../../src/documents/forms/delayNotice.ts';
import { envelopeSheet } from '../../src/documents/forms/envelopeSheet.ts';
import { feeSheet } from '../../src/documents/forms/feeSheet.ts';
import { fileList } from '../../src/documents/forms/fileList.ts';
import { fileOutlines } from '../../src/documents/forms/fileOutlines.ts';
import { handlerNotification } from '../../src/documents/forms/handlerNotification.ts';
import { leakRecord } from '../../src/documents/forms/leakRecord.ts';
import { leakReport } from '../../src/documents/forms/leakReport.ts';
import { mediaLabel } from '../../src/documents/forms/mediaLabel.ts';
import { nonConformingNotice } from '../../src/documents/forms/nonConformingNotice.ts';
import { otherDataPublication } from '../../src/documents/forms/otherDataPublication.ts';
import { otherDataStatement } from '../../src/documents/forms/otherDataStatement.ts';
import { outsourcingClauses } from '../../src/documents/forms/outsourcingClauses.ts';
import { outsourcingReport } from '../../src/documents/forms/outsourcingReport.ts';
import { paymentRequest } from '../../src/documents/forms/paymentRequest.ts';
import { pledge } from '../../src/documents/forms/pledge.ts';
import { powerOfAttorney } from '../../src/documents/forms/powerOfAttorney.ts';
import { preCheckRecord } from '../../src/documents/forms/preCheckRecord.ts';
import { processingCertificate } from '../../src/documents/forms/processingCertificate.ts';
import { proposalForm } from '../../src/documents/forms/proposalForm.ts';
import { proposalReceipt } from '../../src/documents/forms/proposalReceipt.ts';
import { provisionLetter } from '../../src/documents/forms/provisionLetter.ts';
import { publicationSheet } from '../../src/documents/forms/publicationSheet.ts';
import { registerEntry } from '../../src/documents/forms/registerEntry.ts';
import { reviewSheet } from '../../src/documents/forms/reviewSheet.ts';
import { thirdPartyNotice } from '../../src/documents/forms/thirdPartyNotice.ts';
import { useContract } from '../../src/documents/forms/useContract.ts';
import { usefulness } from '../../src/documents/forms/usefulness.ts';
import { verificationCertificate } from '../../src/documents/forms/verificationCertificate.ts';
import { violationReport } from '../../src/documents/forms/violationReport.ts';
import { writtenOpinion } from '../../src/documents/forms/writtenOpinion.ts';
import { yearlyFigures } from '../../src/documents/forms/yearlyFigures.ts';
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

const entry = {
  entryDate: '2019-07-01',
  entryDateAsWritten: '平成31年7月1日',
  contents: {
    fileName: file,
    organName: '架空市長',
    responsibleOrganization: '架空子ども課',
    purpose: '放課後児童健全育成事業に関する事務を実施するため必要となる情報等を管理するため',
    recordItems: ['氏名', '性別', '生年月日', '住所', '個人番号', '銀行口座', '電話番号'].map((name, index) => ({
      name,
      mayBeAbsent: index > 3,
    })),
    recordScope: '児童及び児童の保護者',
    collectionMethod: '本人',
    sensitiveInformation: false,
    ordinanceSensitiveInformation: null,
    regularRecipients: ['架空社会福祉協議会'],
    disclosureDesk: { name: '架空総務課', address: '架空県見本市例示町１丁目１番１号' },
    specialProcedure: null,
    fileKind: 'electronic',
    manualCopy: true,
    thirdPartyProcedure: false,
    remarks: null,
  },
  solicited: true,
  solicitationDesk: { name: '架空総務課', address: '架空県見本市例示町１丁目１番１号' },
} as const;
const digest = '0123456789abcdef'.repeat(4);
const createdItems = ['住所', '年齢', '性別', '電話番号'];
const contractOn = '2026-03-02';
const desk = { name: '架空総務課', address: '架空県見本市例示町１丁目１番１号' };
const reportOf = (rules: RuleSet) => ({
  documentNumber: letterOf(rules).documentNumber,
  date: '2026-05-11',
  counterparty: company.name,
  subject: dataName,
  contractOn,
  toldOn: '2026-05-11',
  circumstances: '契約で禁じた第三者への提供を、承諾を得ずに行った。',
});
const cancelled = { ground: 'CAN-3', cancelledOn: '2026-05-10', barredThrough: '2028-05-09' } as const;

const minutes = [192, 294, 294];
const leaked = {
  knownOn: '2026-07-06',
  things: ['source'],
  persons: 101,
  grounds: ['many'],
  account: '元データの媒体を一時紛失した。',
  told: { on: '2026-07-20', way: '書面' },
} as const;
/** What the organ's own formula makes of the sample; typed with a reason where it has none. */
function sampleFee({ fee }: RuleSet) {
  const rule = fee.newProposal?.value;
  if (rule === undefined)
    return { lines: [], derivation: [], totalYen: 72350, reason: '所定の手数料の額の定めによる（見本）。' };
  const { total, lines, derivation } =
    rule.kind === 'effort' ? effortFee(rule, { minutes, outsourcingYen: 330000 }) : personsFee(rule, 12345);
  return { lines, derivation, totalYen: total, reason: null };
}

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
      { ...blankFiling, ...unused, fileName: null, persons: null, items: [], attached: null },
      formDate,
    ),
  createdProposal: (rules) =>
    createdProposalForm(
      rules,
      { ...filed, ...uses, dataName, occasion: 'changeOfBusiness', attached: ['pledge'] },
      formDate,
    ),
  'createdProposal-blank': (rules) =>
    createdProposalForm(rules, { ...blankFiling, ...unused, dataName: null, occasion: null, attached: null }, formDate),
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
    writtenOpinion(rules, { date: null, thirdParty: null, fileName: null, objects: null, text: null }, formDate),
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
      ...sampleFee(rules),
    }),
  conformingNotice: (rules) => conformingNotice(rules, conformingItems(rules)),
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
      account: rules.fee.payment?.value.includes('bankTransfer') ? '架空銀行　見本支店　普通　0000000' : null,
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
  outsourcingClauses: (rules) => outsourcingClauses(rules, { date: '2026-02-06', conditionalOn: company.name }),
  'outsourcingClauses-unconditional': (rules) => outsourcingClauses(rules, { date: '2026-03-06', conditionalOn: null }),
  contractorDuties: (rules) =>
    contractorDuties(rules, {
      ...letterOf(rules),
      addressee: ['架空加工株式会社　御中'],
      handlesPersonalInformation: true,
    }),
  outsourcingReport: (rules) =>
    outsourcingReport(rules, {
      documentNumber: '架空子第000010号',
      date: '2026-02-09',
      division: '架空子ども課',
      subject: file,
      contractor: '架空加工株式会社',
      quotedOn: '2026-02-02',
      quoteYen: 330000,
      scrutiny: '同種の業務の単価と比べて妥当である。',
      concludedOn: '2026-02-06',
      conditionPrecedent: true,
    }),
  confidentialityBriefing: (rules) =>
    confidentialityBriefing(
      rules,
      {
        date: '2026-03-03',
        subject: dataName,
        person: { name: '例示　次郎', affiliation: '架空子ども課', standing: 'staff' },
        toldBy: '架空子ども課長',
      },
      formDate,
    ),
  'confidentialityBriefing-blank': (rules) =>
    confidentialityBriefing(rules, { date: null, subject: null, person: null, toldBy: null }, formDate),
  creationInquiry: (rules) =>
    creationInquiry(rules, {
      ...letterOf(rules),
      date: '2026-03-09',
      contractOn,
      subject: file,
      questions: ['年齢の刻みの起点を０歳とすることでよいか。'],
      answerBy: '2026-03-16',
    }),
  delayNotice: (rules) =>
    delayNotice(rules, {
      ...letterOf(rules),
      date: '2026-03-23',
      contractOn,
      subject: file,
      provisionDeadline: '2026-03-31',
      expectedOn: '2026-04-10',
      reason: '元の情報システムの更新により、抽出を行うことができない期間が生じたため。',
    }),
  processingCertificate: (rules) =>
    processingCertificate(rules, {
      createdOn: '2026-03-20',
      fileName: file,
      division: '架空子ども課',
      persons: 12000,
      rows: 12345,
      outputRows: 12000,
      suppressedRecords: 345,
      items: createdItems,
      engineVersion: '1.0.0',
      outputDigest: digest,
      reportDigest: digest,
    }),
  verificationCertificate: (rules) =>
    verificationCertificate(rules, {
      verifiedOn: '2026-03-23',
      fileName: file,
      items: { 1: true, 2: true, 3: true, 4: true, 5: true },
      smallestClass: 5,
      classes: 812,
      outputDigest: digest,
      creator: '加工担当者',
      verifier: '検査担当者',
      note: '',
    }),
  dataStatement: (rules) =>
    dataStatement(rules, {
      date: '2026-03-24',
      name: dataName,
      fileName: file,
      persons: 12000,
      rows: 12000,
      items: createdItems.map((name) => ({ name, processing: '基準に従って加工' })),
      conditions: [{ term: '識別行為の禁止', text: '他の情報と照合しないこと。' }],
      dataFile: 'output.csv',
      keyFingerprint: digest,
    }),
  provisionLetter: (rules) =>
    provisionLetter(rules, {
      ...letterOf(rules),
      date: '2026-03-24',
      contractOn,
      dataName,
      persons: 12000,
      items: createdItems,
      medium: 'DVD-R',
      mediumNumber: '見本-001',
      delivery: 'post',
      measures: '媒体を暗号化し、書留郵便により送付する。',
      usePeriod: uses.period,
      keyFingerprint: digest,
    }),
  mediaLabel: (rules) =>
    mediaLabel(rules, {
      date: '2026-03-24',
      dataName,
      persons: 12000,
      medium: 'CD-R',
      mediumNumber: '見本-001',
      recipient: company.name,
      useUntil: '2027-03-31',
    }),
  dataReceipt: (rules) =>
    dataReceipt(
      rules,
      { date: '2026-03-26', counterparties: [company], contractOn, dataName, medium: 'DVD-R　見本-001' },
      formDate,
    ),
  'dataReceipt-blank': (rules) =>
    dataReceipt(rules, { date: null, counterparties: [], contractOn: null, dataName: null, medium: null }, formDate),
  changeNotice: (rules) =>
    changeNotice(
      rules,
      {
        date: '2026-06-01',
        counterparties: [company],
        contractOn,
        subject: dataName,
        changes: [{ item: '取扱従事者', before: '分析課　主任　仮名　花子', after: '分析課　主任　例示　三郎' }],
        changesOn: '2026-06-15',
        reason: '人事異動のため。',
        kind: 'replacement',
        beforeProvision: false,
      },
      formDate,
    ),
  'changeNotice-blank': (rules) =>
    changeNotice(
      rules,
      {
        date: null,
        counterparties: [],
        contractOn: null,
        subject: null,
        changes: [],
        changesOn: null,
        reason: null,
        kind: null,
        beforeProvision: false,
      },
      formDate,
    ),
  registerEntry: (rules) => registerEntry(rules, { ...entry, createdData: [] }),
  'registerEntry-created': (rules) =>
    registerEntry(rules, {
      ...entry,
      createdData: [
        {
          release: 'r1',
          name: dataName,
          persons: 12000,
          items: createdItems,
          desk,
          period: rules.createdData.proposalPeriod?.value === true ? { from: '2026-04-01', to: '2029-03-31' } : null,
          createdOn: '2026-03-20',
        },
      ],
    }),
  publicationSheet: (rules) =>
    publicationSheet(rules, {
      documentNumber: '架空発第000140号',
      date: '2026-04-01',
      dataName,
      persons: 12000,
      items: createdItems,
      desk,
      period: { from: '2026-04-01', to: '2029-03-31' },
    }),
  violationReport: (rules) =>
    violationReport(rules, {
      ...reportOf(rules),
      knownOn: '2026-05-08',
      term: '契約第８条（再提供の禁止）',
      isMaterial: true,
      contacts: [{ on: '2026-05-09', way: '文書', text: '利用の停止を求めた。' }],
      intent: null,
    }),
  cancellationIntentReport: (rules) => cancellationIntentReport(rules, { ...reportOf(rules), ...cancelled }),
  cancelledReport: (rules) => cancelledReport(rules, { ...reportOf(rules), ...cancelled }),
  cancellationNotice: (rules) =>
    cancellationNotice(rules, {
      ...letterOf(rules),
      date: '2026-05-10',
      contractOn,
      subject: dataName,
      ...cancelled,
      reason: '契約第８条の規定に違反し、承諾なく第三者に提供したため。',
    }),
  'cancellationNotice-contract': (rules) =>
    cancellationNotice(rules, {
      ...letterOf(rules),
      date: '2026-05-10',
      contractOn,
      subject: dataName,
      cancelledOn: '2026-05-10',
      ground: 'contract',
      reason: '是正の求めに応じなかったため。',
      barredThrough: null,
    }),
  complaintRecord: (rules) =>
    complaintRecord(rules, {
      receivedOn: '2026-06-10',
      number: '令和8年度苦情第1号',
      complainant: '仮名　花子',
      content: '自分の情報が含まれているかどうかを知りたい。',
      unit: '架空総務課',
      steps: [{ on: '2026-06-11', text: '担当課に確認した。' }],
      result: { on: '2026-06-15', text: '制度の内容を説明した。' },
      referral: null,
    }),
  leakReport: (rules) =>
    leakReport(rules, {
      ...leaked,
      documentNumber: letterOf(rules).documentNumber,
      date: '2026-07-10',
      report: 'preliminary',
      told: null,
      cause: null,
      harm: null,
      measures: null,
    }),
  'leakReport-final': (rules) =>
    leakReport(rules, {
      ...leaked,
      documentNumber: letterOf(rules).documentNumber,
      date: '2026-08-04',
      report: 'final',
      cause: '媒体の持出しの記録を怠ったため。',
      harm: '確認されていない。',
      measures: '媒体の持出しを二人で確認し、記録する。',
    }),
  leakRecord: (rules) =>
    leakRecord(rules, {
      ...leaked,
      number: 'l-1',
      reports: rules.identity.boundByAct?.value ? { preliminaryOn: '2026-07-10', finalOn: '2026-08-04' } : null,
      endedOn: '2026-08-10',
      measures: '媒体の持出しを二人で確認し、記録する。',
    }),
  yearlyFigures: (rules) =>
    yearlyFigures(rules, {
      date: '2026-04-30',
      fiscalYear: 2025,
      figures: [
        { name: '提案の募集', total: 1, unit: '件' },
        { name: '新たな提案', total: 4, unit: '件' },
        { name: '納付された手数料', total: 157300, unit: '円' },
      ],
    }),
  otherDataPublication: (rules) =>
    otherDataPublication(rules, {
      date: '2026-04-01',
      items: ['年齢', '性別'],
      wayOfProvision: '電子メールにより提供する。',
      division: '架空研究推進課',
    }),
  otherDataStatement: (rules) =>
    otherDataStatement(rules, {
      ...letterOf(rules),
      dataName: '架空調査の匿名加工情報',
      items: ['年齢', '性別'],
      wayOfProvision: '電子メールにより提供する。',
    }),
  caseCover: (rules) =>
    caseCover(rules, {
      date: '2026-06-30',
      number: '令和7年度第3号',
      subject: file,
      division: '架空子ども課',
      days: [
        { label: '受付の日', on: '2026-01-15' },
        { label: '審査結果の通知の日', on: '2026-02-10' },
        { label: '契約を締結した日', on: contractOn },
        { label: '提供した日', on: '2026-03-24' },
        { label: '終結の日', on: null },
      ],
      stage: '提供済み',
      retention: { years: rules.retentionYears.contract?.value ?? null, through: null },
    }),
} as const satisfies Partial<Record<FormKindId | `${FormKindId}-${string}`, (rules: RuleSet) => OfficialDocument>>;
