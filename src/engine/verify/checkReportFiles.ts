import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { publicReport } from '../publicReport.ts';
import { renderPublicReport } from '../report/renderPublicReport.ts';
import { renderReport } from '../report/renderReport.ts';
import type { CheckReport, PublicReport, Report } from '../report/reportTypes.ts';
import { engineVersion } from '../version.ts';
import { checked } from './checks.ts';

/** The four reports of a result as text; null for one that is not there. */
interface ReportTexts {
  readonly json: string;
  readonly page: string | null;
  readonly publicJson: string | null;
  readonly publicPage: string | null;
}

/**
 * The reports of a result belong together: the page holds the digest of `report.json`, and each of the others is what
 * comes of it. A report that was changed alone is found, whatever was changed.
 */
export async function checkReportFiles(folder: string): Promise<CheckReport[]> {
  const texts: ReportTexts = {
    json: (await readText(join(folder, 'report.json'))) ?? '',
    page: await readText(join(folder, 'report.html')),
    publicJson: await readText(join(folder, 'public-report.json')),
    publicPage: await readText(join(folder, 'public-report.html')),
  };
  const report = JSON.parse(texts.json) as Report;
  const digest = createHash('sha256').update(texts.json).digest('hex');
  return [checkPage(texts, report, digest), ...checkPublic(texts, report)];
}

const readText = (path: string): Promise<string | null> => readFile(path, 'utf8').catch(() => null);

function checkPage({ page }: ReportTexts, report: Report, digest: string): CheckReport {
  if (page === null) return notCompared('report.html がないため、report.json が作成した時のままかを確かめていません。');
  if (!page.includes(digest))
    return differs('report.json か report.html が、作成した後に変わっています（互いのダイジェストが合いません）。');
  if (report.engineVersion !== engineVersion)
    return same('report.json のダイジェスト（SHA-256）が、report.html にあるものと一致します。');
  return checkMade('report.html', { stated: page }, () => renderReport(report, digest));
}

function checkPublic({ publicJson, publicPage }: ReportTexts, report: Report): CheckReport[] {
  const stated = parse(publicJson);
  if (stated && stated.engineVersion !== report.engineVersion)
    return [differs('public-report.json のプログラムの版が、report.json と違います。')];
  if (report.engineVersion !== engineVersion)
    return [notCompared('別の版のプログラムで作った結果のため、外向けの説明書の書き方は比べていません。')];
  return [
    checkMade('public-report.json', publicJson === null ? null : { stated }, () => plain(publicReport(report))),
    checkMade('public-report.html', publicPage === null ? null : { stated: publicPage }, () =>
      renderPublicReport(publicReport(report)),
    ),
  ];
}

function checkMade(name: string, found: { readonly stated: unknown } | null, make: () => unknown): CheckReport {
  if (!found) return notCompared(`${name} がないため、比べていません。`);
  return isMadeOf(found.stated, make)
    ? same(`${name} は、report.json から作ったものと同じです。`)
    : differs(`${name} が、report.json から作ったものと違います。`);
}

/** A report of a shape that none can be made of was not written by a run. */
function isMadeOf(found: unknown, make: () => unknown): boolean {
  try {
    return isDeepStrictEqual(found, make());
  } catch {
    return false;
  }
}

function parse(text: string | null): PublicReport | null {
  try {
    return text === null ? null : (JSON.parse(text) as PublicReport);
  } catch {
    return null;
  }
}

const plain = (report: PublicReport): unknown => JSON.parse(JSON.stringify(report));
const same = (finding: string) => checked(null, 'report', true, finding);
const notCompared = same;
const differs = (finding: string) => checked(null, 'report', false, finding);
