import type { Recipe } from '../recipe/recipe.ts';
import type { ReplayedCounts } from '../replayRelease.ts';
import { highestLevels, localParts } from '../report/reportedLevels.ts';
import type { CheckReport, Report, VerificationReport } from '../report/reportTypes.ts';
import { standardItems } from '../treat/treatmentPlan.ts';
import { checked } from './checks.ts';

/** A member of the report beside what the output, or the rest of the report, says it has to be. */
interface Statement {
  readonly member: string;
  readonly stated: Stated;
  readonly counted: Stated;
}
type Stated = number | string | boolean | null | undefined;

/** The last digits of a sum of fractions depend on its order. */
const tolerance = 1e-9;

/**
 * What the report says agrees with what was just counted from the output, and with itself.
 *
 * @param replayed what the source says, where the recipe was applied to it once more.
 */
export function checkReport(
  report: Report,
  recipe: Recipe,
  counted: VerificationReport,
  replayed: ReplayedCounts | null = null,
): CheckReport[] {
  const wrong = [
    ...recordStatements(report, recipe),
    ...treatmentStatements(report),
    ...(replayed ? sourceStatements(report, replayed) : []),
    ...lossStatements(report, recipe),
    ...verificationStatements(report, recipe, counted),
  ].filter((one) => !agree(one.stated, one.counted));
  if (wrong.length === 0) return [checked(null, 'report', true, '報告書の数は、数え直した数と合います。')];
  return wrong.map(({ member, stated, counted: right }) =>
    checked(null, 'report', false, `報告書の「${member}」は ${stated} ですが、${right ?? 'なし'} のはずです。`),
  );
}

const agree = (one: Stated, other: Stated) =>
  typeof one === 'number' && typeof other === 'number' ? Math.abs(one - other) <= tolerance : one === other;

function recordStatements(report: Report, { output, suppressionLimit, seed, personKey }: Recipe): Statement[] {
  const { rows, outputRows, syntheticRecords, suppressedRecords, droppedRecords, refusedRows } = report;
  const leftOut = output.suppressedRecords === 'drop' ? suppressedRecords : 0;
  const allowed = Math.floor(suppressionLimit * (rows - refusedRows - droppedRecords));
  const leftOutBy = (step: string) => report.flow.find((one) => one.step === step)?.leftOut ?? 0;
  return [
    { member: 'rows', stated: rows, counted: outputRows - syntheticRecords + leftOut + droppedRecords + refusedRows },
    { member: 'refusedRows', stated: refusedRows, counted: leftOutBy('import') },
    { member: 'refused', stated: report.refused.length, counted: Math.min(refusedRows, 1000) },
    { member: 'droppedRecords', stated: droppedRecords, counted: leftOutBy('treat') },
    { member: 'suppressedRecords', stated: suppressedRecords, counted: leftOutBy('search') },
    ...(personKey.length > 0
      ? personStatements(report, suppressionLimit)
      : [
          { member: 'suppressedRecords', stated: suppressedRecords, counted: Math.min(suppressedRecords, allowed) },
          { member: 'persons', stated: report.persons, counted: null },
          { member: 'suppressedPersons', stated: report.suppressedPersons, counted: null },
        ]),
    { member: 'suppressedBy', stated: suppressedRecords, counted: explainedSuppression(report) },
    ...partStatements(report),
    { member: 'seed', stated: report.seed, counted: seed },
  ];
}

/** An item of the standard changes no more records than its treatments change cells. */
function treatmentStatements({ treatments, changedRecords }: Report): Statement[] {
  return standardItems.map((item) => {
    const cells = treatments.reduce((sum, one) => (one.item === item ? sum + one.changedCells : sum), 0);
    const stated = changedRecords[item];
    return { member: `changedRecords → ${item}`, stated, counted: Math.min(stated, cells) };
  });
}

function sourceStatements(report: Report, { changedRecords, ...counts }: ReplayedCounts): Statement[] {
  const members = ['rows', 'refusedRows', 'droppedRecords', 'persons'] as const;
  return [
    ...members.map((member) => ({ member, stated: report[member], counted: counts[member] })),
    ...standardItems.map((item) => ({
      member: `changedRecords → ${item}`,
      stated: report.changedRecords[item],
      counted: changedRecords[item],
    })),
  ];
}

/** The limit holds for persons, and nobody is suppressed without a record of his. */
function personStatements({ persons, suppressedPersons, suppressedRecords }: Report, limit: number): Statement[] {
  const [all, left] = [persons ?? 0, suppressedPersons ?? 0];
  const most = Math.min(Math.floor(limit * all), suppressedRecords);
  return [{ member: 'suppressedPersons', stated: left, counted: Math.min(left, most) }];
}

/** Local recoding: every released record stands in one part. */
function partStatements({ levels, outputRows }: Report): Statement[] {
  const parts = localParts(levels);
  if (parts.length === 0) return [];
  return [
    { member: 'levels → records', stated: parts.reduce((sum, one) => sum + one.records, 0), counted: outputRows },
  ];
}

/** The suppressed records as far as the counts per criterion explain them: a class may fail several criteria. */
function explainedSuppression({ suppressedBy, suppressedRecords }: Report): number {
  const failing = Object.values(suppressedBy);
  const most = failing.reduce((sum, records) => sum + records, 0);
  return Math.max(Math.min(suppressedRecords, most), ...failing);
}

function lossStatements({ columns, levels, loss, utility, optimal, gap }: Report, recipe: Recipe): Statement[] {
  const perColumn = Object.entries(utility.columns);
  const weightOf = (name: string) => recipe.columns.find((column) => column.name === name)?.weight ?? 1;
  const weights = perColumn.reduce((sum, [name]) => sum + weightOf(name), 0);
  const product = perColumn.reduce((all, [name, part]) => all * (2 - part) ** (weightOf(name) / weights), 1);
  return [
    { member: 'loss', stated: loss, counted: perColumn.length === 0 ? null : Math.min(1, product - 1) },
    { member: 'utility → total', stated: utility.total, counted: loss === null ? null : 1 - loss },
    { member: 'gap', stated: gap, counted: optimal ? 0 : gap },
    { member: 'optimal', stated: optimal, counted: optimal && localParts(levels).length === 0 },
    ...columns.map(({ name, level }) => ({
      member: `levels → ${name}`,
      stated: highestLevels(levels)[name] ?? null,
      counted: level,
    })),
  ];
}

/** Checks that need more than the output are left to a verification that has it. */
const ofSource = [
  ...['removedValues', 'sourceDigest', 'sourceOrder', 'recomputable', 'swappedValues', 'derivedRows', 'notDerived'],
  // Whether the tables of municipalities are at hand is a matter of the machine.
  ...['generalizedValues', 'generalizedNotChecked'],
];
/** Checks that count persons, which the output alone does not always tell. */
const ofPersons = ['persons', 'diversity', 'closeness', 'frequency', 'disclosure', 'likeness'];

function verificationStatements(report: Report, recipe: Recipe, counted: VerificationReport): Statement[] {
  const { verification, outputFile } = report;
  const inPersons = allChecks(counted, []).some(({ check }) => check === 'persons');
  const without = recipe.personKey.length > 0 && !inPersons ? [...ofSource, ...ofPersons] : ofSource;
  const recorded = allChecks(verification, without);
  const found = allChecks(counted, without);
  const members = ['classes', 'smallestClass', 'markedRecords', 'aloneOnAllColumns'] as const;
  return [
    { member: 'classes', stated: report.classes, counted: counted.classes },
    ...smallestStatements(report, recipe, counted),
    ...members.map((name) => ({
      member: `verification → ${name}`,
      stated: verification[name],
      counted: counted[name],
    })),
    {
      member: 'verification → singlingOut',
      stated: textOf(verification.singlingOut),
      counted: textOf(counted.singlingOut),
    },
    ...(counted.risk === null
      ? []
      : [{ member: 'verification → risk', stated: textOf(verification.risk), counted: textOf(counted.risk) }]),
    {
      member: 'verification → passed',
      stated: verification.passed,
      counted: recorded.every(({ passed }) => passed) && !outputFile.startsWith('output.rejected.'),
    },
    ...recorded.flatMap((check, index) => {
      const place = recorded.slice(0, index).filter((one) => one.check === check.check).length;
      return numberStatements(check, found.filter((one) => one.check === check.check)[place]);
    }),
  ];
}

/** In persons the smallest class is at most that in records, and what the run counted of those who stand behind it. */
function smallestStatements(report: Report, { personKey }: Recipe, counted: VerificationReport): Statement[] {
  const member = 'smallestClass';
  if (personKey.length === 0) return [{ member, stated: report.smallestClass, counted: counted.smallestClass }];
  const recorded = allChecks(report.verification, []).find(({ check }) => check === 'persons');
  const { smallest = null } = recorded?.numbers ?? {};
  return [{ member, stated: report.smallestClass, counted: smallest }];
}

const allChecks = ({ integrity, items }: VerificationReport, without: readonly string[]): CheckReport[] =>
  [integrity, ...Object.values(items)]
    .flatMap(({ checks }) => checks)
    .filter(({ check }) => !without.includes(check) && check !== 'report');

const textOf = (figures: object | null) => JSON.stringify(figures);

/** A check that fails now says so itself. */
function numberStatements({ check, passed, numbers }: CheckReport, found: CheckReport | undefined): Statement[] {
  if (found?.passed === false) return [];
  const member = `verification → ${check}`;
  return [
    { member, stated: passed, counted: found?.passed },
    ...Object.entries(numbers).map(([name, stated]) => ({
      member: `${member} → ${name}`,
      stated,
      counted: found?.numbers[name],
    })),
  ];
}
