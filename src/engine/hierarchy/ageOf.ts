import { parseKanjiNumber } from '../../japan/parseKanjiNumber.ts';

const years =
  /^(?:満|年齢)?\s*(\d{1,3}(?:\.\d+)?|[〇一二三四五六七八九十百]+)\s*(?:歳|才|さい|years?(?: old)?)?\s*(?:\d{1,2}\s*[かヶケカヵ箇]月)?$/i;
const months = /^(?:生後)?\s*(\d{1,3})\s*[かヶケカヵ箇]月$/;
const oldest = 150;

/** The completed years of an age as files hold it: 50, 50歳, 満５０才, 五十歳, 2歳6か月, 生後8か月; null for anything else. */
export function ageOf(value: string): number | null {
  const plain = value.normalize('NFKC').trim();
  const inMonths = months.exec(plain)?.[1];
  if (inMonths !== undefined) return Math.floor(Number(inMonths) / 12);
  const written = years.exec(plain)?.[1];
  if (written === undefined) return null;
  const age = /^\d/.test(written) ? Number(written) : parseKanjiNumber(written);
  return age === undefined || age > oldest ? null : Math.floor(age);
}
