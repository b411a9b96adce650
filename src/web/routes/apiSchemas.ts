import { z } from '@hono/zod-openapi';

const desk = z.object({ name: z.string(), address: z.string() });

const entry = z
  .object({
    id: z.string().describe('登録番号'),
    fileName: z.string().describe('個人情報ファイルの名称'),
    organName: z.string().describe('行政機関等の名称'),
    responsibleOrganization: z.string().describe('事務をつかさどる組織の名称'),
    purpose: z.string().describe('利用目的'),
    recordItems: z.array(z.object({ name: z.string(), mayBeAbsent: z.boolean() })).describe('記録項目'),
    recordScope: z.string().describe('記録範囲'),
    collectionMethod: z.string().nullable().describe('記録情報の収集方法'),
    sensitiveInformation: z.boolean().nullable().describe('要配慮個人情報を含むか'),
    ordinanceSensitiveInformation: z.boolean().nullable().describe('条例要配慮個人情報を含むか'),
    regularRecipients: z.array(z.string()).describe('記録情報の経常的提供先'),
    disclosureDesk: desk.nullable().describe('開示請求等を受理する組織'),
    specialProcedure: z.string().nullable().describe('訂正及び利用停止に関する特別の手続'),
    fileKind: z.enum(['electronic', 'manual']).describe('種別: 電算処理ファイル又はマニュアル処理ファイル'),
    manualCopy: z.boolean().nullable().describe('同じ内容のマニュアル処理ファイルの有無'),
    thirdPartyProcedure: z.boolean().nullable().describe('第三者の保護に関する手続が執られるか'),
    remarks: z.string().nullable().describe('備考'),
    entryDate: z.string().describe('作成年月日、修正した場合は直近の修正年月日 (YYYY-MM-DD)'),
    solicited: z.boolean().describe('提案の募集をする個人情報ファイルか'),
    solicitationDesk: desk.nullable().describe('提案を受ける組織'),
    createdData: z
      .array(
        z.object({
          release: z.string(),
          name: z.string(),
          persons: z.int(),
          items: z.array(z.string()),
          desk,
          period: z.object({ from: z.string(), to: z.string() }).nullable(),
          createdOn: z.string(),
        }),
      )
      .describe('作成された情報の概要'),
    omitted: z.array(z.string()).describe('支障を及ぼすおそれがあるため記載していない欄'),
  })
  .openapi('RegisterEntry');

const organ = z
  .string()
  .regex(/^[a-z][a-z0-9-]{1,39}$/)
  .openapi({ description: '機関のID', example: 'kumamoto' });

const mark = (description: string) => z.enum(['1']).optional().openapi({ description });

/** The largest number of entries in one answer. */
export const mostEntries = 1000;

export const organPath = z.object({ organ });

export const registerQuery = z.object({
  q: z.string().max(200).optional().openapi({
    description: '検索する言葉。空白で区切ると、すべてを含むものを探す。全角と半角、ひらがなとカタカナは区別しない。',
  }),
  solicited: mark('1 のとき、提案を募集するファイルに限る'),
  sensitive: mark('1 のとき、要配慮個人情報を含むファイルに限る'),
  created: mark('1 のとき、作成した情報があるファイルに限る'),
  limit: z.coerce.number().int().min(1).max(mostEntries).optional().openapi({ description: '一度に返す件数' }),
  offset: z.coerce.number().int().min(0).max(10_000_000).optional().openapi({ description: '飛ばす件数' }),
  format: z
    .enum(['json', 'csv', 'xlsx'])
    .optional()
    .openapi({ description: '形式。なければ Accept による。CSV と XLSX は全件を返す。' }),
});

export const registerAnswer = z
  .object({
    organ: z.string(),
    total: z.int().describe('条件に合う件数'),
    offset: z.int(),
    entries: z.array(entry),
  })
  .openapi('Register');

export const failureAnswer = z
  .object({ error: z.object({ code: z.string(), message: z.string(), details: z.array(z.string()).optional() }) })
  .openapi('Failure');

export const healthAnswer = z
  .object({
    status: z.enum(['ok']),
    audit: z
      .enum(['sealing', 'differs', 'failing'])
      .describe('監査記録の連鎖: 続いている、外の署名と合わず止めている、できずに試し直している'),
  })
  .openapi('Health');

export const organsAnswer = z
  .object({ organs: z.array(z.object({ id: z.string(), name: z.string(), register: z.string() })) })
  .openapi('Organs');
