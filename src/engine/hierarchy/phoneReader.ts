import { unifyHyphens } from '../../japan/unifyHyphens.ts';
import type { LabelReader } from './labelReader.ts';

export const phoneLevels = ['area', 'kind'] as const;

/** What a number that begins so is for; the first that fits. */
const kinds: readonly (readonly [RegExp, string])[] = [
  [/^0[789]0\d{8}$/, '携帯電話'],
  [/^020\d{8,11}$/, '無線呼出し・IoT'],
  [/^050\d{8}$/, 'IP電話'],
  [/^0(?:120\d{6}|800\d{7})$/, '着信課金電話'],
  [/^0[1-9]\d{8}$/, '固定電話'],
];

/** 090-1234-5678, (047)123-4567, +81 3 1234 5678 → 090-, 047-, 03- → 携帯電話, 固定電話. */
export const phoneReader: LabelReader = {
  levels: phoneLevels,
  read: (value) => {
    const parts = partsOf(value);
    const digits = parts.join('');
    const kind = kinds.find(([pattern]) => pattern.test(digits))?.[1];
    if (kind === undefined) return { unreadable: '電話番号として読めません' };
    return [areaOf(kind, parts, digits) ?? kind, kind];
  },
};

function partsOf(value: string): string[] {
  const plain = unifyHyphens(value.normalize('NFKC')).replaceAll('ー', '-').trim();
  const national = plain.replace(/^\+81[-\s]?\(?0?\)?[-\s]?/, '0');
  return /^[\d\s()-]+$/.test(national) ? national.split(/[\s()-]+/).filter((part) => part !== '') : [];
}

/** What stands before the subscriber's number. Of a land line written without hyphens it is known for 東京 and 大阪 alone. */
function areaOf(kind: string, parts: readonly string[], digits: string): string | null {
  if (kind === '着信課金電話') return digits.startsWith('0120') ? '0120-' : '0800-';
  if (kind !== '固定電話') return `${digits.slice(0, 3)}-`;
  const [area = ''] = parts;
  if (parts.length === 3 && /^0\d{1,4}$/.test(area)) return `${area}-`;
  return /^0[36]/.test(digits) ? `${digits.slice(0, 2)}-` : null;
}
