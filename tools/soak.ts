// `node launch.mjs soak [SEQUENCES] [SEED]`: random sequences of orders at each organ, on the deciders alone, against the
// sentences of test/soak/invariants.ts. Exit 1 with the shortest sequence that breaks one.
import { stated } from '../test/soak/invariants.ts';
import { checkSequences } from '../test/soak/sequences.ts';
import { organs } from '../test/soak/stage.ts';

const [runs, seed] = [Number(process.argv[2] ?? 100_000), Number(process.argv[3] ?? 20_260_122)];
if (!Number.isInteger(runs) || runs < 1 || !Number.isInteger(seed)) {
  console.error('列の数は 1 以上の整数、種は整数で書いてください。例: node launch.mjs soak 100000 1');
  process.exit(2);
}
console.log(`守られるべきこと ${stated.length} 件、機関ごとに ${runs.toLocaleString('ja-JP')} 列 (種 ${seed})`);
const total = (counts: ReadonlyMap<string, number>) => [...counts.values()].reduce((sum, one) => sum + one, 0);
for (const organ of organs)
  try {
    const began = process.cpuUsage().user;
    const { events, refusals } = checkSequences(organ, runs, seed);
    const words = [`出来事 ${events.size} 種 ${total(events)} 回`, `拒否 ${refusals.size} 種 ${total(refusals)} 回`];
    const each = (process.cpuUsage().user - began) / 1_000 / runs;
    console.log(`${organ}: 破れなし (${words.join('、')}、1列 ${each.toFixed(2)} ミリ秒)`);
  } catch (error) {
    console.error(`${organ}: 破れがあります\n${error instanceof Error ? `${error.message}\n${error.cause}` : error}`);
    process.exitCode = 1;
  }
