import type { Block, Inline, OfficialDocument } from '../../src/documents/block.ts';

/** A red square of one pixel, PNG in base64. */
export const redPixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC';

export const paperOf = (...blocks: readonly Block[]): OfficialDocument => ({
  kind: 'resultNotice',
  title: '審査結果通知書',
  issuer: '架空市',
  date: '2026-02-10',
  blocks,
});

const blank = (name: string, width: number, ruled = false): Inline => ({ type: 'blank', name, width, ruled });

/** A paper that has a block of every kind. */
export const everyBlock = paperOf(
  { type: 'formNumber', text: '別記様式第９（第59条関係）' },
  { type: 'stampBox', label: '収受印', width: 32, height: 32, align: 'right' },
  {
    type: 'reference',
    lines: ['架空発第１号', ['令和', blank('年', 2), '年', blank('月', 2), '月', blank('日', 2), '日']],
  },
  { type: 'addressee', lines: ['架空株式会社', '代表取締役　見本　𠮷﨑　様'] },
  { type: 'sender', lines: ['架空市長'], seal: true },
  { type: 'title', text: '審査結果通知書' },
  { type: 'paragraph', text: '次のとおり通知します。\n連絡先はdesk@example.jpです。' },
  {
    type: 'paragraph',
    text: [{ type: 'ruby', base: '架空', reading: 'かくう' }, '　', blank('氏名', 12, true)],
    align: 'right',
  },
  { type: 'record' },
  { type: 'heading', text: '１　手数料' },
  {
    type: 'list',
    items: [
      {
        label: '(1)',
        text: '一',
        items: [
          { label: 'ア', text: '二' },
          { label: 'イ', text: '三' },
        ],
      },
      { label: '(2)', text: '四' },
      { label: '※', text: '五' },
    ],
  },
  {
    type: 'checks',
    items: [
      { checked: true, text: '契約締結申込書' },
      { checked: false, text: '契約書' },
    ],
  },
  { type: 'table', widths: [1, 2], header: ['項目', '額'], rows: [['手数料', '72,350円']] },
  {
    type: 'table',
    widths: [1, 3, 6],
    rows: [
      [
        { text: '提案の内容', rows: 2, heading: true },
        { text: '本人の数', heading: true },
        { text: [blank('本人の数', 8), '人'], align: 'right' },
      ],
      [
        { text: '加工の方法', heading: true },
        { text: [blank('加工の方法', 20)], height: 12 },
      ],
      [
        { text: '備考欄', columns: 2, heading: true },
        { text: ['字形', { type: 'glyph', character: '外字', png: redPixel }] },
      ],
    ],
  },
  { type: 'signature', party: '甲', lines: ['架空県架空市見本町１番地', '架空市長'] },
  { type: 'redNote', text: '提案書類在中' },
  { type: 'remarks', items: [{ label: '１', text: '用紙の大きさは、日本産業規格Ａ列４番とする。' }] },
  { type: 'end' },
  { type: 'contact', lines: ['担当　総務課', '電話　000-000-0000'] },
  { type: 'pageBreak' },
  { type: 'paragraph', text: '別紙', align: 'center' },
);
