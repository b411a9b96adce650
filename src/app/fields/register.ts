import * as z from 'zod';
import type { RegisterCommand } from '../../core/register/commands.ts';
import { deletionGrounds, exemptionGrounds } from '../../core/register/entry.ts';
import { preCheckWays } from '../../core/register/preCheck.ts';
import {
  count,
  day,
  desk,
  filledText,
  flag,
  labelled,
  list,
  oneOf,
  period,
  silent,
  text,
  writtenDate,
} from './values.ts';

const recordItem = z.strictObject({
  name: filledText('記録項目'),
  mayBeAbsent: flag('記録がない場合あり').default(false),
});

const contents = {
  fileName: filledText('個人情報ファイルの名称'),
  organName: text('行政機関等の名称'),
  responsibleOrganization: text('事務をつかさどる組織の名称'),
  purpose: text('個人情報ファイルの利用目的'),
  recordItems: labelled('記録項目', z.array(recordItem).min(1)),
  recordScope: text('記録範囲'),
  collectionMethod: silent(text('記録情報の収集方法')),
  sensitiveInformation: silent(flag('要配慮個人情報を含む')),
  ordinanceSensitiveInformation: silent(flag('条例要配慮個人情報を含む')),
  regularRecipients: list('記録情報の経常的提供先', filledText('提供先')),
  disclosureDesk: silent(desk('開示等請求を受理する組織')),
  specialProcedure: silent(text('訂正・利用停止の特別の手続')),
  fileKind: oneOf('個人情報ファイルの種別', ['electronic', 'manual']),
  manualCopy: silent(flag('同じ内容のマニュアル処理ファイルがある')),
  thirdPartyProcedure: silent(flag('第三者の保護に関する手続が執られる')),
  remarks: silent(text('備考')),
};

/** Every part of an entry may be corrected by itself; a part that is not named stays as it is. */
const changes = {
  fileName: contents.fileName.exactOptional(),
  organName: contents.organName.exactOptional(),
  responsibleOrganization: contents.responsibleOrganization.exactOptional(),
  purpose: contents.purpose.exactOptional(),
  recordItems: contents.recordItems.exactOptional(),
  recordScope: contents.recordScope.exactOptional(),
  collectionMethod: text('記録情報の収集方法').nullable().exactOptional(),
  sensitiveInformation: flag('要配慮個人情報を含む').nullable().exactOptional(),
  ordinanceSensitiveInformation: flag('条例要配慮個人情報を含む').nullable().exactOptional(),
  regularRecipients: labelled('記録情報の経常的提供先', z.array(filledText('提供先'))).exactOptional(),
  disclosureDesk: desk('開示等請求を受理する組織').nullable().exactOptional(),
  specialProcedure: text('訂正・利用停止の特別の手続').nullable().exactOptional(),
  fileKind: contents.fileKind.exactOptional(),
  manualCopy: flag('同じ内容のマニュアル処理ファイルがある').nullable().exactOptional(),
  thirdPartyProcedure: flag('第三者の保護に関する手続が執られる').nullable().exactOptional(),
  remarks: text('備考').nullable().exactOptional(),
};

const personCount = {
  uniquePersons: count('本人の数 (名寄せ後)'),
  cumulativePersons: count('本人の延べ数'),
  countedOn: day('数えた日'),
};

const testResult = (label: string) =>
  labelled(label, z.strictObject({ passed: flag('該当する'), reason: text('理由') }));

const reason = text('理由');

/** The fields of each command of the register, as API, scenarios and forms take them. */
export const registerFields = {
  registerFile: z.strictObject({
    contents: labelled('記載事項', z.strictObject(contents)),
    entryDate: writtenDate('作成年月日 (修正した場合は直近の修正年月日)'),
    persons: silent(labelled('本人の数', z.strictObject(personCount))),
  }),
  correctEntry: z.strictObject({
    changes: labelled('修正する事項', z.strictObject(changes)),
    correctedOn: day('修正年月日'),
    reason,
  }),
  countPersons: z.strictObject(personCount),
  omitParts: z.strictObject({
    parts: list('記載しない事項', z.enum(['collectionMethod', 'regularRecipients'])),
    recordItems: list('記載しない記録項目', filledText('記録項目')),
    reason,
  }),
  withholdEntry: z.strictObject({ reason }),
  exemptFile: z.strictObject({ ground: oneOf('適用除外の事由', exemptionGrounds), reason }),
  publishEntry: z.strictObject({ publishedOn: day('公表日') }),
  testForSolicitation: z.strictObject({
    tests: labelled(
      '法60条3項各号の該当性',
      z.strictObject({
        published: testResult('1号: 個人情報ファイル簿に掲載され、公表される'),
        disclosure: testResult('2号: 開示請求があれば全部若しくは一部を開示し、又は意見書提出の機会を与える'),
        noHindrance: testResult('3号: 事務の適正かつ円滑な運営に支障なく作成できる'),
      }),
    ),
  }),
  recordPreCheck: z.strictObject({
    on: day('事前チェックの日'),
    way: oneOf('方法', preCheckWays),
    asker: silent(text('相談した者')),
    note: text('確かめたことと答えたこと'),
    confirmed: flag('「適合」の語が結果の約束でないことを確かめた').default(false),
  }),
  flagForSolicitation: z.strictObject({ desk: desk('提案を受ける組織の名称及び所在地') }),
  unflagForSolicitation: z.strictObject({ reason }),
  moveEntry: z.strictObject({ to: filledText('新しい所管の組織'), on: day('変わる日') }),
  recordCreatedData: z.strictObject({
    release: filledText('作成した情報'),
    name: filledText('作成した情報の名称'),
    desk: desk('作成された情報の提案を受ける組織'),
    period: silent(period('提案をすることができる期間')),
  }),
  deleteEntry: z.strictObject({ ground: oneOf('削除の事由', deletionGrounds), reason, deletedOn: day('削除した日') }),
} as const satisfies { [Each in RegisterCommand as Each['do']]: z.ZodType<Omit<Each, 'do'>> };
