import type { FormId } from '../../core/organ/form.ts';
import type { RuleSet } from '../../core/organ/ruleSet.ts';

/** A document: what it answers to, how it is named where the organ has no name for it, and which organs have it. */
interface FormKind {
  readonly requirement: string;
  /** Its place in the organ's own list of forms; null = no source numbers it. */
  readonly form: FormId | null;
  /** `{data}`, `{source}` and `{life}` stand for the organ's words. */
  readonly name: string;
  readonly has: (rules: RuleSet) => boolean;
  /** The requirement by which an organ has none; null = every organ has one. */
  readonly absentBy: string | null;
}

type Presence = Pick<FormKind, 'has' | 'absentBy'>;
const everyOrgan: Presence = { has: () => true, absentBy: null };
const where = (absentBy: string, has: FormKind['has']): Presence => ({ has, absentBy });
const announces = (item: 'period' | 'fileList' | 'fileOutlines') =>
  where('PUB-3', (rules) => rules.publication.beforeOpening?.value.items.includes(item) ?? false);
const outsources = where(
  'ACT-10',
  ({ creation }) => creation.outsourcing?.value ?? creation.contractorDuties.length > 0,
);
const reports = (report: 'violation' | 'cancellationIntent' | 'cancelled') =>
  where('1a-11', (rules) => rules.commissionReports?.value.includes(report) ?? false);
const refers = where('ACT-04', ({ review }) => review.body?.value === 'committee');
const consultsCouncil = where('ACT-05', ({ creation }) => creation.councilOpinion !== null);
const hearsThirdParties = where('1c-22', ({ thirdPartyProcedure }) => thirdPartyProcedure.enabled?.value ?? false);
const publishesOtherData = where('PUB-6', ({ publication }) => publication.otherAnonymizedInformation?.value ?? false);
const kind = (
  requirement: string,
  name: string,
  form: FormId | null = null,
  presence: Presence = everyOrgan,
): FormKind => ({ requirement, name, form, ...presence });

const proposalName = '{data}をその用に供して行う事業に関する提案書';

/** Every document of the procedure, in the order in which a case needs them. */
export const formKinds = {
  callGuideline: kind('FRM-04', '{data}に関する提案の募集要綱', 'callGuideline'),
  callPeriodNotice: kind('FRM-06', '提案の募集の開始日及びその期間', null, announces('period')),
  fileList: kind('FRM-05', '提案の募集の対象となる個人情報ファイルの一覧', null, announces('fileList')),
  fileOutlines: kind('FRM-05', '提案の募集の対象となる個人情報ファイルの概要', null, announces('fileOutlines')),
  proposal: kind('FRM-07', proposalName, 'proposal'),
  createdProposal: kind('FRM-18', `作成された${proposalName}`, 'createdProposal'),
  pledge: kind('FRM-08', '誓約書', 'pledge'),
  usefulness: kind(
    'FRM-09',
    '事業が新たな産業の創出又は活力ある経済社会若しくは豊かな{life}の実現に資するものであることを明らかにする書面',
    'usefulness',
  ),
  powerOfAttorney: kind(
    'FRM-10',
    '委任状',
    'powerOfAttorney',
    where('FRM-10', ({ forms }) => forms.powerOfAttorney !== null),
  ),
  envelopeSheet: kind(
    'CHK-REC-3',
    '提案書類の封筒',
    null,
    where('CHK-REC-3', ({ intake }) => intake.envelopeNote !== null),
  ),
  preCheckRecord: kind('STP-05', '事前相談の記録'),
  proposalReceipt: kind('STP-06', '提案書類受付票'),
  correctionRequest: kind(
    'STP-09',
    '提案書類に関する説明及び訂正について',
    null,
    where('STP-09', ({ citations, intake }) =>
      [citations.correction, intake.correctionBy].some((value) => value !== null),
    ),
  ),
  reviewSheet: kind('STP-10', '提案審査票'),
  committeeReferral: kind('STP-10', '提案の審査の付託について', null, refers),
  committeeReport: kind('STP-10', '提案の審査の結果について（報告）', null, refers),
  councilConsultation: kind('STP-27', '基準を定めることについて（諮問）', null, consultsCouncil),
  councilOpinion: kind('STP-27', '基準を定めることについて（答申）', null, consultsCouncil),
  thirdPartyNotice: kind('STP-11', '{data}の作成に係る意見の照会について', null, hearsThirdParties),
  writtenOpinion: kind('STP-11', '{data}の作成に係る意見書', null, hearsThirdParties),
  feeSheet: kind('FRM-24', '手数料積算書'),
  conformingNotice: kind('FRM-13', '審査結果通知書', 'conformingNotice'),
  nonConformingNotice: kind('FRM-14', '審査結果通知書', 'nonConformingNotice'),
  createdConformingNotice: kind('FRM-19', '審査結果通知書', 'createdConformingNotice'),
  createdNonConformingNotice: kind('FRM-19', '審査結果通知書', 'createdNonConformingNotice'),
  paymentRequest: kind('FEE-11', '手数料の納付について'),
  contractApplication: kind('FRM-15', '{data}の利用に関する契約の締結の申込書', 'contractApplication'),
  useContract: kind('FRM-16', '{data}の利用に関する契約書', 'contract'),
  createdUseContract: kind('FRM-20', '作成された{data}の利用に関する契約書', 'createdContract'),
  handlerNotification: kind(
    'FRM-27',
    '取扱従事者通知書',
    null,
    where('STP-26', ({ citations }) => citations.handlerNotification !== null),
  ),
  outsourcingClauses: kind('SEC-5', '{data}の作成等の委託に関する特記事項', null, outsources),
  contractorDuties: kind('SEC-7', '受託者が負う義務及び罰則について', null, outsources),
  outsourcingReport: kind(
    'FRM-23',
    '{data}の作成の委託について（報告）',
    null,
    where('REC-7', ({ creation }) => creation.reportsOutsourcingToDesk?.value ?? false),
  ),
  confidentialityBriefing: kind('SEC-6', '{data}等の取扱いに従事する者の義務について'),
  creationInquiry: kind('FRM-25', '{data}の作成に関する照会について'),
  delayNotice: kind('FRM-25', '{data}の提供が遅れる見込みについて'),
  processingCertificate: kind('STP-18', '加工証明書'),
  verificationCertificate: kind('STP-19', '検査証明書'),
  dataStatement: kind('STP-20', '説明書'),
  provisionLetter: kind('STP-20', '{data}の提供について'),
  mediaLabel: kind('STP-20', '提供媒体の表示'),
  dataReceipt: kind('STP-20', '受領書'),
  changeNotice: kind(
    'FRM-17',
    '記載事項変更通知書',
    'changeNotice',
    where('STP-22', ({ forms }) => forms.changeNotice !== null),
  ),
  registerEntry: kind('FRM-01', '個人情報ファイル簿'),
  publicationSheet: kind(
    'FRM-21',
    '作成した{data}の公表について（依頼）',
    null,
    where('PUB-4', ({ publication }) => publication.createdDataItems.length > 0),
  ),
  violationReport: kind('FRM-22', '契約違反等について（報告）', null, reports('violation')),
  cancellationIntentReport: kind(
    'FRM-22',
    '契約の解除をしようとすることについて（報告）',
    null,
    reports('cancellationIntent'),
  ),
  cancelledReport: kind('FRM-22', '契約の解除について（報告）', null, reports('cancelled')),
  cancellationNotice: kind('CAN-1', '契約解除通知書'),
  complaintRecord: kind('STP-25', '苦情処理票'),
  leakReport: kind(
    'PPC-4',
    '{source}の漏えい等について（報告）',
    null,
    where('PPC-4', ({ identity }) => identity.boundByAct?.value ?? false),
  ),
  leakRecord: kind('PPC-4', '漏えい等記録票'),
  yearlyFigures: kind('PPC-4', '{data}の提供制度の運用状況'),
  otherDataPublication: kind('FRM-26', '匿名加工情報の第三者への提供に関する公表', null, publishesOtherData),
  otherDataStatement: kind('FRM-26', '匿名加工情報である旨の明示について', null, publishesOtherData),
  caseCover: kind('REC-1', '案件記録'),
} as const satisfies Readonly<Record<string, FormKind>>;

export type FormKindId = keyof typeof formKinds;
export const formKindIds = Object.keys(formKinds) as FormKindId[];
