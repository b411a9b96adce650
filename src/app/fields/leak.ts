import * as z from 'zod';
import type { LeakCommand } from '../../core/leak/commands.ts';
import { leakedThings } from '../../core/leak/state.ts';
import { count, day, filledText, labelled, oneOf, silent, text } from './values.ts';

const grounds = ['sensitive', 'property', 'unlawful', 'ordinanceSensitive'] as const;

/** The fields of each command about a leak. */
export const leakFields = {
  discoverLeak: z.strictObject({
    knownOn: day('知った日'),
    things: labelled('漏えい等したもの', z.array(z.enum(leakedThings))),
    persons: count('本人の数'),
    grounds: labelled('報告を要する事情', z.array(z.enum(grounds))).default([]),
    release: silent(filledText('関係する作成と提供')),
    account: text('事態の内容'),
  }),
  reportLeak: z.strictObject({
    report: oneOf('報告の別', ['preliminary', 'final']),
    reportedOn: day('報告した日'),
    documentNumber: filledText('文書番号'),
    cause: silent(text('原因')),
    harm: silent(text('二次被害又はそのおそれ')),
    measures: silent(text('再発防止のための措置')),
  }),
  tellPrincipals: z.strictObject({ toldOn: day('通知した日'), way: filledText('通知の方法又はこれに代わる措置') }),
  endLeak: z.strictObject({ endedOn: day('対応を終えた日'), measures: text('再発を防ぐ措置') }),
} as const satisfies { [Each in LeakCommand as Each['do']]: z.ZodType<Omit<Each, 'do'>> };
