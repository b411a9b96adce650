import { parseDay } from '../../core/calendar/day.ts';
import { fiscalYearOf } from '../../core/calendar/fiscalYear.ts';
import type { Publication } from '../../core/call/state.ts';
import type { OfficialDocument } from '../../documents/block.ts';
import { blankForms } from '../../documents/forms/blankForms.ts';
import { callGuideline } from '../../documents/forms/callGuideline.ts';
import { callPeriodNotice } from '../../documents/forms/callPeriodNotice.ts';
import { fileList } from '../../documents/forms/fileList.ts';
import { type FileOutlineFacts, fileOutlines } from '../../documents/forms/fileOutlines.ts';
import { hasForm } from '../../documents/frame/formOf.ts';
import { loadCase } from '../loadCase.ts';
import type { Occasion } from './occasion.ts';

/** What a publication puts before the public (PUB-2, PUB-3, PUB-8): the guideline with the forms to fill in, and where the organ has them the papers before it. */
export async function callPapers({ parts, organ, rules, event }: Occasion): Promise<readonly OfficialDocument[]> {
  const call = await loadCase(parts, organ, 'call', event.stream.id);
  const opensOn = call && parseDay(call.opensOn);
  if (!call || !opensOn) return [];
  const { publications } = event.data as { readonly publications: readonly Publication[] };
  const files = await Promise.all(
    call.files.map(({ entry, fileName }) => outlineOf({ parts, organ }, entry, fileName)),
  );
  const days = { opensOn, closesOn: call.closesOn };
  const groupOf = (entry: string) => call.groups.find(({ entries }) => entries.includes(entry))?.name ?? null;
  const papers: Readonly<Record<Publication['item'], (publishedOn: string) => readonly OfficialDocument[]>> = {
    guideline: (publishedOn) => [
      callGuideline(rules, { publishedOn, ...days, fiscalYear: fiscalYearOf(opensOn), files: files.map(summaryOf) }),
      ...blankForms(rules, publishedOn),
    ],
    period: (publishedOn) =>
      hasForm(rules, 'callPeriodNotice') ? [callPeriodNotice(rules, { publishedOn, ...days })] : [],
    fileList: (publishedOn) =>
      hasForm(rules, 'fileList')
        ? [
            fileList(rules, {
              publishedOn,
              files: files.map((file, index) => ({ ...file, group: groupOf(call.files[index]?.entry ?? '') })),
            }),
          ]
        : [],
    fileOutlines: (publishedOn) =>
      hasForm(rules, 'fileOutlines') ? [fileOutlines(rules, { publishedOn, files })] : [],
  };
  return publications.flatMap(({ item, on }) => papers[item](on));
}

async function outlineOf(
  { parts, organ }: Pick<Occasion, 'parts' | 'organ'>,
  entry: string,
  name: string,
): Promise<FileOutlineFacts> {
  const state = await loadCase(parts, organ, 'register', entry);
  const hidden = state?.omission?.recordItems ?? [];
  const items = state?.contents.recordItems.map((item) => item.name).filter((item) => !hidden.includes(item)) ?? [];
  return {
    name,
    division: state?.contents.responsibleOrganization ?? '',
    purpose: state?.contents.purpose ?? '',
    recordItems: items,
    recordScope: state?.contents.recordScope ?? '',
    persons: state?.persons?.uniquePersons ?? null,
  };
}

const summaryOf = ({ name, recordScope, recordItems }: FileOutlineFacts) => ({
  name,
  outline: `${recordScope}（${recordItems.join('、')}）`,
});
