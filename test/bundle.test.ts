import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');

/** Nothing of this checkout and no Node can be found from here. */
const bare = { PATH: '/usr/bin:/bin', TZ: 'Asia/Tokyo' };

test('a bundle of this checkout, unpacked elsewhere, prints papers and serves pages with nothing else', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tokumei-bundle-'));
  chmodSync(folder, 0o755);
  try {
    const built = spawnSync(process.execPath, [join(root, 'tools/build.ts')], { encoding: 'utf8' });
    expect([built.status, built.stderr]).toEqual([0, '']);
    const archive = join(folder, 'tokumei.tar');
    const made = spawnSync(process.execPath, [join(root, 'dist/main.js'), 'bundle', archive, '--json'], {
      encoding: 'utf8',
    });
    expect(made.status).toBe(0);
    execFileSync('tar', ['xf', archive, '-C', folder]);
    rmSync(archive);
    const place = join(folder, (JSON.parse(made.stdout) as { folder: string }).folder);
    const guide = join(place, 'docs/guide/kumamoto-first-case.json');
    const papers = join(folder, 'papers');
    const played = spawnSync(join(place, 'tokumei'), ['scenario', 'run', guide, '--documents', papers], {
      env: bare,
      encoding: 'utf8',
    });
    expect([played.status, played.stderr]).toEqual([0, '']);
    const pages = execFileSync('sh', ['-c', `ls ${papers} | grep -c '\\.pdf$'`], { encoding: 'utf8' });
    expect(Number(pages)).toBeGreaterThan(20);
    await serves(place, join(folder, 'data'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}, 240_000);

async function serves(place: string, data: string): Promise<void> {
  const server = spawn(join(place, 'tokumei'), ['start'], { env: { ...bare, PORT: '0', DATA_DIR: data } });
  const ended = once(server, 'exit');
  try {
    for await (const line of createInterface({ input: server.stdout })) {
      const address = /http:\/\/127\.0\.0\.1:\d+/.exec(line)?.[0];
      if (address === undefined) continue;
      const page = await (await fetch(address)).text();
      const styles = /\/assets\/site-\w+\.css/.exec(page)?.[0] ?? '';
      for (const path of ['/healthz', '/organs/kumamoto/register', styles])
        expect([path, (await fetch(`${address}${path}`)).status]).toEqual([path, 200]);
      break;
    }
  } finally {
    server.kill('SIGTERM');
  }
  expect(await ended).toEqual([0, null]);
}
