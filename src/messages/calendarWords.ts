import { deadlineWord } from './deadlineWords.ts';

/** Words of the calendars that can be taken into one's own (`.ics`), and of the links to them. */
export const calendarWords = {
  callsName: (organ: string) => `${organ} 提案の募集`,
  opens: (title: string) => `募集の開始：${title}`,
  closes: (title: string) => `募集の締切：${title}`,
  closesOnline: (time: string) => `オンラインの提出は${time}までに届いたものに限ります。`,
  callsLink: '募集の開始と締切をカレンダーに取り込む（.ics）',
  ownName: (organ: string) => `${organ} 手続の期限`,
  ownLink: '自分の案件の期限をカレンダーに取り込む（.ics）',
  ownLinkLead:
    '今の期限をダウンロードします。期限が変わったときは、もう一度取り込むと、同じ予定が新しい日に変わります。',
  due: (name: string, title: string) => `${deadlineWord(name)}の期限：${title}`,
} as const;
