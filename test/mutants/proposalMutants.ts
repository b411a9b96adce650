import { inFile, type LegalMutant } from './legalMutant.ts';

const [calendar, call, proposal] = ['src/core/calendar', 'src/core/call', 'src/core/proposal'];
const [aomori, kumamoto] = ['profiles/aomori-police/2025-06-01.json', 'profiles/kumamoto/undated.json'];
const [hokkaido, yokohama] = ['profiles/hokkaido-university/2023-04-01.json', 'profiles/yokohama/undated.json'];
const days = `${calendar}/day.test.ts`;
const rules = 'src/app/rules/answerLine.test.ts';
const testsOf = (...names: readonly string[]) => names.map((name) => `${proposal}/${name}.test.ts`);
const reviewing = testsOf('committee', 'thirdParty', 'criteria', 'estimate', 'reviewing');
const eligibility = `${proposal}/eligibility.test.ts`;
const receiving = testsOf('receiving', 'correction', 'reviewAndNotice', 'proposal');
const intake = testsOf(
  'onlineFiling',
  'createdData',
  'identity',
  'formCheck',
  'forwarding',
  'typingCorrection',
  'intake',
);
const calls = `${call}/call.test.ts`;
const value = (name: string, of: string | number) => `"${name}": {\n      "value": ${of}`;

/** From the call to the reviewed proposal: windows, counts, 欠格事由, papers, review. */
export const proposalMutants: readonly LegalMutant[] = [
  { name: '募集期間29日 (青森)', file: aomori, from: value('minDays', 30), to: value('minDays', 29), tests: [rules] },
  { name: '募集期間29日 (熊本)', file: kumamoto, from: value('minDays', 30), to: value('minDays', 29), tests: [rules] },
  {
    name: '募集の初日算入',
    file: `${calendar}/solicitationWindow.ts`,
    from: 'days >= minDays;',
    to: 'days + 1 >= minDays;',
    tests: [calls],
  },
  {
    name: '本人999人 (青森)',
    file: aomori,
    from: value('minPersons', 1000),
    to: value('minPersons', 999),
    tests: reviewing,
  },
  {
    name: '本人1,001人',
    file: `${proposal}/personCount.ts`,
    from: 'minimum <= requested',
    to: 'minimum < requested',
    tests: receiving,
  },
  {
    name: 'ファイルの本人の数を超える',
    file: `${proposal}/personCount.ts`,
    from: 'requested <= filePersons',
    to: 'requested <= filePersons + 1',
    tests: receiving,
  },
  {
    name: '名寄せ後でなく延べ',
    file: `${proposal}/fileCount.ts`,
    from: "=== 'cumulative' ? cumulativePersons : uniquePersons",
    to: "=== 'cumulative' ? uniquePersons : cumulativePersons",
    tests: reviewing,
  },
  {
    name: '反対した者を除かない',
    file: `${proposal}/fileCount.ts`,
    from: ' - objectorsOf(state)',
    to: '',
    tests: reviewing,
  },
  { name: '欠格23月', file: `${calendar}/bar.ts`, from: 'years * 12;', to: 'years * 12 - 1;', tests: [eligibility] },
  {
    name: '欠格の初日不算入',
    file: `${calendar}/bar.ts`,
    from: 'const freeFrom = addDays(through, 1);',
    to: 'const freeFrom = addDays(through, 2);',
    tests: [rules],
  },
  {
    name: '禁錮を数えない',
    file: `${proposal}/eligibility.ts`,
    from: "fact === 'imprisonmentWithWork' || fact === 'imprisonmentWithoutWork'",
    to: "fact === 'imprisonmentWithWork'",
    tests: [eligibility],
  },
  {
    name: '提案の日の欠格を見ない',
    file: `${proposal}/eligibility.ts`,
    from: 'coversDay(ground, receivedOn) || coversDay(ground, day)',
    to: 'coversDay(ground, day)',
    tests: [eligibility],
  },
  { name: '成年17歳', file: `${calendar}/minority.ts`, from: '? 20 : 18', to: '? 20 : 17', tests: [eligibility] },
  {
    name: '2022年より前も18歳',
    file: `${calendar}/minority.ts`,
    from: '? 20 : 18',
    to: '? 18 : 18',
    tests: [eligibility],
  },
  {
    name: '証明書7月',
    file: aomori,
    from: value('corporateCertificateMonths', 6),
    to: value('corporateCertificateMonths', 7),
    tests: [rules],
  },
  {
    name: '期限切れの免許証',
    file: `${proposal}/checkIdentity.ts`,
    from: 'validThrough < receivedOn',
    to: 'validThrough < receivedOn && false',
    tests: receiving,
  },
  {
    name: '締切日の翌日まで',
    file: `${proposal}/arrival.ts`,
    from: 'receivedOn > closesOn ?',
    to: 'receivedOn > closesOn && receivedOn === closesOn ?',
    tests: receiving,
  },
  {
    name: '必着でなく発信',
    file: `${proposal}/arrival.ts`,
    from: "value === 'arrival'",
    to: "value !== 'arrival'",
    tests: receiving,
  },
  {
    name: '開始日の公表でよい (青森)',
    file: `${call}/openingObstacle.ts`,
    from: '? on < opensOn',
    to: '? on <= opensOn',
    tests: [calls],
  },
  {
    name: '年度の数え落とし',
    file: `${call}/callAlarms.ts`,
    from: 'opened + coming >= wanted',
    to: 'opened + coming >= wanted - 1',
    tests: [calls],
  },
  {
    name: '印のないファイルの募集',
    file: `${call}/decide.ts`,
    from: 'flagged)',
    to: 'flagged && false)',
    tests: [calls],
  },
  {
    name: '作成された情報に七つの基準',
    file: `${proposal}/criteriaOf.ts`,
    from: 'created === null || criteria === null',
    to: 'created === null || criteria !== null',
    tests: reviewing,
  },
  {
    name: '委員会の報告を待たない',
    file: `${proposal}/referral.ts`,
    from: 'if (!isReferred(rules) || review.referral?.report) return null;',
    to: 'if (!isReferred(rules) || review.referral) return null;',
    tests: reviewing,
  },
  {
    name: '第三者の意見を待たない',
    file: `${proposal}/thirdParties.ts`,
    from: 'if (!isHeld(state, rules, facts) || state.review.thirdParties?.concludedOn) return null;',
    to: 'if (!isHeld(state, rules, facts) || state.review.thirdParties) return null;',
    tests: reviewing,
  },
  {
    name: '一人の同意で一本化',
    file: `${proposal}/merge.ts`,
    from: 'missing.length > 0',
    to: 'missing.length > 1',
    tests: reviewing,
  },
  {
    name: '国の機関の提案 (市川)',
    file: `${proposal}/receive.ts`,
    from: "kind === 'stateOrgan' || kind === 'independentAgency'",
    to: "kind === 'independentAgency'",
    tests: receiving,
  },
  {
    name: '訂正を一人で',
    file: `${proposal}/typingCorrection.ts`,
    from: 'if (pendingTyping.by === facts.actor.person)',
    to: 'if (pendingTyping.by === "")',
    tests: intake,
  },
  {
    name: '求めない事項の訂正',
    file: `${proposal}/correct.ts`,
    from: 'if (closed.length > 0)',
    to: 'if (closed.length > 1)',
    tests: receiving,
  },
  ...[hokkaido, yokohama].flatMap((file) =>
    inFile(
      file,
      [rules],
      [
        [`募集期間29日 (${file})`, value('minDays', 30), value('minDays', 29)],
        [`本人999人 (${file})`, value('minPersons', 1000), value('minPersons', 999)],
        [`欠格1年 (${file})`, value('barYears', 2), value('barYears', 1)],
      ],
    ),
  ),
  ...inFile(
    kumamoto,
    [rules],
    [
      ['本人999人 (熊本)', value('minPersons', 1000), value('minPersons', 999)],
      ['証明書5月 (熊本)', value('corporateCertificateMonths', 6), value('corporateCertificateMonths', 5)],
    ],
  ),
  ...inFile(`${calendar}/bar.ts`, [rules], [['欠格25月', 'years * 12;', 'years * 12 + 1;']]),
  ...inFile(
    `${calendar}/minority.ts`,
    [rules],
    [
      ['成年19歳', '? 20 : 18', '? 20 : 19'],
      ['成年の引下げを一日遅く', "'2022-04-01'", "'2022-04-02'"],
      ['誕生日の前日に成年', 'on < adultFrom', 'on < through'],
    ],
  ),
  ...inFile(
    `${calendar}/certificate.ts`,
    [rules],
    [['証明書の翌日から', 'earliestIssue: earliest', 'earliestIssue: correspondingDay ?? proposalDate']],
  ),
  ...inFile(`${calendar}/fiscalYear.ts`, [days], [['年度を3月から', 'month >= 4', 'month >= 3']]),
  ...inFile(
    `${proposal}/eligibility.ts`,
    [eligibility],
    [
      ['懲役を数えない', "fact === 'imprisonmentWithWork' || fact", 'fact'],
      ['欠格の最後の日を除く', 'day <= through)', 'day < through)'],
      [
        '他の機関の解除を見ない',
        '[...disqualification.items, ...disqualification.byAct].find',
        'disqualification.items.find',
      ],
      ['役員を見ない', "command.officer !== null ? itemOf('officer', rules) : null)", 'null)'],
      ['役員の肩書を問わない', 'titles?.value.includes(officer.title) ||', 'titles !== null ||'],
      ['復権の日まで', 'addDays(endedOn as Day, -1) }', 'endedOn }'],
      [
        '執行中の刑を見ない',
        "const counted = id === 'DQ-5' ? since : endedOn;",
        "const counted = id === 'DQ-5' ? since : (endedOn ?? '2000-01-01');",
      ],
    ],
  ),
  ...inFile(
    `${proposal}/missingParts.ts`,
    [...receiving, ...intake],
    [
      ['共同提案の一人の誓約', 'return proposerIds(state).flatMap(', 'return proposerIds(state).slice(0, 1).flatMap('],
      ['委任状のない代理', "(required === 'agent' && state.agent === null)", "required === 'agent'"],
      ['副本のない提案 (熊本)', 'state.copies < copies ?', 'state.copies < copies - 1 ?'],
      ['代理人の確認 (熊本)', "whom.includes('agent') ?", 'whom.length > 0 ?'],
      ['ファイル簿と違う名称', 'names.includes(form.fileName) ?', 'names.length > 0 ?'],
      ['加工の程度のない項目', 'detail === null && !granularity', "detail === '' && !granularity"],
    ],
  ),
  ...inFile(
    `${proposal}/fileCount.ts`,
    [...receiving, ...reviewing],
    [['今の本人の数で判断', 'facts.call?.personsAtClose ?? countedNow(facts)', 'countedNow(facts)']],
  ),
  ...inFile(`${proposal}/thirdParties.ts`, reviewing, [
    [
      '意見の期間を一日短く',
      'addDays(notifiedOn as Day, opinionDays.value)',
      'addDays(notifiedOn as Day, opinionDays.value - 1)',
    ],
    [
      '期間の最後の日の終了',
      "todayOf(facts) <= (step.opinionsDueOn ?? '')",
      "todayOf(facts) < (step.opinionsDueOn ?? '')",
    ],
    ['期間の後の意見', 'if (receivedOn > step.opinionsDueOn)', "if (receivedOn === '')"],
    ['印のないファイルの第三者手続', 'created === null && entry?.thirdPartyProcedure === true', 'created === null'],
  ]),
  ...inFile(
    `${proposal}/checkIdentity.ts`,
    [...receiving, ...intake],
    [['表にない書類', 'if (paper || admitted.length === 0 ||', 'if (paper !== null ||']],
  ),
  ...inFile(
    `${call}/decide.ts`,
    [calls],
    [
      ['最後の日の締切り', 'today(facts) <= state.closesOn', 'today(facts) < state.closesOn'],
      [
        '理由のない短い期間',
        "if (isBlank(reason)) return no('callReasonMissing');\n  const { earliestClose }",
        'const { earliestClose }',
      ],
      ['要綱のない公表', "items.includes('guideline') && guidelineOf(state) === null", 'items.length === 0'],
    ],
  ),
  ...inFile(
    `${call}/openingObstacle.ts`,
    [calls],
    [
      ['開始の前日の開始', 'if (today < state.opensOn)', "if (today === '')"],
      ['一つ欠けた公表での開始', 'if (blocking.length === 0)', 'if (blocking.length <= 1)'],
      ['北大の同日の公表を止める', "gate?.otherwise !== 'warn'", 'gate !== null'],
    ],
  ),
  ...inFile(`${proposal}/notice.ts`, reviewing, [
    ['発する者を問わない (北大)', "issuer === 'organ' || issuer === actor.role", "issuer === 'organ' || issuer !== ''"],
  ]),
  ...inFile(`${proposal}/estimate.ts`, reviewing, [
    ['通知の日の見積り', 'quote.quotedOn < noticeDate', 'quote.quotedOn <= noticeDate'],
    ['精査のない見積り', 'if (isBlank(scrutiny))', "if (scrutiny === ' ')"],
    ['見積りと違う委託料', 'review.quote.yen === outsourcingYen', 'review.quote.yen <= outsourcingYen'],
    [
      '停止条件のない委託',
      'creation.conditionPrecedent?.value && !conditionPrecedent',
      'creation.conditionPrecedent?.value && conditionPrecedent',
    ],
  ]),
];
