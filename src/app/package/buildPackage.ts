import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, openAsBlob } from 'node:fs';
import { rename, rm, stat } from 'node:fs/promises';
import { Writable } from 'node:stream';
import { BlobReader, configure, TextReader, Uint8ArrayReader, ZipWriter } from '@zip.js/zip.js';
import type { OrganId } from '../../core/role.ts';
import type { OrganKeys } from '../ports/organKeys.ts';
import { checkPage } from './checkPage.ts';
import {
  checkPagePath,
  type Manifest,
  type ManifestFile,
  manifestPath,
  packageFormat,
  publicKeyPath,
  signaturePath,
} from './manifest.ts';
import { emptySeal, sealedMessage, writeSeal } from './seal.ts';

configure({ useWebWorkers: false });

/** A file to be packed: its bytes, or the path on this machine where they are. */
export interface PackageContent {
  readonly path: string;
  readonly title: string;
  readonly content: Uint8Array | { readonly file: string };
}

export interface PackageOrder {
  readonly organ: { readonly id: OrganId; readonly name: string };
  readonly release: Manifest['release'];
  readonly issuedAt: string;
  readonly conditions: Manifest['conditions'];
  readonly contents: readonly PackageContent[];
}

/** A fixed time of the entries: the same contents give the same bytes. */
const entryDate = new Date(Date.UTC(1980, 0, 1, 12));

/**
 * Writes one ZIP: the contents, the check page, the public key, the manifest with the digest of each file, its
 * signature, and the seal over the whole. Written aside and renamed, so that `target` is always whole.
 * @returns the manifest
 */
export async function buildPackage(order: PackageOrder, keys: OrganKeys, target: string): Promise<Manifest> {
  const aside = `${target}.partial`;
  const key = await keys.publicKey(order.organ.id);
  const contents = [
    ...order.contents,
    { path: checkPagePath, title: 'この提供物を確かめるためのページ', content: Buffer.from(checkPage) },
    { path: publicKeyPath, title: '提供した機関の公開鍵', content: Buffer.from(key.pem) },
  ];
  const manifest: Manifest = {
    format: packageFormat,
    organ: order.organ,
    release: order.release,
    issuedAt: order.issuedAt,
    conditions: order.conditions,
    key: { algorithm: 'Ed25519', fingerprint: key.fingerprint },
    files: await Promise.all(contents.map(describe)),
  };
  const text = `${JSON.stringify(manifest, null, 2)}\n`;
  const signature = Buffer.from(await keys.sign(order.organ.id, Buffer.from(text))).toString('hex');
  try {
    await writeArchive(aside, contents, text, signature);
    await writeSeal(aside, await keys.sign(order.organ.id, await sealedMessage(aside)));
    await rename(aside, target);
  } catch (error) {
    await rm(aside, { force: true });
    throw error;
  }
  return manifest;
}

async function writeArchive(
  file: string,
  contents: readonly PackageContent[],
  manifest: string,
  signature: string,
): Promise<void> {
  const writer = new ZipWriter(Writable.toWeb(createWriteStream(file)) as WritableStream, {
    lastModDate: entryDate,
    extendedTimestamp: false,
    useWebWorkers: false,
  });
  for (const { path, content } of contents) {
    const reader =
      content instanceof Uint8Array ? new Uint8ArrayReader(content) : new BlobReader(await openAsBlob(content.file));
    await writer.add(path, reader);
  }
  await writer.add(manifestPath, new TextReader(manifest));
  await writer.add(signaturePath, new TextReader(signature));
  await writer.close(Buffer.from(emptySeal));
}

async function describe({ path, title, content }: PackageContent): Promise<ManifestFile> {
  const hash = createHash('sha256');
  if (content instanceof Uint8Array)
    return { path, title, bytes: content.byteLength, sha256: hash.update(content).digest('hex') };
  for await (const chunk of createReadStream(content.file)) hash.update(chunk as Buffer);
  return { path, title, bytes: (await stat(content.file)).size, sha256: hash.digest('hex') };
}
