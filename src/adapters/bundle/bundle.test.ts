import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CannotStart } from '../../app/ports/cannotStart.ts';
import { billOfMaterials } from './billOfMaterials.ts';
import { productionPackages } from './productionPackages.ts';
import { writeBundle } from './writeBundle.ts';

const folder = mkdtempSync(join(tmpdir(), 'tokumei-bundle-'));
afterAll(() => rmSync(folder, { recursive: true }));

const lockfile = JSON.stringify({
  packages: {
    '': { name: 'tokumei' },
    'node_modules/@own/one': {
      version: '1.0.0',
      license: 'MIT',
      integrity: `sha512-${Buffer.from('one').toString('base64')}`,
      dependencies: { two: '^2.0.0', three: '^3.0.0' },
      peerDependencies: { absent: '*' },
    },
    'node_modules/@own/one/node_modules/two': { version: '2.1.0', license: '(MIT OR Apache-2.0)' },
    'node_modules/three': { version: '3.0.0', dependencies: { two: '^2.0.0' } },
    'node_modules/tool': { version: '4.0.0', dev: true },
    'node_modules/two': { version: '2.0.0', license: 'see the file' },
    'node_modules/win32-only': { version: '5.0.0', optional: true },
  },
});

const files: Readonly<Record<string, string>> = {
  'package.json': '{"name":"tokumei","version":"9.9.9","license":"Apache-2.0"}',
  'package-lock.json': lockfile,
  'dist/files.json': '["main.js"]',
  'dist/main.js': 'console.log(1)',
  'dist/chunk-of-an-earlier-build.js': '',
  'profiles/one.json': '{}',
  'docs/guide.md': '',
  'docs/手引.md': '',
  'src/web/assets/site.css': 'a{}',
  'src/main.ts': '',
  'data/keys/secret.pem': 'secret',
  '.env': 'SECRET=1',
  'README.md': '# 手引',
  'ARCHITECTURE.md': '',
  'CHANGELOG.md': '',
  LICENSE: 'Apache',
  'node_modules/@own/one/package.json': '{}',
  'node_modules/@own/one/bin/run': '#!/bin/sh\n',
  'node_modules/@own/one/node_modules/two/package.json': '{"a":1}',
  'node_modules/three/package.json': '{}',
  'node_modules/tool/package.json': '{}',
  'node_modules/two/package.json': '{}',
};

function makeRoot(name: string, left: readonly string[] = []): string {
  const root = join(folder, name);
  for (const [file, text] of Object.entries(files)) {
    if (left.includes(file)) continue;
    mkdirSync(join(root, dirname(file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
  chmodSync(join(root, 'node_modules/@own/one/bin/run'), 0o755);
  symlinkSync('run', join(root, 'node_modules/@own/one/bin/link'));
  return root;
}

const bundle = (root: string, file: string) =>
  writeBundle(root, { file: join(folder, file), onProgress: () => undefined });
const packages = () => productionPackages(lockfile, (path) => path !== 'node_modules/win32-only');

describe('a bundle', () => {
  const unpacked = join(folder, 'unpacked');
  let root = '';
  beforeAll(async () => {
    root = makeRoot('root', ['docs/手引.md']);
    await bundle(root, 'whole.tgz');
    mkdirSync(unpacked);
    execFileSync('tar', ['xf', join(folder, 'whole.tgz'), '-C', unpacked]);
  });

  test('holds the built program, its packages and its papers, and nothing of development, of data or of an earlier build', () => {
    const listed = execFileSync('find', ['.', '(', '-type', 'f', '-o', '-type', 'l', ')'], {
      cwd: join(unpacked, 'tokumei-9.9.9'),
      encoding: 'utf8',
    });
    expect(listed.trim().split('\n').sort()).toEqual(
      [
        ...['ARCHITECTURE.md', 'CHANGELOG.md', 'LICENCES.md', 'LICENSE', 'README.md', 'SHA256SUMS'],
        ...['dist/files.json', 'dist/main.js', 'package-lock.json', 'package.json', 'profiles/one.json'],
        ...['docs/guide.md', 'sbom.cdx.json', 'src/web/assets/site.css', 'tokumei', 'node_modules/three/package.json'],
        ...['node_modules/@own/one/bin/link', 'node_modules/@own/one/bin/run', 'node_modules/@own/one/package.json'],
        ...['node_modules/@own/one/node_modules/two/package.json', 'node_modules/two/package.json'],
      ]
        .map((file) => `./${file}`)
        .sort(),
    );
  });

  test('has a digest of every file that sha256sum finds right, and finds wrong where a byte was changed', () => {
    const place = join(folder, 'checked');
    cpSync(join(unpacked, 'tokumei-9.9.9'), place, { recursive: true, verbatimSymlinks: true });
    const check = () => spawnSync('sha256sum', ['--quiet', '-c', 'SHA256SUMS'], { cwd: place, encoding: 'utf8' });
    expect([check().status, check().stdout]).toEqual([0, '']);
    expect(readFileSync(join(place, 'SHA256SUMS'), 'utf8').trim().split('\n')).toHaveLength(19);
    writeFileSync(join(place, 'profiles/one.json'), '[]');
    expect([check().status, check().stdout]).toEqual([1, expect.stringContaining('profiles/one.json')]);
  });

  test('keeps what may be run, and the links', () => {
    const run = (file: string) => execFileSync(join(unpacked, 'tokumei-9.9.9', file), { encoding: 'utf8' });
    expect([run('node_modules/@own/one/bin/run'), run('node_modules/@own/one/bin/link')]).toEqual(['', '']);
    expect(() => run('profiles/one.json')).toThrow('EACCES');
  });

  test('is the same to the byte, wherever and whenever it is made', async () => {
    const digest = (file: string) =>
      createHash('sha256')
        .update(readFileSync(join(folder, file)))
        .digest('hex');
    const [one, other] = [
      await bundle(root, 'one.tar'),
      await bundle(makeRoot('again', ['docs/手引.md']), 'other.tar'),
    ];
    expect([one.sums, one.files, one.packages]).toEqual([other.sums, 21, 4]);
    expect(digest('one.tar')).toBe(digest('other.tar'));
    const sums = readFileSync(join(unpacked, 'tokumei-9.9.9', 'SHA256SUMS'));
    expect(createHash('sha256').update(sums).digest('hex')).toBe(one.sums);
  });

  test('takes no place that is taken, and leaves nothing where a file is missing or its name is not to be written', async () => {
    writeFileSync(join(folder, 'taken.tar'), 'mine');
    await expect(bundle(root, 'taken.tar')).rejects.toThrow(CannotStart);
    expect(readFileSync(join(folder, 'taken.tar'), 'utf8')).toBe('mine');
    await expect(bundle(makeRoot('bare', ['LICENSE', 'docs/手引.md']), 'bare.tar')).rejects.toThrow('LICENSE');
    await expect(bundle(root, 'nowhere/bundle.tar')).rejects.toThrow(CannotStart);
    await expect(bundle(makeRoot('foreign'), 'foreign.tar')).rejects.toThrow('手引.md');
    const left = execFileSync('ls', ['-A', folder], { encoding: 'utf8' });
    expect(left).not.toMatch(/bare\.tar|foreign\.tar|unfinished/);
  });
});

describe('the packages of a bundle', () => {
  test('are those that are no tools and are there, each with the copies that it finds', () => {
    expect(packages().map(({ path, version, dependencies }) => [path, version, dependencies])).toEqual([
      ['node_modules/@own/one', '1.0.0', ['node_modules/@own/one/node_modules/two', 'node_modules/three']],
      ['node_modules/@own/one/node_modules/two', '2.1.0', []],
      ['node_modules/three', '3.0.0', ['node_modules/two']],
      ['node_modules/two', '2.0.0', []],
    ]);
  });

  test('stand in the bill of materials with purl, licence, digest and what they depend on', () => {
    const program = { name: 'tokumei', version: '9.9.9', licence: 'Apache-2.0' };
    const bill = JSON.parse(billOfMaterials(program, packages()));
    expect([bill.bomFormat, bill.specVersion, bill.metadata.component.version]).toEqual(['CycloneDX', '1.6', '9.9.9']);
    expect(bill.components[0]).toEqual({
      type: 'library',
      'bom-ref': 'node_modules/@own/one',
      group: '@own',
      name: 'one',
      version: '1.0.0',
      purl: 'pkg:npm/%40own/one@1.0.0',
      licenses: [{ license: { id: 'MIT' } }],
      hashes: [{ alg: 'SHA-512', content: Buffer.from('one').toString('hex') }],
    });
    expect(bill.components.slice(1).map((one: { licenses?: unknown }) => one.licenses)).toEqual([
      [{ expression: 'MIT OR Apache-2.0' }],
      undefined,
      [{ license: { name: 'see the file' } }],
    ]);
    const refs = bill.components.map((one: { 'bom-ref': string }) => one['bom-ref']);
    expect(bill.dependencies).toHaveLength(refs.length + 1);
    for (const { dependsOn } of bill.dependencies) for (const ref of dependsOn) expect(refs).toContain(ref);
    expect(bill.dependencies[0].dependsOn).toEqual(['node_modules/@own/one', 'node_modules/three', 'node_modules/two']);
  });
});
