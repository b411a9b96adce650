// `chain [ENTRIES]`: how long `tokumei audit verify` takes for a chain of so many entries (1,000,000), as a process of its
// own. The chain is made here, signed every 1,000 entries as the sealer does, and written to the system's temporary
// folder. It is a measurement, not a test; whoever else uses the machine slows it down.
import { spawnSync } from 'node:child_process';
import { generateKeyPairSync, sign } from 'node:crypto';
import { closeSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { canonicalJson } from '../src/app/audit/canonicalJson.ts';
import { beginning, chainEntry, type EnteredAct, form } from '../src/app/audit/chainEntry.ts';
import { checkpointEvery, type SignedCheckpoint, signHead } from '../src/app/audit/checkpoint.ts';
import { fingerprintOf } from '../src/app/package/verifyPackage.ts';
import type { OrganId } from '../src/core/role.ts';

const entries = Number(process.argv[2] ?? 1_000_000);
const organ = 'measured' as OrganId;
const at = new Date('2026-01-20T08:00:00Z');
const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const signing = {
  organ,
  at,
  pem: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
  sign: async (message: Uint8Array) => sign(null, message, privateKey),
};

/** As large as what commands enter. */
const entry = (n: number): EnteredAct => ({
  organ,
  actor: { person: '00000000-0000-4000-8000-000000000000', role: 'responsibleDivision', organ, division: '見本課' },
  at: '2026-01-20T16:59',
  recordedAt: at.toISOString(),
  act: 'recordFinding',
  outcome: 'done',
  stream: { kind: 'proposal', id: `p-${n}` },
  facts: { events: ['findingRecorded', 'papersIssued'] },
  commandId: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
});

async function write(file: string): Promise<void> {
  const handle = openSync(file, 'w');
  let [head, checkpoints] = [beginning, 0];
  let last: SignedCheckpoint | null = null;
  let lines = [canonicalJson({ audit: { form, organs: [organ], exportedAt: at.toISOString() } })];
  for (let n = 1; n <= entries; n += 1) {
    const { text, number, hash } = chainEntry(entry(n), head);
    lines.push(`{"entry":${text},"hash":"${hash}"}`);
    head = { number, hash };
    if (n % checkpointEvery !== 0) continue;
    last = await signHead(head, last, signing);
    checkpoints += 1;
    writeSync(handle, `${[...lines, last.line].join('\n')}\n`);
    lines = [];
  }
  const end = { organ, entries: head.number, hash: head.hash, checkpoints, unchained: 0 };
  writeSync(handle, `${[...lines, canonicalJson({ end })].join('\n')}\n`);
  closeSync(handle);
}

const folder = mkdtempSync(join(tmpdir(), 'tokumei-chain-'));
try {
  const file = join(folder, 'chain.jsonl');
  await write(file);
  const program = join(import.meta.dirname, '..', 'launch.mjs');
  // Builds what is to be measured.
  spawnSync(process.execPath, [program, 'help'], { stdio: ['ignore', 'ignore', 'inherit'] });
  const begin = performance.now();
  const verify = ['audit', 'verify', file, '--key', fingerprintOf(publicKey)];
  const { status, stdout } = spawnSync(process.execPath, [program, ...verify], { encoding: 'utf8' });
  const seconds = (performance.now() - begin) / 1000;
  const size = statSync(file).size / 1_000_000;
  console.log(stdout.trim());
  console.log(`${entries} entries, ${size.toFixed(0)} MB, exit ${status}: ${seconds.toFixed(1)} s`);
} finally {
  rmSync(folder, { recursive: true });
}
