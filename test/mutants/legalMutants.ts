/** A rule changed by one step into something that is wrong in law, and the tests that must notice it. */
export interface LegalMutant {
  readonly name: string;
  readonly file: string;
  /** Stands in the file exactly once. */
  readonly from: string;
  readonly to: string;
  readonly tests: readonly string[];
}

const [calendar, call, proposal] = ['src/core/calendar', 'src/core/call', 'src/core/proposal'];
const [aomori, kumamoto] = ['profiles/aomori-police/2025-06-01.json', 'profiles/kumamoto/undated.json'];
const rules = 'src/app/rules/answerLine.test.ts';
const reviewing = `${proposal}/reviewing.test.ts`;
const eligibility = `${proposal}/eligibility.test.ts`;
const receiving = `${proposal}/proposal.test.ts`;
const intake = `${proposal}/intake.test.ts`;
const calls = `${call}/call.test.ts`;
const value = (name: string, of: string | number) => `"${name}": {\n      "value": ${of}`;

export const legalMutants: readonly LegalMutant[] = [
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
    tests: [reviewing],
  },
  {
    name: '本人1,001人',
    file: `${proposal}/personCount.ts`,
    from: 'minimum <= requested',
    to: 'minimum < requested',
    tests: [receiving],
  },
  {
    name: 'ファイルの本人の数を超える',
    file: `${proposal}/personCount.ts`,
    from: 'requested <= filePersons',
    to: 'requested <= filePersons + 1',
    tests: [receiving],
  },
  {
    name: '名寄せ後でなく延べ',
    file: `${proposal}/fileCount.ts`,
    from: "=== 'cumulative' ? cumulativePersons : uniquePersons",
    to: "=== 'cumulative' ? uniquePersons : cumulativePersons",
    tests: [reviewing],
  },
  {
    name: '反対した者を除かない',
    file: `${proposal}/fileCount.ts`,
    from: ' - objectorsOf(state)',
    to: '',
    tests: [reviewing],
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
    tests: [receiving],
  },
  {
    name: '締切日の翌日まで',
    file: `${proposal}/arrival.ts`,
    from: 'receivedOn > closesOn ?',
    to: 'receivedOn > closesOn && receivedOn === closesOn ?',
    tests: [receiving],
  },
  {
    name: '必着でなく発信',
    file: `${proposal}/arrival.ts`,
    from: "value === 'arrival'",
    to: "value !== 'arrival'",
    tests: [receiving],
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
    tests: [reviewing],
  },
  {
    name: '委員会の報告を待たない',
    file: `${proposal}/referral.ts`,
    from: 'if (!isReferred(rules) || review.referral?.report) return null;',
    to: 'if (!isReferred(rules) || review.referral) return null;',
    tests: [reviewing],
  },
  {
    name: '第三者の意見を待たない',
    file: `${proposal}/thirdParties.ts`,
    from: 'if (!isHeld(state, rules, facts) || state.review.thirdParties?.concludedOn) return null;',
    to: 'if (!isHeld(state, rules, facts) || state.review.thirdParties) return null;',
    tests: [reviewing],
  },
  {
    name: '一人の同意で一本化',
    file: `${proposal}/merge.ts`,
    from: 'missing.length > 0',
    to: 'missing.length > 1',
    tests: [reviewing],
  },
  {
    name: '国の機関の提案 (市川)',
    file: `${proposal}/receive.ts`,
    from: "kind === 'stateOrgan' || kind === 'independentAgency'",
    to: "kind === 'independentAgency'",
    tests: [receiving],
  },
  {
    name: '訂正を一人で',
    file: `${proposal}/typingCorrection.ts`,
    from: 'if (pendingTyping.by === facts.actor.person)',
    to: 'if (pendingTyping.by === "")',
    tests: [intake],
  },
  {
    name: '求めない事項の訂正',
    file: `${proposal}/correct.ts`,
    from: 'if (closed.length > 0)',
    to: 'if (closed.length > 1)',
    tests: [receiving],
  },
];
