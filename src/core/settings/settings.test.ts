import { describe, expect, test } from 'vitest';
import { circumstances, ruleBook, rulesOf } from '../../../test/support/shippedRules.ts';
import { decideIn, rebuild } from '../aggregate.ts';
import { atPath } from '../organ/rulePath.ts';
import type { RuleSet } from '../organ/ruleSet.ts';
import { applySettings } from './applySettings.ts';
import type { SettingsCommand } from './commands.ts';
import { asStands, provisionPaths, settablePaths, unsetPaths } from './settable.ts';
import { settings } from './settings.ts';
import type { SettingsState } from './state.ts';

const yokohama = rulesOf('yokohama');
const today = '2026-01-20';
const set = (setting: string, value: unknown, more: Partial<SettingsCommand> = {}): SettingsCommand =>
  ({
    do: 'setRuleValue',
    setting,
    value,
    text: '決裁',
    from: '2026-01-01',
    correctsSource: false,
    reason: '規程に定めがないため。',
    ...more,
  }) as SettingsCommand;
const correct = (setting: string, printed: object, from: string | null = null): SettingsCommand => ({
  do: 'correctCitation',
  setting,
  printed,
  from,
  reason: '誤記のため。',
});
const withdraw = (setting: string): SettingsCommand => ({ do: 'withdrawSetting', setting, reason: '誤り。' });

/** Gives each command at its time to the settings of an organ, which see what was set before. */
function played(commands: readonly (readonly [at: string, SettingsCommand])[], rules: RuleSet = yokohama) {
  let state: SettingsState | null = null;
  const refusals: object[] = [];
  for (const [at, command] of commands) {
    const standing: RuleSet = state ? applySettings(rules, state, { day: at.slice(0, 10), known: at }) : rules;
    const facts = { ...circumstances(at, 'administrator'), mistakes: [], expected: '' };
    const decision = decideIn(settings, command, state, standing, facts);
    if ('refusal' in decision) refusals.push(decision.refusal);
    else for (const event of decision.events) state = settings.evolve(state, event);
  }
  return { state: state as SettingsState | null, refusals };
}
const now = (...commands: SettingsCommand[]) => played(commands.map((command) => [`${today}T10:00`, command] as const));

const seen = (state: SettingsState | null, day: string, known = '2027-01-01T00:00'): RuleSet =>
  state ? applySettings(yokohama, state, { day, known }) : yokohama;

describe('which setting holds for a case', () => {
  test('STP-29: an unset value is filled for cases from the day on which it holds and is recorded', () => {
    const { state } = now(set('intake.arrivalRule', 'arrival', { from: '2026-02-01' }));
    expect(seen(state, '2026-02-01').intake.arrivalRule).toEqual({ value: 'arrival', text: '決裁', source: '設定' });
    expect(seen(state, '2026-02-01').intake.channels).toBe(yokohama.intake.channels);
  });

  test('STP-29: a case from before takes the first filling once it is in force, and keeps it', () => {
    const { state } = played([
      ['2026-01-20T10:00', set('intake.copies', 2, { from: '2026-02-01' })],
      ['2026-03-01T10:00', set('intake.copies', 3, { from: '2026-03-01' })],
    ]);
    const copies = (day: string, known: string) => seen(state, day, known).intake.copies?.value ?? null;
    expect(copies('2026-01-25', '2026-01-31T23:59')).toBe(null);
    expect(copies('2026-01-25', '2026-02-01T00:00')).toBe(2);
    expect(copies('2026-01-25', '2026-12-01T00:00')).toBe(2);
    expect(copies('2026-02-28', '2026-12-01T00:00')).toBe(2);
    expect(copies('2026-03-01', '2026-12-01T00:00')).toBe(3);
  });

  test('a case keeps its rules: what is recorded later never reaches it, even with an earlier day', () => {
    const { state } = now(set('solicitation.minDays', 40, { from: '2025-01-01', correctsSource: true }));
    const minDays = (day: string) => seen(state, day).solicitation.minDays?.value;
    expect([minDays('2025-06-01'), minDays('2026-01-19'), minDays(today)]).toEqual([30, 30, 40]);
  });

  test('a paper shows what was recorded when it was made', () => {
    const { state } = now(set('intake.copies', 2), set('fee.otherCosts', '提案者の負担'));
    expect(seen(state, today, '2026-01-20T09:59')).toEqual(yokohama);
    expect(seen(state, today, '2026-01-20T10:00').fee.otherCosts?.value).toBe('提案者の負担');
  });

  test('the last of a day counts; a withdrawal ends the setting for cases from its day on and leaves the others', () => {
    const { state } = played([
      ['2026-01-20T10:00', set('intake.copies', 2)],
      ['2026-01-20T10:00', set('intake.copies', 5)],
      ['2026-02-10T10:00', withdraw('intake.copies')],
      ['2026-02-10T10:00', set('intake.copies', 7, { from: '2026-02-12' })],
    ]);
    const copies = (day: string) => seen(state, day).intake.copies?.value ?? null;
    expect([copies('2026-01-20'), copies('2026-02-09'), copies('2026-02-10'), copies('2026-02-12')]).toEqual([
      5, 5, 7, 7,
    ]);
    expect(seen(state, '2026-02-10', '2026-02-11T00:00').intake.copies).toBe(null);
  });

  test('1c-35: an error of print is corrected in every case, a new print in cases from its day on', () => {
    const { state } = now(
      correct('review.criteria.CRI-2', { label: '第2号' }),
      correct('solicitation.minDays', { text: '募集要項2' }, '2026-02-01'),
    );
    const label = (rules: RuleSet) => rules.review.criteria.find(({ id }) => id === 'CRI-2')?.label;
    expect([label(seen(state, '2025-01-01')), label(seen(state, '2026-03-01'))]).toEqual(['第2号', '第2号']);
    expect(seen(state, '2026-01-31').solicitation.minDays).toEqual(yokohama.solicitation.minDays);
    expect(seen(state, '2026-02-01').solicitation.minDays).toEqual({
      ...yokohama.solicitation.minDays,
      text: '募集要項2',
    });
  });
});

describe('what is refused', () => {
  test.each([
    'intake.arivalRule',
    'intake',
    'organ',
    'effectiveFrom',
    'review.criteria',
    'toString',
    '__proto__.x',
    '',
  ])('%j is no value that can be set', (setting) => {
    expect(now(set(setting, 'x')).refusals).toMatchObject([{ code: 'settingUnknown' }]);
  });

  test('a value that a source gives is replaced only as a correction, which shows both', () => {
    const other = set('fee.createdByHolder', { yen: 9_000, holder: 'anyHolder' });
    expect(now(other).refusals).toMatchObject([
      {
        code: 'sourceGivesValue',
        facts: { standing: '{"yen":12600,"holder":"newProposer"}', citation: expect.any(String) },
      },
    ]);
    const { state, refusals } = now({ ...other, correctsSource: true } as SettingsCommand);
    expect(refusals).toEqual([]);
    expect(state?.values).toMatchObject([
      {
        before: { value: { yen: 12_600, holder: 'newProposer' }, source: 'Y' },
        by: 'administrator:1',
        at: '2026-01-20T10:00',
      },
    ]);
    expect(state?.values[0]).not.toHaveProperty('correctsSource');
  });

  test.each([
    ['solicitation.minDays', 29, 'valueBelowLaw', '規則53条1項'],
    ['review.minPersons', 999, 'valueFixedByLaw', '規則56条'],
    ['review.minPersons', 1_001, 'valueFixedByLaw', '規則56条'],
    ['disqualification.barYears', 1, 'valueFixedByLaw', '法113条'],
    ['identity.boundByAct', false, 'valueFixedByLaw', '法2条'],
  ])('%s can’t become %j in an organ bound by the Act, whatever it is called', (setting, value, code, basis) => {
    for (const organ of ['yokohama', 'aomori-police', 'hokkaido-university', 'kumamoto'])
      expect(
        played([[`${today}T10:00`, set(setting, value, { correctsSource: true })]], rulesOf(organ)).refusals,
      ).toMatchObject([{ code, basis }]);
  });

  test('Ichikawa’s ordinance leaves numbers to its rule: the Act’s do not bind them', () => {
    const { refusals } = played(
      [
        [`${today}T10:00`, set('solicitation.minDays', 20)],
        [`${today}T10:00`, set('review.minPersons', 500)],
        [`${today}T10:00`, set('identity.boundByAct', true, { correctsSource: true })],
      ],
      rulesOf('ichikawa'),
    );
    expect(refusals).toMatchObject([{ code: 'valueFixedByLaw' }]);
  });

  test('nothing without a reason or a source, nothing twice, nothing withdrawn that is not set', () => {
    const { refusals } = now(
      set('intake.copies', 2, { reason: ' ' }),
      set('intake.copies', 2, { text: '' } as Partial<SettingsCommand>),
      set('intake.copies', 2),
      set('intake.copies', 2),
      withdraw('intake.arrivalRule'),
      withdraw('intake.copies'),
      withdraw('intake.copies'),
      correct('intake.arrivalRule', { text: 'x' }),
      correct('review.criteria.CRI-2', { number: '2' }),
      correct('review.criteria.CRI-2', { label: yokohama.review.criteria[1]?.label }),
    );
    expect(refusals).toMatchObject([
      { code: 'settingReasonMissing' },
      { code: 'settingReasonMissing' },
      { code: 'valueUnchanged' },
      { code: 'settingNotMade' },
      { code: 'settingNotMade' },
      { code: 'nothingPrinted' },
      { code: 'settingNotAcceptable' },
      { code: 'printUnchanged' },
    ]);
  });
});

describe('every value of every organ', () => {
  test.each(ruleBook.organs)(
    '%s: each has a shape, and the check finds the same value right and a wrong one wrong',
    (organ) => {
      const rules = rulesOf(organ);
      const paths = settablePaths(rules);
      expect(paths.length).toBeGreaterThan(150);
      for (const path of paths) {
        expect(ruleBook.shapeOf(path), path).not.toBe(null);
        const wrong = { ...rules, ...withWrong(rules, path) };
        expect(ruleBook.mistakesIn(wrong).join(), path).toContain(path);
      }
      for (const path of provisionPaths(rules)) expect(atPath(rules, path), path).toHaveProperty('source');
      expect(unsetPaths(rules).every((path) => atPath(rules, path) === null)).toBe(true);
    },
  );
});

/** The rule set with a value of no shape at all. */
const withWrong = (rules: RuleSet, path: string): object => {
  const [first = '', ...rest] = path.split('.');
  const put = (part: unknown, names: readonly string[]): unknown =>
    names.length === 0
      ? asStands(path, { nonsense: Number.NaN }, '決裁')
      : {
          ...(part as object),
          [names[0] ?? '']: put((part as Record<string, unknown>)[names[0] ?? ''], names.slice(1)),
        };
  return { [first]: put((rules as unknown as Record<string, unknown>)[first], rest) };
};

test('the state is rebuilt from the events', () => {
  const events = [
    {
      type: 'ruleValueSet',
      data: { setting: 'a', value: 1, text: '', from: '', before: null, reason: '', by: '', at: '' },
    },
    { type: 'settingWithdrawn', data: { setting: 'a', reason: '', by: '', at: '' } },
  ] as const;
  const state = rebuild(settings.evolve, events);
  expect(state?.values[0]?.order).toBe(0);
  expect(state?.withdrawals[0]?.order).toBe(1);
});
