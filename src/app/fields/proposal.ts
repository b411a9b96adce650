import * as z from 'zod';
import { criterionIds } from '../../core/organ/provision.ts';
import type { ProposalCommand } from '../../core/proposal/commands.ts';
import { correctableIds, partyKinds } from '../../core/proposal/form.ts';
import { granularityIds } from '../../core/proposal/granularity.ts';
import { cancellationGrounds, contactTopics, contactWays, purposeFlaws } from '../../core/proposal/state.ts';
import { contractFields } from './contract.ts';
import { identifiedId } from './identifiedId.ts';
import { reviewFields } from './review.ts';
import {
  count,
  day,
  filledText,
  flag,
  keptFile,
  labelled,
  list,
  oneOf,
  paperNumber,
  period,
  silent,
  text,
  timeOfDay,
} from './values.ts';

const party = z.strictObject({
  kind: oneOf('提案をする者の別', partyKinds),
  account: silent(text('アカウント')),
  name: text('氏名又は名称'),
  kana: silent(text('ふりがな')),
  address: silent(text('住所又は居所')),
  representative: silent(text('代表者の氏名')),
  birthDate: silent(day('生年月日')),
  phone: silent(text('電話番号')),
  email: silent(text('電子メール')),
  section: silent(text('担当部署')),
  contactPerson: silent(text('担当者')),
});

const handler = z.strictObject({ name: filledText('氏名'), affiliation: text('所属'), post: text('職名') });
const wantedItem = z.strictObject({
  name: filledText('記録項目'),
  detail: silent(text('加工の程度')),
  granularity: silent(oneOf('加工の程度の区分', granularityIds)),
});

const boxes = {
  fileName: text('個人情報ファイルの名称').nullable(),
  persons: count('本人の数').nullable(),
  items: labelled('加工の方法 (項目と程度)', z.array(wantedItem)),
  purpose: text('利用の目的').nullable(),
  method: text('利用の方法').nullable(),
  business: text('事業の内容').nullable(),
  period: period('利用期間').nullable(),
  handlers: labelled('取扱従事者', z.array(handler)),
  placeOfUse: text('利用の場所').nullable(),
  environment: text('利用の環境').nullable(),
  placeOfStorage: text('保管の場所').nullable(),
  management: text('管理の方法').nullable(),
  measures: text('安全管理の措置').nullable(),
  medium: text('提供の媒体').nullable(),
  delivery: oneOf('提供の方法', ['counter', 'post']).nullable(),
};

const createdForm = {
  items: boxes.items.default([]),
  purpose: boxes.purpose.default(null),
  method: boxes.method.default(null),
  business: boxes.business.default(null),
  period: boxes.period.default(null),
  handlers: boxes.handlers.default([]),
  placeOfUse: boxes.placeOfUse.default(null),
  environment: boxes.environment.default(null),
  placeOfStorage: boxes.placeOfStorage.default(null),
  management: boxes.management.default(null),
  measures: boxes.measures.default(null),
  medium: boxes.medium.default(null),
  delivery: boxes.delivery.default(null),
};
const form = z.strictObject({
  fileName: boxes.fileName.default(null),
  persons: boxes.persons.default(null),
  ...createdForm,
});

/** In a correction a box that is not named stays as it is. */
const corrected = z.strictObject({
  fileName: boxes.fileName.exactOptional(),
  persons: boxes.persons.exactOptional(),
  items: boxes.items.exactOptional(),
  purpose: boxes.purpose.exactOptional(),
  method: boxes.method.exactOptional(),
  business: boxes.business.exactOptional(),
  period: boxes.period.exactOptional(),
  handlers: boxes.handlers.exactOptional(),
  placeOfUse: boxes.placeOfUse.exactOptional(),
  environment: boxes.environment.exactOptional(),
  placeOfStorage: boxes.placeOfStorage.exactOptional(),
  management: boxes.management.exactOptional(),
  measures: boxes.measures.exactOptional(),
  medium: boxes.medium.exactOptional(),
  delivery: boxes.delivery.exactOptional(),
});

const attachmentKinds = ['pledge', 'usefulness', 'identity', 'powerOfAttorney', 'other', 'byRule'] as const;
const attachment = {
  kind: oneOf('添付書類', attachmentKinds),
  of: silent(labelled('どの提案者のものか (1 から)', z.int().min(1))),
  file: silent(keptFile('写しの文書')),
};
const attachments = list('添付書類', z.strictObject(attachment));

const identityDocuments = [
  'driverLicence',
  'healthQualificationCertificate',
  'healthInsuranceCard',
  'myNumberCard',
  'residenceCard',
  'specialPermanentResidentCertificate',
  'registryCertificate',
  'sealCertificate',
  'otherLegal',
  'other',
] as const;

const typed = (label: string, value: z.ZodType<string>) =>
  silent(labelled(label, z.strictObject({ value, reason: text('理由') })));

const notice = { noticeDate: day('通知の日 (施行日)'), documentNumber: filledText('文書番号') };
const yen = (label: string) => labelled(label, z.int().min(0));
const reason = text('理由');

const arrival = {
  channel: oneOf('提出の方法', ['inPerson', 'post', 'correspondenceDelivery', 'writing', 'online']),
  copies: count('部数'),
  receivedOn: day('収受日'),
  receivedTime: silent(timeOfDay('窓口で受け取った時刻')),
  dispatchedOn: silent(day('発信日 (消印の日)')),
  envelopeNoted: silent(flag('封筒に朱書きがある')),
};
const parties = {
  proposers: labelled('提案をする者', z.array(party).min(1)),
  agent: silent(labelled('代理人', party)),
};

/** In the correction of a typing error a box that is not named stays as it is. */
const retyped = corrected.omit({ handlers: true, placeOfUse: true, placeOfStorage: true });

const correction = {
  form: labelled('訂正後の提案書', corrected).default({}),
  proposers: silent(labelled('提案をする者', z.array(party).min(1))),
  agent: silent(labelled('代理人', party)),
  attachments,
};

/** The fields of each command of a proposal. */
export const proposalFields = {
  receiveProposal: z.strictObject({
    call: filledText('募集'),
    entry: filledText('ファイル簿の記載'),
    ...arrival,
    ...parties,
    form: labelled('提案書', form),
    attachments,
  }),
  submitProposal: z.strictObject({
    call: filledText('募集'),
    entry: filledText('ファイル簿の記載'),
    acceptedGuideline: filledText('内容を承諾した募集要綱の版'),
    ...parties,
    form: labelled('提案書', form),
    attachments,
  }),
  receiveCreatedProposal: z.strictObject({
    entry: filledText('ファイル簿の記載'),
    release: filledText('作成された情報'),
    ...arrival,
    ...parties,
    form: labelled('提案書 (作成された情報)', z.strictObject(createdForm)),
    attachments,
  }),
  submitCreatedProposal: z.strictObject({
    entry: filledText('ファイル簿の記載'),
    release: filledText('作成された情報'),
    ...parties,
    form: labelled('提案書 (作成された情報)', z.strictObject(createdForm)),
    attachments,
  }),
  forwardProposal: z.strictObject({
    forwardedOn: day('送付の日'),
    to: silent(filledText('送付先。省くと所管する課')),
    copyKept: flag('写しを保管した'),
  }),
  recordContact: z.strictObject({
    on: day('連絡の日'),
    way: oneOf('連絡の方法', contactWays),
    with: identifiedId('連絡の相手').default('proposer:1'),
    topic: oneOf('連絡の事項', contactTopics),
    text: text('内容'),
  }),
  proposeTypingCorrection: z.strictObject({
    changes: labelled(
      '正しい内容。書かない事項はそのまま',
      z.strictObject({
        receivedOn: silent(day('収受日')),
        receivedTime: silent(timeOfDay('窓口で受け取った時刻')),
        dispatchedOn: silent(day('発信日 (消印の日)')),
        copies: silent(count('部数')),
        noticeDate: silent(day('通知の日 (施行日)')),
        form: labelled('提案書', retyped).default({}),
      }),
    ),
    reason,
  }),
  confirmTypingCorrection: z.strictObject({}),
  dropTypingCorrection: z.strictObject({ reason }),
  joinDuplicate: z.strictObject({ into: filledText('統合する先の提案'), reason }),
  checkIdentity: z.strictObject({
    party: identifiedId('本人確認をした者').default('proposer:1'),
    document: oneOf('本人確認書類', identityDocuments),
    documentNumber: silent(text('書類の番号')),
    validThrough: silent(day('有効期限')),
    madeOn: silent(day('作成日')),
    matches: flag('提案書の記載と一致する'),
    otherReason: silent(text('他の書類による理由')),
  }),
  receiveAttachment: z.strictObject({ ...attachment, receivedOn: day('受け取った日') }),
  confirmCompleteness: z.strictObject({}),
  requestCorrection: z.strictObject({
    points: labelled(
      '訂正を求める事項',
      z.array(z.strictObject({ field: oneOf('事項', correctableIds), text: text('求める内容') })),
    ),
    deadline: day('訂正の期限'),
    documentNumber: paperNumber,
  }),
  receiveCorrection: z.strictObject({
    receivedOn: day('受け取った日'),
    ...correction,
    copies: silent(count('部数')),
  }),
  submitCorrection: z.strictObject(correction),
  recordFinding: z.strictObject({
    criterion: oneOf('審査基準', criterionIds),
    met: flag('適合する'),
    reason,
    evidence: list('根拠とした書類', keptFile('書類')),
    flaw: silent(oneOf('利用の目的が適当でない場合', purposeFlaws)),
  }),
  determineFee: z.strictObject({
    minutes: list('作業ごとの時間 (分)', count('分')),
    outsourcingYen: silent(yen('委託料 (円)')),
    outsourcedPersons: silent(count('委託して作成する本人の延べ数')),
    identicalProposals: labelled('全く同一の提案の数', z.int().min(1).default(1)),
    holderOf: silent(filledText('作成された情報について既に結んだ契約 (提案)')),
    yen: silent(yen('手数料の額 (円)。算定式のない機関のみ')),
    reason: silent(text('理由')),
  }),
  issueConformingNotice: z.strictObject({
    ...notice,
    contractParty: typed('契約の相手方となる者', filledText('契約の相手方となる者')),
    feePayment: typed('手数料の納付の方法', filledText('納付の方法')),
    applicationDeadline: typed('契約の締結の申込みの期限', day('申込みの期限')),
    feeDeadline: typed('手数料の納付の期限', day('納付の期限')),
    printedFeeYen: silent(yen('紙の通知書に書かれた手数料の額 (円)。積算額と違うときのみ')),
  }),
  issueNonConformingNotice: z.strictObject(notice),
  extendDeadlines: z.strictObject({
    applicationDeadline: day('申込みの期限'),
    feeDeadline: day('納付の期限'),
    reason,
  }),
  receiveContractApplication: z.strictObject({ receivedOn: day('収受日'), copies: count('契約書の通数') }),
  confirmPayment: z.strictObject({
    paidOn: day('納付日'),
    yen: yen('納付額 (円)'),
    way: filledText('納付の方法'),
    handedIn: silent(oneOf('収入証紙の受取り', ['brought', 'mail'])),
    mailReason: silent(text('郵送による理由')),
  }),
  concludeContract: z.strictObject({
    concludedOn: day('契約日'),
    copies: count('記名押印した通数'),
    copyReturnedOn: day('１通を返送した日'),
    provisionDeadline: silent(day('提供の期限')),
    stillEligible: flag('欠格事由に該当しないことを再度確認した'),
    stampedCopies: silent(count('収入印紙を貼った通数')),
  }),
  ...reviewFields,
  ...contractFields,
  cancelContract: z.strictObject({
    cancelledOn: day('解除の日'),
    ground: oneOf('解除の事由', cancellationGrounds),
    reason,
    documentNumber: paperNumber,
  }),
  lapseProposal: z.strictObject({ reason }),
  withdrawProposal: z.strictObject({ withdrawnOn: day('取下げの日'), reason }),
} as const satisfies { [Each in ProposalCommand as Each['do']]: z.ZodType<Omit<Each, 'do'>> };
