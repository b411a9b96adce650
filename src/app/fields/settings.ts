import * as z from 'zod';
import type { printedMembers, SettingsCommand } from '../../core/settings/commands.ts';
import { day, filledText, flag, labelled, silent, text } from './values.ts';

const setting = filledText('設定する値 (規程の中の位置。例: intake.arrivalRule)');
const reason = text('理由');

const printedWords: Readonly<Record<(typeof printedMembers)[number], string>> = {
  text: '引用',
  law: '法の条項',
  label: '条項番号',
  wording: '文言',
  name: '名称',
  number: '様式番号',
};
const printed = z.strictObject({
  text: filledText(printedWords.text).exactOptional(),
  law: filledText(printedWords.law).exactOptional(),
  label: filledText(printedWords.label).exactOptional(),
  wording: filledText(printedWords.wording).exactOptional(),
  name: filledText(printedWords.name).exactOptional(),
  number: filledText(printedWords.number).exactOptional(),
});

/** The fields of each command on an organ's settings. */
export const settingsFields = {
  setRuleValue: z.strictObject({
    setting,
    value: labelled('値 (規程での形のまま)', z.unknown()),
    text: text('根拠として示す決定又は規定'),
    from: day('適用する日'),
    correctsSource: labelled('規程が定める値を改める', flag('').default(false)),
    reason,
  }),
  correctCitation: z.strictObject({
    setting: filledText('訂正する箇所 (規程の中の位置。例: review.criteria.CRI-2)'),
    printed: labelled('正しい記載', printed),
    from: silent(day('適用する日。省くと、すべての事案について誤記を改める')),
    reason,
  }),
  withdrawSetting: z.strictObject({ setting, reason }),
} as const satisfies { [Each in SettingsCommand as Each['do']]: z.ZodType<Omit<Each, 'do'>> };
