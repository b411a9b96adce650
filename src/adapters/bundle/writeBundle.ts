import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { BundleOrder, BundleReport } from '../../app/ports/bundles.ts';
import { CannotStart } from '../../app/ports/cannotStart.ts';
import { endBytes, padding, tarHeader } from '../backup/tarHeader.ts';
import { writeAside } from '../backup/writeAside.ts';
import { billOfMaterials } from './billOfMaterials.ts';
import { type BundledFile, bundledFiles } from './bundledFiles.ts';
import { type ProductionPackage, productionPackages } from './productionPackages.ts';

const sumsName = 'SHA256SUMS';

/**
 * Writes one archive for a machine without a network: Node, the packages that the program needs, the built program,
 * fonts, profiles, guides, licences, the bill of materials, and the digests of them all. The same checkout gives the same
 * bytes.
 *
 * @param root the checkout, built and with its packages installed
 * @throws CannotStart when the place is taken or can't be written.
 */
export async function writeBundle(root: string, { file, onProgress }: BundleOrder): Promise<BundleReport> {
  if (existsSync(file))
    throw new CannotStart(`「${file}」はすでにあります。上書きはしません。別の名前 (版など) を指定してください。`);
  const { name, version, license } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as Record<
    'name' | 'version' | 'license',
    string
  >;
  const lockfile = await readFile(join(root, 'package-lock.json'), 'utf8');
  const packages = productionPackages(lockfile, (path) => existsSync(join(root, path, 'package.json')));
  const files = await bundledFiles(root, packages, {
    'sbom.cdx.json': billOfMaterials({ name, version, licence: license }, packages),
    'LICENCES.md': licenceList(packages),
  });
  const archive = createArchive(`${name}-${version}`, files, onProgress);
  await writeAside(file, (handle) => {
    const source = Readable.from(archive.pieces());
    const write = async (chunks: AsyncIterable<Uint8Array>) => {
      for await (const chunk of chunks) await handle.writeFile(chunk);
    };
    return /\.t?gz$/.test(file) ? pipeline(source, createGzip(), write) : pipeline(source, write);
  });
  return {
    file,
    bytes: (await stat(file)).size,
    folder: `${name}-${version}`,
    files: files.length + 1,
    packages: packages.length,
    sums: archive.sums(),
  };
}

/** The texts themselves stand in the folders of the packages. */
const licenceList = (packages: readonly ProductionPackage[]): string =>
  [
    '# 部品のライセンス',
    '',
    'ライセンスの全文は、それぞれのフォルダーの中にあります。このシステムのライセンスは `LICENSE` です。',
    '',
    '| 部品 | 版 | ライセンス | フォルダー |',
    '|---|---|---|---|',
    ...packages.map(({ name, version, licence, path }) => `| ${name} | ${version} | ${licence ?? ''} | \`${path}\` |`),
    '',
  ].join('\n');

/** The archive, piece by piece; last the digests of its files, in the form that `sha256sum -c` reads. */
function createArchive(folder: string, files: readonly BundledFile[], onProgress: BundleOrder['onProgress']) {
  const lines: string[] = [];
  let sums = '';
  async function* entry({ name, mode, content }: BundledFile): AsyncGenerator<Uint8Array> {
    if ('link' in content) {
      yield tarHeader(`${folder}/${name}`, 0, { mode: 0o777, link: content.link });
      return;
    }
    const bytes = 'text' in content ? Buffer.byteLength(content.text) : content.bytes;
    yield tarHeader(`${folder}/${name}`, bytes, { mode });
    const digest = createHash('sha256');
    let read = 0;
    for await (const chunk of 'text' in content ? [Buffer.from(content.text)] : createReadStream(content.path)) {
      digest.update(chunk);
      read += chunk.length;
      yield chunk;
    }
    if (read !== bytes) throw new Error(`${name} changed while it was read: ${read} bytes instead of ${bytes}`);
    yield Buffer.alloc(padding(bytes));
    lines.push(`${digest.digest('hex')}  ${name}\n`);
    onProgress(name, bytes);
  }
  return {
    async *pieces(): AsyncGenerator<Uint8Array> {
      for (const file of files) yield* entry(file);
      const text = lines.join('');
      sums = createHash('sha256').update(text).digest('hex');
      yield* entry({ name: sumsName, mode: 0o644, content: { text } });
      yield Buffer.alloc(endBytes);
    },
    sums: () => sums,
  };
}
