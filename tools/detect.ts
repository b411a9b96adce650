// Prints how well the profile finds the roles of labelled fictitious columns, per role, and the columns that it misses:
// for the part that was looked at while the detection was made, and for the part that is only counted.
import { measureDetection } from '../test/support/detection.ts';
import { parts } from '../test/support/labelledColumns.ts';

const words = { tuning: '調整に使った列', measured: '測るだけの列' } as const;
const percent = (share: number) => `${(share * 100).toFixed(1)}%`.padStart(7);

for (const part of parts) {
  const { columns, scores, accuracy } = await measureDetection(part);
  console.log(`— ${words[part]} ${columns.length} 列（役割が合ったもの ${percent(accuracy).trim()}）`);
  console.log(`${'役割'.padEnd(18)}   列  適合率  再現率`);
  for (const { role, columns: count, precision, recall } of scores)
    console.log(`${role.padEnd(20)}${String(count).padStart(3)} ${percent(precision)} ${percent(recall)}`);
  for (const { header, labelled, found } of columns)
    if (found.role !== labelled) console.log(`  「${header}」 ${labelled} → ${found.role}: ${found.evidence[0] ?? ''}`);
}
