import * as z from 'zod';
import type { PapersCommand } from '../../core/papers/commands.ts';
import { day, filledText, keptFile, labelled, list, silent, text } from './values.ts';

const reason = text('理由');

const paper = z.strictObject({
  paper: filledText('公文書'),
  form: filledText('様式'),
  title: filledText('表題'),
  documentNumber: text('文書番号'),
  date: day('日付'),
  blocks: keptFile('内容'),
  pdf: keptFile('PDF'),
  word: keptFile('Word'),
  corrects: silent(text('訂正する公文書')),
  reason: silent(text('訂正の理由')),
});

const obstacle = z.strictObject({
  paper: filledText('公文書'),
  title: filledText('表題'),
  missing: list(
    '印刷できない文字',
    z.strictObject({ character: filledText('文字'), codes: filledText('符号'), field: text('箇所') }),
  ),
});

/** The fields of each command on the papers of a case. */
export const papersFields = {
  keepPapers: z.strictObject({
    responsibleOrganization: silent(text('担当課')),
    papers: list('公文書', paper),
    obstacles: list('印刷できない公文書', obstacle),
  }),
  substituteCharacter: z.strictObject({
    character: labelled('印刷できない文字', z.string().min(1)),
    text: silent(text('代わりに印刷する文字')),
    picture: silent(keptFile('字形の画像')),
    reason,
  }),
  correctPaper: z.strictObject({
    paper: filledText('訂正する公文書'),
    documentNumber: text('文書番号'),
    date: day('日付'),
    reason,
  }),
} as const satisfies { [Each in PapersCommand as Each['do']]: z.ZodType<Omit<Each, 'do'>> };
