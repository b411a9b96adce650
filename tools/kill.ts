// `node launch.mjs kill [KILLS]`: kills the program and its database with -9 at random moments while commands arrive,
// and shows what is left. Exit 1 if an acknowledged command is lost, half done or doubled, or the chain of the audit log does not hold.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomKills } from '../test/faults/randomKills.ts';

const kills = Number(process.argv[2] ?? 20);
if (!Number.isInteger(kills) || kills < 1) {
  console.error(`「${process.argv[2]}」は回数として読めません。1 以上の整数を書いてください。`);
  process.exit(2);
}
const folder = mkdtempSync(join(tmpdir(), 'tokumei-kill-'));
const report = await randomKills(folder, kills, Math.random);
rmSync(folder, { recursive: true });
console.log(
  `強制終了: プログラム ${report.programKills} 回、データベース ${report.databaseKills} 回 (${report.seconds} 秒)`,
);
console.log(`受け付けの返事をした命令: ${report.acknowledged}、残っている命令: ${report.kept}`);
console.log(
  `失われた命令: ${report.lost}、途中までの命令: ${report.half}、二重の命令: ${report.doubled}、連鎖で確かめられない記録: ${report.unproven}`,
);
process.exitCode = report.lost + report.half + report.doubled + report.unproven === 0 ? 0 : 1;
