import { z } from 'zod';
import type { SettingsCommand } from '../../core/settings/settings.ts';
import { day, filledText, labelled, text } from './values.ts';

const setting = filledText('設定する値 (規程の中の位置。例: intake.arrivalRule)');

/** The fields of each command on an organ's settings. */
export const settingsFields = {
  setRuleValue: z.strictObject({
    setting,
    value: labelled('値 (規程での形のまま)', z.unknown()),
    text: text('根拠として示す決定又は規定'),
    from: day('適用する日'),
    reason: text('理由'),
  }),
  clearRuleValue: z.strictObject({ setting, reason: text('理由') }),
} as const satisfies { [Each in SettingsCommand as Each['do']]: z.ZodType<Omit<Each, 'do'>> };
