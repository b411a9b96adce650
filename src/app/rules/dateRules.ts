import { applicationDeadline } from '../../core/calendar/applicationDeadline.ts';
import { bar } from '../../core/calendar/bar.ts';
import { certificateLimit } from '../../core/calendar/certificate.ts';
import type { ClosedDays, OutsideCalendar } from '../../core/calendar/closedDays.ts';
import { counterState } from '../../core/calendar/counter.ts';
import { minority } from '../../core/calendar/minority.ts';
import { solicitationWindow } from '../../core/calendar/solicitationWindow.ts';
import type { RuleSet } from '../../core/organ/ruleSet.ts';
import { dayField, momentField, readFields } from './field.ts';
import { badInput, citationOf, notConfigured, type Rule, type RulesSources } from './outcome.ts';

const closedDaysOf = (rules: RuleSet, { holidays }: RulesSources): ClosedDays => ({
  ...holidays,
  yearEnd: rules.deadlines.yearEnd?.value ?? null,
});

const beyond = (member: string, { outsideCalendar: { day, from, through } }: OutsideCalendar) =>
  badInput(`${member}: ${day} の閉庁日が分かりません。閉庁日の資料は ${from} から ${through} までです。`);

/** DDL-01 */
export const windowRule: Rule = {
  members: ['opensOn', 'closesOn'],
  answer(rules, input) {
    const { minDays } = rules.solicitation;
    if (!minDays) return notConfigured(rules, 'solicitation.minDays', '最短の募集期間');
    const read = readFields(input, { opensOn: dayField, closesOn: dayField });
    if ('problem' in read) return read;
    const { opensOn, closesOn } = read.values;
    if (closesOn < opensOn) return badInput(`closesOn: ${closesOn} は opensOn ${opensOn} より前の日です。`);
    const { admitted, earliestClose, derivation } = solicitationWindow(opensOn, closesOn, minDays.value);
    return { output: { admitted, earliestClose }, citation: citationOf(minDays), derivation };
  },
};

/** DDL-04 */
export const applicationDeadlineRule: Rule = {
  members: ['noticeDate'],
  answer(rules, input, sources) {
    const { contractApplication } = rules.deadlines;
    if (!contractApplication) return notConfigured(rules, 'deadlines.contractApplication', '契約締結申込書の提出期限');
    const read = readFields(input, { noticeDate: dayField });
    if ('problem' in read) return read;
    const computed = applicationDeadline(
      read.values.noticeDate,
      contractApplication.value,
      closedDaysOf(rules, sources),
    );
    if ('outsideCalendar' in computed) return beyond('noticeDate', computed);
    const { statutory, deadline, derivation } = computed;
    return { output: { statutory, deadline }, citation: citationOf(contractApplication), derivation };
  },
};

/** DDL-06 */
export const barRule: Rule = {
  members: ['from'],
  answer(rules, input) {
    const { barYears } = rules.disqualification;
    if (!barYears) return notConfigured(rules, 'disqualification.barYears', '提案をすることができない年数');
    const read = readFields(input, { from: dayField });
    if ('problem' in read) return read;
    const { barredThrough, freeFrom, derivation } = bar(read.values.from, barYears.value);
    return { output: { barredThrough, freeFrom }, citation: citationOf(barYears), derivation };
  },
};

/** DDL-07 */
export const certificateRule: Rule = {
  members: ['proposalDate'],
  answer(rules, input) {
    const { corporateCertificateMonths: months } = rules.identityCheck;
    if (!months) return notConfigured(rules, 'identityCheck.corporateCertificateMonths', '法人の証明書の作成時期');
    const read = readFields(input, { proposalDate: dayField });
    if ('problem' in read) return read;
    const { earliestIssue, derivation } = certificateLimit(read.values.proposalDate, months.value);
    return { output: { earliestIssue }, citation: citationOf(months), derivation };
  },
};

/** DDL-16 */
export const minorRule: Rule = {
  members: ['birthDate', 'on'],
  answer(rules, input) {
    const item = rules.disqualification.items.find(({ ids }) => ids.includes('DQ-1'));
    if (!item) return notConfigured(rules, 'disqualification.items', '未成年者の欠格事由');
    const read = readFields(input, { birthDate: dayField, on: dayField });
    if ('problem' in read) return read;
    const { birthDate, on } = read.values;
    if (on < birthDate) return badInput(`on: ${on} は birthDate ${birthDate} より前の日です。`);
    const { minor, derivation } = minority(birthDate, on);
    return { output: { minor }, citation: citationOf(item), derivation };
  },
};

/** DDL-03 */
export const counterRule: Rule = {
  members: ['at'],
  answer(rules, input, sources) {
    const { counter } = rules.intake;
    if (!counter) return notConfigured(rules, 'intake.counter', '窓口の受付時間');
    const read = readFields(input, { at: momentField });
    if ('problem' in read) return read;
    const state = counterState(read.values.at, counter.value, closedDaysOf(rules, sources));
    if ('outsideCalendar' in state) return beyond('at', state);
    return { output: { open: state.open }, citation: citationOf(counter), derivation: state.derivation };
  },
};
