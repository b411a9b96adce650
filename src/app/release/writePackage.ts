import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import type { KeptFile } from '../../core/keptFile.ts';
import type { RuleSet } from '../../core/organ/ruleSet.ts';
import type { ProposalForm } from '../../core/proposal/form.ts';
import type { Creation, ReleaseState } from '../../core/release/state.ts';
import type { OrganId } from '../../core/role.ts';
import { dataStatement } from '../../documents/forms/dataStatement.ts';
import { renderText } from '../../documents/render/renderText.ts';
import { loadCase } from '../loadCase.ts';
import { buildPackage, type PackageContent } from '../package/buildPackage.ts';
import { itemListCsv, itemsOf, type ReportedColumn } from '../package/itemList.ts';
import type { Conditions } from '../package/manifest.ts';
import { packageConditions } from '../package/packageConditions.ts';
import type { Parts } from '../parts.ts';

/**
 * Writes the package of a verified release as one ZIP with its signed manifest, and stores both: data, list of items,
 * statement, public report. Source, recipe and the organ's own report never go in.
 * @returns null when the release has not been verified
 */
export async function writePackage(
  parts: Parts,
  organ: OrganId,
  id: string,
  name: string,
  release: ReleaseState,
): Promise<{ readonly file: KeptFile; readonly manifest: KeptFile } | null> {
  const rules = parts.rules.inForce(organ, release.ruleDay);
  const proposal = await loadCase(parts, organ, 'proposal', release.proposal);
  const { creation, verification } = release;
  const maker = release.of === null ? release : await loadCase(parts, organ, 'release', release.of);
  const described = maker && (await loadCase(parts, organ, 'proposal', maker.proposal));
  if (creation === null || verification === null || rules === null || proposal === null) return null;
  if (!maker || maker.keyDestruction !== null || !described) return null;
  return parts.vault.inPrivateFolder(async (folder) => {
    const target = join(folder, 'package.zip');
    const conditions = packageConditions(rules, proposal.form);
    const manifest = await buildPackage(
      {
        organ: { id: organ, name: rules.identity.name?.value ?? organ },
        release: { id, name, rows: creation.outputRows },
        issuedAt: parts.clock.procedure(),
        conditions,
        contents: await contentsOf({
          parts,
          organ,
          id: release.of ?? id,
          name,
          folder,
          rules,
          form: described.form,
          creation,
          conditions,
        }),
      },
      parts.keys,
      target,
    );
    const text = Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`);
    return {
      file: { name: `${id}.zip`, ...(await parts.files.put(createReadStream(target))) },
      manifest: { name: 'manifest.json', ...(await parts.files.put(text)) },
    };
  });
}

interface Packing {
  readonly parts: Parts;
  readonly organ: OrganId;
  /** The release whose vault holds the data. */
  readonly id: string;
  readonly name: string;
  readonly folder: string;
  readonly rules: RuleSet;
  readonly form: ProposalForm;
  readonly creation: Creation;
  readonly conditions: Conditions;
}

async function contentsOf(packing: Packing): Promise<readonly PackageContent[]> {
  const { parts, organ, id, name, folder, form, creation } = packing;
  const { output, publicReport, publicReportPage } = creation;
  const taken = async (file: KeptFile) => {
    const path = join(folder, file.name);
    await parts.vault.extract({ organ, release: id }, file.digest, path);
    return { file: path };
  };
  const data = await taken(output);
  const report = await parts.vault.get({ organ, release: id }, publicReport.digest);
  const { columns } = JSON.parse(Buffer.from(report).toString('utf8')) as {
    readonly columns: readonly ReportedColumn[];
  };
  const seen = await parts.anonymizer.profile({ folder, source: { name: output.name, path: data.file } });
  const items = itemsOf(
    form.fileName ?? '',
    form.items,
    columns,
    seen.outcome === 'profiled' ? seen.profile.columns : [],
  );
  return [
    { path: output.name, title: name, content: data },
    { path: '項目一覧.csv', title: '項目の意味、加工、値の形', content: Buffer.from(itemListCsv(items)) },
    { path: '説明書.txt', title: '説明と条件', content: Buffer.from(`\uFEFF${await statementOf(packing, items)}`) },
    { path: publicReportPage.name, title: '加工と検査の概要', content: await taken(publicReportPage) },
    { path: publicReport.name, title: '加工と検査の概要（機械で読む形）', content: report },
  ];
}

async function statementOf(
  { parts, organ, name, rules, form, creation, conditions }: Packing,
  items: ReturnType<typeof itemsOf>,
): Promise<string> {
  const { fingerprint } = await parts.keys.publicKey(organ);
  const facts = {
    date: parts.clock.procedure().slice(0, 10),
    name,
    fileName: form.fileName ?? '',
    persons: creation.persons,
    rows: creation.outputRows,
    items,
    conditions,
    dataFile: creation.output.name,
    keyFingerprint: fingerprint,
  };
  return renderText(dataStatement(rules, facts)).replaceAll('\n', '\r\n');
}
