import * as z from 'zod';
import { decidedRoles, type ReleaseCommand } from '../../core/release/commands.ts';
import { releaseAsideFields } from './releaseAside.ts';
import { count, day, filledText, flag, keptFile, labelled, list, oneOf, paperNumber, silent, text } from './values.ts';

const check = z.strictObject({
  passed: flag('合格'),
  items: z.strictObject({
    '1': flag('1号'),
    '2': flag('2号'),
    '3': flag('3号'),
    '4': flag('4号'),
    '5': flag('5号'),
  }),
  smallestClass: count('最小の組の件数').nullable(),
  classes: count('組の数'),
});

const creation = z.strictObject({
  output: keptFile('作成した情報'),
  report: keptFile('加工の記録'),
  reportPage: keptFile('加工の記録 (ページ)'),
  publicReport: keptFile('提供してよい記録'),
  publicReportPage: keptFile('提供してよい記録 (ページ)'),
  rows: count('元の件数'),
  outputRows: count('作成した件数'),
  suppressedRecords: count('除いた件数'),
  persons: count('本人の数'),
  items: z.array(z.string()),
  check,
  engineVersion: text('加工プログラムの版'),
});

/** The fields of each command of a release. */
export const releaseFields = {
  planRelease: z.strictObject({
    proposal: filledText('提案'),
    entry: filledText('ファイル簿の記載'),
    fileName: filledText('個人情報ファイルの名称'),
    responsibleOrganization: text('担当課'),
    wantedPersons: silent(count('本人の数')),
    provisionDeadline: silent(day('提供の期限')),
  }),
  planReprovision: z.strictObject({
    proposal: filledText('提案'),
    of: filledText('作成された情報'),
    entry: filledText('ファイル簿の記載'),
    fileName: filledText('情報の名称'),
    responsibleOrganization: text('担当課'),
    provisionDeadline: silent(day('提供の期限')),
  }),
  ...releaseAsideFields,
  handInSource: z.strictObject({ source: keptFile('元データ') }),
  setRecipe: z.strictObject({ recipe: keptFile('加工の手順') }),
  deriveRecipe: z.strictObject({
    k: labelled('同じ組合せの記録の最少の件数 (k)', z.int().min(2)),
    suppressionPercent: labelled('除いてよい記録の割合 (%)', z.int().min(0).max(100)),
    decisions: list(
      '役割を決める項目',
      z.strictObject({ column: filledText('項目'), role: oneOf('役割', decidedRoles) }),
    ),
    objectorColumn: silent(filledText('反対の意思を表した第三者の記録を見分ける項目')),
    sheet: silent(filledText('シート')),
    headerRow: silent(labelled('見出しの行', z.int().min(1))),
  }),
  startCreation: z.strictObject({}),
  cancelCreation: z.strictObject({}),
  recordCreation: z.strictObject({ creation: labelled('作成の結果', creation) }),
  recordCreationFailure: z.strictObject({ place: text('箇所'), message: text('内容') }),
  signVerification: z.strictObject({ note: text('検査の所見').default('') }),
  rejectCreation: z.strictObject({ reason: text('理由') }),
  packRelease: z.strictObject({ name: filledText('作成した情報の名称') }),
  recordProvision: z.strictObject({
    providedOn: day('提供日'),
    medium: filledText('媒体'),
    delivery: oneOf('提供の方法', ['counter', 'post']),
    mediumNumber: silent(text('媒体の番号')),
    measures: text('提供に当たっての安全管理の措置'),
    receivedBy: silent(text('受領した者')),
    documentNumber: paperNumber,
  }),
  proposeKeyDestruction: z.strictObject({ reason: text('理由') }),
  destroyReleaseKey: z.strictObject({}),
} as const satisfies { [Each in ReleaseCommand as Each['do']]: z.ZodType<Omit<Each, 'do'>> };
