import type { ColumnFigures } from './columnFigures.ts';
import type { SuggestedRole } from './kinds.ts';
import type { Outlier } from './outliers.ts';
import { embedded, embeddedNames } from './shapes.ts';
import { percent } from './suggestedKind.ts';

const removed: readonly SuggestedRole[] = ['identifying', 'identificationCode', 'linkingCode'];

/** What was found in the values, whatever the column is. */
export function findingsOf(role: SuggestedRole, figures: ColumnFigures, outliers: readonly Outlier[]): string[] {
  const { filled, rows } = figures;
  return [
    ...(filled < rows ? [`空の値が${rows - filled}行あります。`] : []),
    ...(figures.blank > 0 ? [`値の${percent(figures.blank)}は「なし」「不明」などで、形はほかの値で見ました。`] : []),
    ...(removed.includes(role) ? [] : hidden(role, figures)),
    ...outliers.map(
      ({ value, rows: held, reason }) => `特異な値「${value}」が${held}行あります: ${reason}（特異な記述、4号）。`,
    ),
    ...(role === 'quasi' || role === 'sensitive' ? variety(figures) : []),
  ];
}

/** What lies inside of values that are not removed. */
function hidden(role: SuggestedRole, figures: ColumnFigures): string[] {
  const { twelveDigits, mails, phones } = figures;
  const inside = embeddedNames.filter((one) => {
    if (one === 'individualNumber' || figures.embedded[one] === 0) return false;
    return role === 'free' || role === 'other' || (one !== 'date' && one !== 'address');
  });
  const holds = inside.map((one) => `${embedded[one].label}（値の${percent(figures.embedded[one])}）`).join('、');
  return [
    ...(twelveDigits > 0 ? [`12桁の番号を含む値が${twelveDigits}行あります。個人番号かどうか確かめてください。`] : []),
    ...(mails > 0 ? [`メールアドレスを含む値が${mails}行あります。`] : []),
    ...(phones > 0 ? [`電話番号の形を含む値が${phones}行あります。`] : []),
    ...(holds === '' ? [] : [`値の中に次のものがあります: ${holds}。`]),
  ];
}

function variety({ exact, distinct, rareValues, filled }: ColumnFigures): string[] {
  if (filled === 0) return [];
  const rare = rareValues === null || rareValues.length === 0 ? '' : `（うち5行未満の値が${rareValues.length}種類）`;
  return [`値は${exact ? '' : '約'}${distinct}種類です${rare}。`];
}
