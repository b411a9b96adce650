import { createReadStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { KeptFile } from '../../core/keptFile.ts';
import type { RuleSet } from '../../core/organ/ruleSet.ts';
import type { ReleaseState } from '../../core/release/state.ts';
import type { OrganId } from '../../core/role.ts';
import { buildPackage } from '../package/buildPackage.ts';
import type { Conditions } from '../package/manifest.ts';
import type { Parts } from '../parts.ts';
import { rulesFor } from '../rulesFor.ts';

/**
 * Writes the package of a verified release as one ZIP with its signed manifest, and stores both. The data and the public
 * report go in; source, recipe and the organ's own report never do.
 * @returns null when the release has not been verified
 */
export async function writePackage(
  parts: Parts,
  organ: OrganId,
  id: string,
  name: string,
  release: ReleaseState,
): Promise<{ readonly file: KeptFile; readonly manifest: KeptFile } | null> {
  const rules = await rulesFor(parts, organ, release.ruleDay);
  if (release.creation === null || release.verification === null || rules === null) return null;
  const { output, publicReport, outputRows } = release.creation;
  const folder = await mkdtemp(join(tmpdir(), 'tokumei-package-'));
  try {
    const target = join(folder, 'package.zip');
    const manifest = await buildPackage(
      {
        organ: { id: organ, name: rules.identity.name?.value ?? organ },
        release: { id, name, rows: outputRows },
        issuedAt: parts.clock.procedure(),
        conditions: conditionsOf(rules),
        contents: [
          { path: output.name, title: name, content: { file: await parts.files.path(output.digest) } },
          {
            path: publicReport.name,
            title: '加工の概要',
            content: { file: await parts.files.path(publicReport.digest) },
          },
        ],
      },
      parts.keys,
      target,
    );
    const text = Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`);
    return {
      file: { name: `${id}.zip`, ...(await parts.files.put(createReadStream(target))) },
      manifest: { name: 'manifest.json', ...(await parts.files.put(text)) },
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** What the counterparty is told with the data (SEC-1, SEC-2, SEC-10). */
function conditionsOf({ citations, ownership }: RuleSet): Conditions {
  const ban = citations.matchingBan?.value;
  return [
    {
      term: '識別行為の禁止',
      text: `法令に基づく場合を除き、本人を識別するために他の情報と照合してはならない。${ban ? `（${ban}）` : ''}`,
    },
    { term: '再提供の禁止', text: '承諾なく第三者に提供してはならない。' },
    ...(ownership ? [{ term: '著作権', text: ownership.value }] : []),
  ];
}
