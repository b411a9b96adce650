import type { OfficialDocument } from '../../documents/block.ts';
import type { CaseFile } from '../../documents/caseFile.ts';
import { substituteCharacters, substituteIn } from '../../documents/render/substituteCharacters.ts';
import { formatEra } from '../../japan/formatEra.ts';
import { caseWords } from '../../messages/caseWords.ts';
import type { AnyState } from '../aggregates.ts';
import { papersOf, substitutesOf } from '../documents/duePapers.ts';
import type { Parts } from '../parts.ts';
import type { StateRecord } from '../ports/eventStore.ts';
import type { Account } from '../ports/identity.ts';
import { caseCoverOf } from './caseCoverOf.ts';
import { filesFor } from './caseView.ts';
import { auditReading, papersFor } from './papersFor.ts';
import { rulesOf } from './rulesOf.ts';

/**
 * 一件書類: the issued papers of a case that the person may read, from the blocks that were kept with them, behind a cover
 * and the list of the papers; a proposal with those of its release. Each paper that names people is written to the
 * audit log as read.
 * @returns null when there is none, or no rules are in force
 */
export async function printCaseFile(
  parts: Parts,
  account: Account,
  record: StateRecord,
  title: string,
): Promise<Uint8Array | null> {
  const rules = rulesOf(parts, account.organ, record.state as AnyState);
  const records = [record, ...(await releaseOf(parts, account, record))];
  const papers = (await Promise.all(records.map((one) => keptPapers(parts, account, one)))).flat();
  if (rules === null || papers.length === 0) return null;
  return parts.printer.caseFile({
    title,
    issuer: rules.identity.name?.value ?? '',
    date: parts.clock.procedure().slice(0, 10),
    cover: substituteCharacters(await caseCoverOf(parts, rules, record), await substitutesFor(parts, account, record)),
    papers,
    beside: records.flatMap((one) => filesBeside(parts, account, one)),
  });
}

/** The release of a proposal has its number. */
async function releaseOf({ events }: Parts, { organ }: Account, { stream }: StateRecord): Promise<StateRecord[]> {
  const release = stream.kind === 'proposal' ? await events.state(organ, { kind: 'release', id: stream.id }) : null;
  return release ? [release] : [];
}

async function keptPapers(parts: Parts, account: Account, record: StateRecord): Promise<CaseFile['papers']> {
  const papers = await papersFor(parts, account, record);
  const printed = papers.filter(({ kept }) => kept !== null);
  for (const paper of printed) await auditReading(parts, account, record, paper);
  const kept = printed.flatMap((paper) => (paper.kept === null ? [] : [paper.kept]));
  const substitutes = await substitutesFor(parts, account, record);
  return Promise.all(
    kept.map(async ({ date, documentNumber, title, blocks, pdf }) => ({
      day: formatEra(date),
      title: substituteIn(title, substitutes),
      documentNumber: substituteIn(documentNumber, substitutes),
      digest: pdf.digest,
      paper: JSON.parse(Buffer.from(await parts.files.get(blocks.digest)).toString('utf8')) as OfficialDocument,
    })),
  );
}

/** What is printed in place of characters that no font has, in the papers of the case. */
const substitutesFor = async (parts: Parts, { organ }: Account, { stream }: StateRecord) =>
  substitutesOf(parts, await papersOf(parts, organ, stream));

/** Files by what they are: their own names may hold characters that no font has. */
const filesBeside = (parts: Parts, account: Account, record: StateRecord): CaseFile['beside'] =>
  filesFor(parts, account, record).map(({ role, file }) => ({
    day: '',
    title: caseWords.fileRole[role],
    documentNumber: '',
    digest: file.digest,
  }));
