import { inFile, type LegalMutant } from './legalMutant.ts';

const [calendar, proposal, release] = ['src/core/calendar', 'src/core/proposal', 'src/core/release'];
const [yokohama, ichikawa] = ['profiles/yokohama/undated.json', 'profiles/ichikawa/2019-07-01.json'];
const rules = 'src/app/rules/answerLine.test.ts';
const life = ['approvedNotice', 'createdFee', 'payment', 'contract', 'contractChanges', 'breach'].map(
  (name) => `${proposal}/${name}.test.ts`,
);
const receiving = ['receiving', 'correction', 'reviewAndNotice', 'proposal'].map(
  (name) => `${proposal}/${name}.test.ts`,
);
const releases = `${release}/release.test.ts`;
const aside = `${release}/aside.test.ts`;
const leaks = 'src/core/leak/leak.test.ts';

/** From the notice to the last report: fees, deadlines, contract, cancellation, creation and provision, leak. */
export const contractMutants: readonly LegalMutant[] = [
  ...inFile(
    `${proposal}/fee.ts`,
    [rules],
    [
      ['時間の切上げを四捨五入に', 'Math.ceil(total / 60)', 'Math.round(total / 60)'],
      ['時間の切上げを切捨てに', 'const hours = Math.ceil(total', 'const hours = Math.floor(total'],
      [
        '作業ごとの切上げ',
        'const hours = Math.ceil(total / 60);',
        'const hours = minutes.reduce((sum, one) => sum + Math.ceil(one / 60), 0);',
      ],
      ['按分の切捨てを四捨五入に', 'Math.floor(creation.total / proposals)', 'Math.round(creation.total / proposals)'],
      ['按分の切捨てを切上げに', 'const yen = Math.floor(creation', 'const yen = Math.ceil(creation'],
      [
        '基本額も按分',
        'const yen = Math.floor(creation.total / proposals);',
        'const yen = Math.floor((creation.total + rule.baseYen) / proposals) - rule.baseYen;',
      ],
      [
        '委託料を按分しない',
        'Math.floor(creation.total / proposals);',
        'Math.floor((creation.total - (outsourcingYen ?? 0)) / proposals) + (outsourcingYen ?? 0);',
      ],
      ['延べ数を数えない', 'count * rule.yenPerPerson', '0 * rule.yenPerPerson'],
    ],
  ),
  ...inFile(
    ichikawa,
    [rules],
    [['12,600円 (市川)', '"yen": 21000,\n        "holder"', '"yen": 12600,\n        "holder"']],
  ),
  ...inFile(yokohama, [rules], [['二人目の利用者の定額 (横浜)', '"newProposer"', '"anyHolder"']]),
  ...inFile(`${proposal}/createdFee.ts`, life, [
    ['契約した者を数えない', "rule.value.holder === 'anyHolder' || isFirst", 'isFirst'],
    [
      '最初の契約者の額によらない',
      'determined(sameAsFirstFee(first), null)',
      'determined(sameAsFirstFee(21_000), null)',
    ],
  ]),
  ...inFile(`${proposal}/feeCorrection.ts`, life, [
    ['返還の定めのない返還', "fee.refund?.value !== 'discretionaryIfNotAtFault'", 'fee.refund === undefined'],
    ['責めに帰す解除の返還', "state.cancellation?.ground !== 'notAtFault'", 'state.cancellation === null'],
    ['納めた額を超える返還', 'if (refund.yen > paid)', 'if (refund.yen > paid + 1)'],
    ['見込みの違いの訂正', 'yen !== determined && !isTyped', 'yen !== determined && isTyped'],
    ['差額でない精算', 'yen !== feeDifference.yen', 'yen < feeDifference.yen - 1'],
  ]),
  ...inFile(`${proposal}/fine.ts`, life, [
    ['過料の上限を4倍に', 'multiple * evadedYen', '(multiple - 1) * evadedYen'],
    ['過料の上限の下限なし', 'Math.max(multiple * evadedYen, floorYen)', 'multiple * evadedYen'],
  ]),
  ...inFile(
    `${calendar}/applicationDeadline.ts`,
    [rules],
    [
      ['申込期限の初日算入', 'addDays(noticeDate, 1)', 'addDays(noticeDate, 0)'],
      ['申込期限を閉庁日のまま', 'deadline: open.day,', 'deadline: through,'],
    ],
  ),
  ...inFile(
    `${calendar}/period.ts`,
    [rules],
    [
      ['応当日に満了', 'addDays(correspondingDay, -1)', 'correspondingDay'],
      ['応当日のない月の末日の前日', '-1) : monthEnd }', '-1) : addDays(monthEnd, -1) }'],
    ],
  ),
  ...inFile(
    `${calendar}/closedDays.ts`,
    [rules],
    [
      ['閉庁日を一日だけ動かす', 'if (!closure) return', 'if (!closure || passed.length > 0) return'],
      ['前の開庁日へ動かす', 'candidate = addDays(candidate, 1)', 'candidate = addDays(candidate, -1)'],
      ['土曜日を開庁日に', 'return weekday === 6 ?', 'return weekday === 7 ?'],
      ['年末の閉庁なし', 'monthDay >= yearEnd.from || monthDay', 'monthDay > yearEnd.from || monthDay'],
    ],
  ),
  ...inFile(
    `${calendar}/counter.ts`,
    [rules],
    [
      ['窓口の終わりを含まない', 'time <= hours.through', 'time < hours.through'],
      ['窓口の始まりを含まない', 'hours.from <= time', 'hours.from < time'],
    ],
  ),
  ...inFile(
    `${proposal}/notice.ts`,
    [...receiving, ...life],
    [
      [
        '項目の欠けた通知',
        "if (open.length > 0) return no('noticeItemMissing'",
        "if (open.length > 1) return no('noticeItemMissing'",
      ],
      ['理由のない入力のある通知', 'if (silent.length > 0) return no(', 'if (silent.length > 1) return no('],
      ['満たさない基準のある適合', 'if (unmet.length > 0) return', 'if (unmet.length > 1) return'],
      ['理由のない不適合', ': reasonRefusal(unmet))', ': null)'],
      ['手数料の期限が申込みの期限と別 (青森)', 'feeDeadline.value !== deadline', 'feeDeadline.value < deadline'],
    ],
  ),
  ...inFile(
    'src/core/approval/approval.ts',
    ['src/core/approval/approval.test.ts', ...life],
    [
      ['起案した者の決裁', 'if (draft.by === facts.actor.person)', "if (draft.by === '')"],
      [
        '決裁の前の施行',
        'if (approval === null) return',
        'if (approval === null) return happened();\n  if (act === null) return',
      ],
      ['決裁の日より前の施行', 'if (on < approval.on)', "if (on === '')"],
    ],
  ),
  ...inFile(
    `${proposal}/contract.ts`,
    [...receiving, ...life],
    [
      ['期限の日の申込みを断る', 'receivedOn > applicationDeadline', 'receivedOn >= applicationDeadline'],
      ['期限の日の納付を断る', 'paidOn > feeDeadline', 'paidOn >= feeDeadline'],
      ['期限の後の申込み', "return no('applicationLate'", "if (copies > 2) return no('applicationLate'"],
      [
        '失効を一日早く',
        'today > (state.applicationDeadline ?? today)',
        'today >= (state.applicationDeadline ?? today)',
      ],
      ['納付のない失効を一日早く', 'today > (state.feeDeadline ?? today)', 'today >= (state.feeDeadline ?? today)'],
      ['期限を縮める延長', 'if (shorter) return', 'if (shorter && isBlank(extension.reason)) return'],
      [
        '延長に付いていかない手数料の期限',
        'feeDeadline !== applicationDeadline)',
        'feeDeadline > applicationDeadline)',
      ],
      [
        '納付の前の締結',
        "if (payment === null) return no('paymentNotConfirmed', {}, basis);",
        'if (payment === null) return null;',
      ],
      ['納付の日より前の締結', 'return concludedOn < payment.paidOn', "return concludedOn === ''"],
      ['追徴の前の締結', "direction === 'collect'", "direction === 'return'"],
      ['契約書を一通', 'copies < wanted.value', 'copies < wanted.value - 1'],
      ['収入印紙を二通に', 'stampedCopies > 1', 'stampedCopies > 2'],
      ['通知と違う納付の方法', 'notified !== null && way !== notified', "notified === '' && way !== notified"],
      ['通知と違う額の納付', 'if (yen !== due)', 'if (yen > due)'],
    ],
  ),
  ...inFile(`${proposal}/cancel.ts`, life, [
    ['解除の合意を一人で', 'if (intent.by === person)', "if (intent.by === '')"],
    [
      '合意のない解除',
      "if (intent.agreed === null) return no('cancellationNotAgreed');",
      'if (intent.agreed === null) return null;',
    ],
    ['担当課だけで解除 (青森)', "role !== 'centralDesk')", "role === 'head')"],
    ['重大でない違反による解除', '!life.breaches.some(({ isMaterial }) => isMaterial)', 'life.breaches.length === 0'],
    [
      '契約に定めのない事由',
      "ground === 'contract' && alone?.value !== true",
      "ground === 'contract' && alone?.value === false",
    ],
    ['報告の前の解除', 'return due.length > 0', 'return due.length > 2'],
    ['契約の事由の報告 (青森)', 'if (cancellation && barsForYears(cancellation.ground) &&', 'if (cancellation &&'],
    [
      '定めのない委員会への報告',
      'commissionReports?.value.includes(report) ?? false',
      'commissionReports?.value.includes(report) ?? true',
    ],
    ['総長でない者の解除 (北大)', "by === 'city' || by === actor.role", "by === 'city' || by !== ''"],
  ]),
  ...inFile(`${proposal}/state.ts`, life, [
    ['契約の事由による欠格', "ground.startsWith('CAN-')", "ground !== 'notAtFault'"],
  ]),
  ...inFile(`${proposal}/handlers.ts`, life, [
    ['交代の日の届出', 'receivedOn >= effectiveOn', 'receivedOn > effectiveOn'],
    ['追加も前もって', "change === 'replaced' && receivedOn", "change !== 'left' && receivedOn"],
    ['締結の後の条件の変更 (熊本)', "amendment?.value === 'none'", 'amendment === undefined'],
    ['期間の延長を変更の届出で', 'if (business.length > 0)', 'if (business.length > 1)'],
  ]),
  ...inFile(`${proposal}/evolveContract.ts`, life, [
    ['確認の前に取り扱う', "stage: 'pending', from: effectiveOn", "stage: 'active', from: effectiveOn"],
  ]),
  ...inFile(
    `${release}/permissions.ts`,
    [releases],
    [
      [
        '検査の前の提供',
        "packRelease: { roles: ['creator', 'responsibleDivision'], stages: ['verified'] }",
        "packRelease: { roles: ['creator', 'responsibleDivision'], stages: ['created', 'verified'] }",
      ],
    ],
  ),
  ...inFile(
    `${release}/decide.ts`,
    [releases, aside],
    [
      [
        '作成した者の検査',
        "creators.includes(person) ? no('verifierIsCreator'",
        "creators[0] === person ? no('verifierIsCreator'",
      ],
      ['不合格の検査の署名', 'if (!state.creation?.check.passed)', 'if (state.creation === null)'],
      ['周知の前の利用', 'return briefed.includes(actor.person)', 'return briefed.length > 0'],
      ['一つの基準だけでの作成 (市川)', 'if (unset.length > 0)', 'if (unset.length > 1)'],
      ['受託者の記録のない委託', 'isOutsourced && contractors.length === 0', 'isOutsourced && contractors.length > 9'],
      ['通知のない提供の遅れ', 'delays.length === 0)', 'delays.length > 9)'],
      ['選ばれていない提供の方法', 'if (differs) return', 'if (differs && chosen === null) return'],
      ['鍵の廃棄を一人で', 'if (proposed.by === actor.person)', "if (proposed.by === '')"],
      ['保存期間の最後の日の廃棄', 'now.slice(0, 10) <= keptThrough', 'now.slice(0, 10) < keptThrough'],
    ],
  ),
  ...inFile(
    `${release}/aside.ts`,
    [aside],
    [
      [
        '停止条件のない委託契約 (青森)',
        'creation.conditionPrecedent?.value === true && !conditionPrecedent',
        'creation.conditionPrecedent === undefined && !conditionPrecedent',
      ],
      ['定めのない再委託 (市川)', '?? identity.boundByAct?.value === true', '?? identity.boundByAct?.value !== null'],
      ['義務の一つを知らせない', 'if (untold.length > 0)', 'if (untold.length > 1)'],
      ['委託を総務課に報告しない', 'reportedToDeskOn === null)', "reportedToDeskOn === '')"],
      ['依頼の前の公表の確認', 'confirmedOn < state.publication.requestedOn ||', ''],
    ],
  ),
  ...inFile(
    'src/core/leak/leakClock.ts',
    [leaks],
    [
      ['百人の漏えい', 'persons > manyPersons', 'persons >= manyPersons'],
      ['確報29日', '? 60 : 30', '? 60 : 29'],
      ['確報61日', '? 60 :', '? 61 :'],
      ['確報の初日不算入', 'days - 1)', 'days)'],
      ['確かめた初日の逆', "firstDay === 'dayAfterKnowing'", "firstDay !== 'dayAfterKnowing'"],
      ['速報6日', 'addDays(first, 4)', 'addDays(first, 5)'],
      [
        '加工した情報の漏えいの報告',
        "things.includes('source') || things.includes('deletedInformation')",
        'things.length > 0',
      ],
    ],
  ),
  ...inFile(
    'src/core/leak/leak.ts',
    [leaks],
    [
      ['確報の前の終了', 'if (clock !== null && finalOn === null)', 'if (clock === null && finalOn === null)'],
      [
        '本人への通知のない終了',
        'if (clock !== null && principalsToldOn === null)',
        'if (clock === null && principalsToldOn === null)',
      ],
    ],
  ),
];
