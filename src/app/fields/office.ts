import { z } from 'zod';
import type { OfficeCommand } from '../../core/office/commands.ts';
import { standardIds } from '../../core/office/state.ts';
import { day, filledText, keptFile, labelled, silent, text } from './values.ts';

const standards = labelled('基準', z.array(z.enum(standardIds)));

/** The fields of each command that concerns the whole organ. */
export const officeFields = {
  consultCouncil: z.strictObject({
    standards,
    consultedOn: day('諮問の日'),
    documentNumber: filledText('文書番号'),
  }),
  recordCouncilOpinion: z.strictObject({
    answeredOn: day('答申の日'),
    summary: text('答申の内容'),
    file: silent(keptFile('答申の文書')),
  }),
  setStandards: z.strictObject({ standards, setOn: day('定めた日'), rule: filledText('基準を定めた規則') }),
  recordEvaluation: z.strictObject({
    on: day('評価の日'),
    result: text('取扱いの状況の評価'),
    improvement: text('改善の内容'),
  }),
} as const satisfies { [Each in OfficeCommand as Each['do']]: z.ZodType<Omit<Each, 'do'>> };
