/** A value of a rule set, as an official knows it. */
export interface RuleName {
  readonly area: string;
  readonly name: string;
}

interface Area {
  readonly title: string;
  readonly names: Readonly<Record<string, string>>;
}

const acts = {
  forwarding: '提案書の送付',
  review: '審査',
  provision: '提供',
  delayNotice: '提供が遅れる旨の通知',
  violationNotice: '違反の通知',
  cancellationNotice: '契約の解除の通知',
  changeNotice: '記載事項の変更の通知',
  complaint: '苦情の処理',
} as const;

const promptActs = Object.fromEntries(
  Object.entries(acts).flatMap(([act, name]) => [
    [`promptActs.${act}.word`, `${name}の時期を示す言葉`],
    [`promptActs.${act}.targetDays`, `${name}の目標日数`],
  ]),
);

/** The values of a rule set by their area, the first part of their path. */
const areas: Readonly<Record<string, Area>> = {
  decidingDay: { title: '適用する規定', names: { '': 'どの日の規定を適用するか' } },
  governingDocument: { title: '適用する規定', names: { '': '定めている文書' } },
  disclosureLaw: { title: '適用する規定', names: { '': '開示請求について定める法令' } },
  identity: {
    title: '機関',
    names: {
      name: '機関の名称',
      bodyKind: '機関の種別',
      head: '機関の長の職名',
      headName: '機関の長の氏名',
      boundByAct: '法律の適用を受けるか',
    },
  },
  terms: {
    title: '用語',
    names: {
      data: '作成する情報の呼び方',
      sourceData: '元となる個人情報の呼び方',
      organ: '機関の自称',
      centralDesk: '総務担当課の呼び方',
      responsibleDivision: '担当課の呼び方',
      proposer: '提案者の呼び方',
      recipient: '利用者の呼び方',
      purposeWord: '目的規定の言葉',
      callGuideline: '募集要綱の呼び方',
      fee: '手数料の呼び方',
    },
  },
  desk: {
    title: '提案を受ける組織',
    names: {
      name: '名称',
      postalCode: '郵便番号',
      address: '所在地',
      phone: '電話番号',
      fax: 'ファクス番号',
      email: '電子メールアドレス',
    },
  },
  letters: {
    title: '公文書の書き方',
    names: {
      honorific: '職名の後の敬称',
      singleDigits: '一桁の数字の字体',
      routedActs: '決裁を経なければ施行できないもの',
    },
  },
  solicitation: {
    title: '提案の募集',
    names: {
      mandatory: '募集を行う義務の有無',
      perFiscalYear: '年度ごとの募集の回数',
      frequencyWording: '募集の頻度の表現',
      minDays: '募集の期間の最短日数',
      groupedFiles: '複数の所属のファイルをまとめて募集するか',
      eligibility: '提案できる者の説明',
    },
  },
  intake: {
    title: '提案書の受付',
    names: {
      channels: '提出の方法',
      onlineFiling: 'オンラインでの提出を受け付けるか',
      closingTime: '最終日の受付の終了時刻（オンライン）',
      arrivalRule: '郵送の場合に到達と発送のどちらで判断するか',
      copies: '提出する部数',
      counter: '窓口の受付時間',
      envelopeNote: '封筒の朱書き',
      preCheck: '事前の確認を行うか',
      receiptStamp: '収受日付印を押すか',
      papersReturned: '提出書類を返却するか',
      correctionPeriodRequired: '補正の求めに期限が必要か',
      correctionBy: '補正を求める者',
    },
  },
  identityCheck: {
    title: '本人確認',
    names: {
      corporateCertificateMonths: '法人の証明書の有効な月数',
      validOnProposalDay: '提案の日に有効である必要があるか',
      individualMatches: '個人の書類と一致すべき事項',
      corporateMatches: '法人の書類と一致すべき事項',
      otherForUnavoidableReason: 'やむを得ない場合に他の書類を認めるか',
      identifiedWithAgent: '代理人による提案で確認する者',
      contactPersonPaper: '担当者の書類を求めることができるか',
    },
  },
  disqualification: {
    title: '欠格事由',
    names: {
      sentenceTerm: '刑の名称',
      barYears: '提案できない年数',
      officerDefinition: '役員の定義',
      officerTitles: '役員とされる役職',
      excludedBodies: '提案できない団体',
      furtherExcludedBodies: '提案できない団体（定めの残りの部分）',
    },
  },
  review: {
    title: '審査',
    names: {
      body: '審査を行う組織',
      committee: '審査を付託する委員会',
      consultsCentralDesk: '総務担当課と協議するか',
      minPersons: '本人の数の下限',
      countBasis: '本人の数の数え方',
      countAsOf: '本人の数を数える時点',
      maxUsePeriodMonths: '利用期間の上限（月）',
      criterion7Standard: '規則で定める審査基準',
      mergeByConsent: '同意により提案を一本化するか',
    },
  },
  thirdPartyProcedure: {
    title: '第三者の保護に関する手続',
    names: {
      enabled: '手続の有無',
      removesObjectors: '反対した者の情報を除くか',
      opinionDays: '意見書の提出期間（日）',
      manner: '手続の方法',
    },
  },
  createdData: {
    title: '作成された情報の提案',
    names: {
      criteria: '審査基準',
      agents: '代理人による提案を認めるか',
      corrections: '補正を求めるか',
      proposalPeriod: '提案できる期間を表示するか',
    },
  },
  notice: {
    title: '審査結果の通知',
    names: {
      contractParty: '通知に記載する契約の相手',
      issuedBy: '通知を行う者',
      encloses: '同封する書類',
      individually: '提案者ごとに通知するか',
      appealNotice: '不服申立ての教示の有無',
    },
  },
  fee: {
    title: '手数料',
    names: {
      newProposal: '新規の提案の算定方法',
      createdByOther: '作成された情報を他の者が利用する場合の額',
      createdByHolder: '作成された情報を契約者が利用する場合の額',
      identicalProposals: '同一の提案が複数ある場合の案分',
      perThirdParty: '第三者への照会1件あたりの額',
      payment: '納付の方法',
      paidWhen: '納付の時期',
      refund: '返還の取扱い',
      otherCosts: 'その他の費用の負担',
    },
  },
  deadlines: {
    title: '期限',
    names: {
      contractApplication: '契約締結の申込みの期限',
      fee: '手数料の納付の期限',
      leakFirstDay: '漏えい等の報告の期限の数え始め',
      yearEnd: '年末年始の休日',
      ...promptActs,
    },
  },
  contract: {
    title: '契約',
    names: {
      party: '契約の当事者',
      copies: '契約書の部数',
      stampDutyOnOneCopy: '収入印紙の取扱い',
      signingAfterFee: '納付の後に契約を結ぶか',
      amendment: '契約の内容の変更の取扱い',
      cancellableOnContractGrounds: '契約に定める事由による解除の可否',
      cancelledBy: '解除を行う者',
      cancellationConsultation: '解除の前に委員会に諮問できるか',
    },
  },
  creation: {
    title: '作成',
    names: {
      trigger: '作成を始める時期',
      outsourcing: '委託の可否',
      subOutsourcing: '再委託の可否',
      conditionPrecedent: '停止条件付きの委託契約とするか',
      reportsOutsourcingToDesk: '委託を総務担当課に報告するか',
      checkedBeforeProvision: '提供の前に確認を行うか',
      council: '審議会の名称',
      councilOpinion: '審議会の意見を聴く基準',
      confidentiality: '秘密の保持',
      matchingBan: '識別行為の禁止',
    },
  },
  delivery: {
    title: '提供',
    names: { media: '提供に用いる媒体', methods: '提供の方法', asProposed: '提案で希望された方法によるか' },
  },
  publication: {
    title: '公表',
    names: {
      register: '個人情報ファイル簿を公表する場所',
      registerUnits: '個人情報ファイル簿を分けて示す組織',
      guideline: '募集要綱の公表',
      beforeOpening: '募集の開始前に公表する事項',
      createdData: '作成した情報を公表する場所',
      otherAnonymizedInformation: 'ほかの匿名加工情報の公表',
      blankForms: '様式の公表',
    },
  },
  commissionReports: { title: '個人情報保護委員会', names: { '': '委員会への報告' } },
  complaints: { title: '苦情の処理', names: { units: '苦情を受ける組織', mediation: 'ほかの機関へのあっせん' } },
  penalties: {
    title: '罰則',
    names: {
      toldToContractors: '受託者に知らせる罰則',
      toldToStaff: '従事者に知らせる罰則',
      actPenaltiesApply: '法律の罰則の適用',
      feeFraudFine: '手数料を免れた場合の過料',
    },
  },
  ownership: { title: '契約', names: { '': '作成した情報の著作権' } },
  guideline: { title: '募集要綱', names: { title: '表題', preamble: '前文', sections: '本文' } },
  forms: {
    title: '様式',
    names: {
      callGuideline: '募集要綱',
      proposal: '提案書',
      powerOfAttorney: '委任状',
      pledge: '誓約書',
      usefulness: '事業の有用性を明らかにする書面',
      conformingNotice: '審査結果通知書（適合）',
      contractApplication: '契約締結申込書',
      contract: '契約書',
      nonConformingNotice: '審査結果通知書（不適合）',
      changeNotice: '記載事項変更通知書',
      createdProposal: '作成された情報の提案書',
      createdConformingNotice: '作成された情報の審査結果通知書（適合）',
      createdNonConformingNotice: '作成された情報の審査結果通知書（不適合）',
      createdContract: '作成された情報の契約書',
    },
  },
  registerMarks: { title: '個人情報ファイル簿', names: { '': '該当・非該当の表記' } },
  ruleContents: {
    title: '規則に委任された事項',
    names: {
      proposalItems: '提案書に記載するその他の事項',
      attachments: '提案書に添付するその他の書類',
      noticeItems: '審査結果の通知に記載する事項',
      disclosureReading: '第三者の保護に関する手続における読替え',
      contractProcedure: '利用に関する契約の締結の方法',
      registerItems: '個人情報ファイル簿に記載する事項',
      registerMinPersons: '個人情報ファイル簿に記載する本人の数の下限',
      createdDataItems: '作成した情報について記載する事項',
      matchingExclusion: '照合の対象から除く情報',
      systematicFiles: '電算処理によらない個人情報ファイルの範囲',
      definitions: '用語の意義',
      headsRules: '機関の長が別に定める事項',
    },
  },
  citations: {
    title: '引用する規定',
    names: {
      solicitation: '提案の募集',
      proposal: '提案',
      disqualification: '欠格事由',
      review: '審査',
      conformingNotice: '適合の通知',
      nonConformingNotice: '不適合の通知',
      contract: '利用の契約',
      creation: '作成',
      processingStandard: '加工基準',
      registerEntry: '作成後の記載',
      createdProposal: '作成された情報の提案',
      fee: '手数料',
      newFee: '手数料（新規の提案）',
      sharedFee: '手数料（同一の提案の案分）',
      sameFee: '手数料（作成された情報をほかの者が利用する場合）',
      holderFee: '手数料（作成された情報を契約を締結した者が利用する場合）',
      cancellation: '契約の解除',
      matchingBan: '識別行為の禁止',
      securityMeasures: '安全確保の措置',
      confidentiality: '従事者の義務',
      complaint: '苦情の処理',
      registerListing: '募集に関する事項の記載',
      agent: '代理人による提案',
      correction: '説明又は訂正の求め',
      referral: '委員会への付託',
      committeeReport: '委員会の報告',
      thirdParties: '第三者の保護に関する手続',
      council: '審議会の意見',
      contractApplication: '契約の締結の申込み',
      outsourcedCreation: '作成の委託',
      outsourcedHandling: '取扱いの委託',
      outsourcingReport: '委託の報告',
      handlerNotification: '取扱従事者の通知',
      delayNotice: '提供が遅れる旨の通知',
      changeNotice: '記載事項の変更',
      violationReport: '違反の報告',
      cancellationReport: '契約の解除の報告',
      publicationRequest: '公表の依頼',
      otherData: 'ほかの匿名加工情報の公表',
    },
  },
  retentionYears: {
    title: '保存期間（年）',
    names: {
      proposal: '提案の記録',
      contract: '契約の記録',
      creation: '作成の記録',
      complaint: '苦情の記録',
      register: '個人情報ファイル簿の記録',
    },
  },
};

/** Items of lists, which have the label of the organ's text for a name. */
const lists: Readonly<Record<string, string>> = {
  'review.criteria': '審査基準',
  'disqualification.items': '欠格事由',
  'disqualification.byAct': '法による欠格事由',
  'solicitation.fileTests': '対象となるファイルの要件',
  'identityCheck.individual': '個人の本人確認書類',
  'identityCheck.corporate': '法人の本人確認書類',
  'notice.conformingItems': '適合の通知に記載する事項',
  'contract.cancellationGrounds': '契約の解除の事由',
  'creation.standards': '加工基準',
  'creation.securityStandards': '安全確保の措置の基準',
  'creation.contractorDuties': '受託者に知らせる義務',
  'contract.addedClauses': '契約に加える条項',
  'letters.abbreviations': '法令の略称',
  'publication.createdDataItems': '作成した情報の公表事項',
  'penalties.provisions': '罰則',
  'guideline.notes': '募集要綱の留意事項',
  attachments: '添付書類',
  registerFields: '個人情報ファイル簿の記載事項',
  registerNotes: '個人情報ファイル簿の注記',
  legalBasis: '根拠規定',
  leftToRule: '規則に委任した規定',
};

function itemName(path: string): RuleName | null {
  const [list, item] = [path.slice(0, path.lastIndexOf('.')), path.slice(path.lastIndexOf('.') + 1)];
  if (!Object.hasOwn(lists, list)) return null;
  const [area = ''] = path.split('.');
  const name = `${lists[list]}（${/^\d+$/.test(item) ? `${Number(item) + 1}番目` : item}）`;
  return { area: areas[area]?.title ?? '規程の記載', name };
}

/** The name of a value or an item by its path (`intake.closingTime`); the path itself where it has none. */
export function ruleName(path: string): RuleName {
  const [area = '', ...rest] = path.split('.');
  const known = Object.hasOwn(areas, area) ? areas[area] : undefined;
  const name = known?.names[rest.join('.')];
  if (known && name) return { area: known.title, name };
  return itemName(path) ?? { area: known?.title ?? area, name: path };
}
