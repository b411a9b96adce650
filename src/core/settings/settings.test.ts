import { describe, expect, test } from 'vitest';
import { play as playOn } from '../../../test/support/play.ts';
import { circumstances, ruleBook, rulesOf } from '../../../test/support/shippedRules.ts';
import { rebuild } from '../aggregate.ts';
import { applySettings } from './applySettings.ts';
import { type SettingsCommand, settings } from './settings.ts';

const yokohama = rulesOf('yokohama');
const set = (setting: string, value: unknown, from = '2026-01-01'): SettingsCommand => ({
  do: 'setRuleValue',
  setting,
  value,
  text: '決裁',
  from,
  reason: '規程に定めがないため。',
});
const play = (...commands: SettingsCommand[]) =>
  playOn(
    settings,
    yokohama,
    commands.map(
      (command) => [command, { ...circumstances('2026-01-20T10:00', 'administrator'), mistakes: [] }] as const,
    ),
  );

describe('settings of the rules', () => {
  test('STP-29: an unset value is filled for cases of any day, a printed one replaced from its day on', () => {
    const { state } = play(
      set('intake.arrivalRule', 'arrival', '2026-02-01'),
      set('solicitation.minDays', 40, '2026-02-01'),
    );
    const before = applySettings(yokohama, state?.settings ?? [], '2026-01-20');
    const later = applySettings(yokohama, state?.settings ?? [], '2026-02-01');
    expect([before.intake.arrivalRule, later.intake.arrivalRule]).toEqual([
      { value: 'arrival', text: '決裁', source: '設定' },
      { value: 'arrival', text: '決裁', source: '設定' },
    ]);
    expect([before.solicitation.minDays?.value, later.solicitation.minDays?.value]).toEqual([30, 40]);
    expect(later.intake.channels).toBe(yokohama.intake.channels);
  });

  test('a later setting takes the place of an earlier one, and a cleared one leaves the printed value', () => {
    const { state, events } = play(set('intake.copies', 2), set('intake.copies', 3), set('terms.fee', '費用'));
    expect(applySettings(yokohama, state?.settings ?? [], '2026-01-20').intake.copies?.value).toBe(3);
    expect(rebuild(settings.evolve, events)).toEqual(state);
    const cleared = play(set('intake.copies', 2), { do: 'clearRuleValue', setting: 'intake.copies', reason: '誤り' });
    expect(applySettings(yokohama, cleared.state?.settings ?? [], '2026-01-20')).toEqual(yokohama);
  });

  test.each(['intake.arivalRule', 'intake', 'organ', 'review.criteria', 'toString', '__proto__.x', ''])(
    '%j is no value that can be set',
    (setting) => {
      expect(play(set(setting, 'x')).refusals).toMatchObject([{ code: 'settingUnknown' }]);
    },
  );

  test('a value in another shape than the rule set’s is found by the check of the profiles', () => {
    const wrong = applySettings(
      yokohama,
      [{ setting: 'intake.arrivalRule', value: 'often', text: '決裁', from: '', reason: '', by: '' }],
      '2026-01-20',
    );
    expect(ruleBook.mistakesIn(wrong)).toHaveLength(1);
    expect(ruleBook.mistakesIn(wrong)[0]).toMatch(/^intake\.arrivalRule/);
    expect(ruleBook.mistakesIn(yokohama)).toEqual([]);
  });
});
