import * as z from 'zod';
import type { CallCommand } from '../../core/call/commands.ts';
import { publishedItems } from '../../core/call/state.ts';
import { count, day, filledText, keptFile, labelled, silent, text } from './values.ts';

const reason = text('理由');
const groups = labelled(
  'まとめて募集するファイル (同種のもの)',
  z.array(
    z.strictObject({
      name: filledText('まとめた名称'),
      entries: labelled('ファイル簿の記載', z.array(filledText('記載'))),
    }),
  ),
);
const entries = labelled('募集の対象とする個人情報ファイル (ファイル簿の記載)', z.array(filledText('記載')));

/** The fields of each command of a call. */
export const callFields = {
  draftCall: z.strictObject({
    title: filledText('題名'),
    opensOn: day('募集開始日'),
    closesOn: day('募集終了日'),
    entries,
    groups: groups.default([]),
  }),
  reviseCall: z.strictObject({
    title: silent(filledText('題名')),
    opensOn: silent(day('募集開始日')),
    closesOn: silent(day('募集終了日')),
    entries: silent(entries),
    groups: silent(groups),
  }),
  admitShortWindow: z.strictObject({ reason }),
  setGuideline: z.strictObject({ version: filledText('募集要綱の版'), file: silent(keptFile('募集要綱の文書')) }),
  publishCall: z.strictObject({
    items: labelled('公表したもの', z.array(z.enum(publishedItems)).min(1)).default(['guideline']),
    publishedOn: day('公表日'),
    place: silent(filledText('公表の場所。省くと規程の定める場所')),
  }),
  openCall: z.strictObject({}),
  closeCall: z.strictObject({}),
  replaceSnapshot: z.strictObject({
    entry: filledText('ファイル簿の記載'),
    uniquePersons: count('本人の数 (名寄せ後)'),
    cumulativePersons: count('本人の延べ数'),
    countedOn: day('数えた日'),
    reason,
  }),
  withdrawCall: z.strictObject({ reason }),
} as const satisfies { [Each in CallCommand as Each['do']]: z.ZodType<Omit<Each, 'do'>> };
