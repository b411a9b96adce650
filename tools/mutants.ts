// `node launch.mjs mutants [WORD]`: changes one rule at a time in a copy of the checkout into something wrong in law, and
// runs the tests that must notice it. Exit 1 if one survives.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { LegalMutant } from '../test/mutants/legalMutant.ts';
import { legalMutants } from '../test/mutants/legalMutants.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const word = process.argv[2] ?? '';
const chosen = legalMutants.filter(({ name }) => name.includes(word));
if (chosen.length === 0) {
  console.error(`「${word}」を名に含む変異はありません。`);
  process.exit(2);
}
const copy = mkdtempSync(join(tmpdir(), 'tokumei-mutants-'));
for (const part of ['src', 'test', 'profiles', 'docs', 'package.json', 'tsconfig.json', 'vitest.config.ts'])
  cpSync(join(root, part), join(copy, part), { recursive: true });
symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));

/** Whether the named tests fail on the copy as it stands. */
function fails(tests: readonly string[]): boolean {
  const vitest = join(root, 'node_modules/vitest/vitest.mjs');
  const { status } = spawnSync(process.execPath, [vitest, 'run', '--bail=1', '--reporter=dot', ...tests], {
    cwd: copy,
    stdio: 'ignore',
    env: { ...process.env, TZ: 'Asia/Tokyo' },
  });
  return status !== 0;
}

function isKilled({ file, from, to, tests }: LegalMutant): boolean {
  const path = join(copy, file);
  const text = readFileSync(path, 'utf8');
  writeFileSync(
    path,
    text.replace(from, () => to),
  );
  const killed = fails(tests);
  writeFileSync(path, text);
  return killed;
}

try {
  const needed = [...new Set(chosen.flatMap(({ tests }) => tests))];
  if (fails(needed)) throw new Error(`変異のない写しで試験が失敗します: ${needed.join(' ')}`);
  const survivors = chosen.filter((mutant) => {
    const killed = isKilled(mutant);
    console.log(`${killed ? '検出' : '見逃し'}  ${mutant.name} (${mutant.file})`);
    return !killed;
  });
  console.log(`検出 ${chosen.length - survivors.length}、見逃し ${survivors.length}`);
  process.exitCode = survivors.length === 0 ? 0 : 1;
} finally {
  rmSync(copy, { recursive: true });
}
