import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadProfiles } from '../adapters/profiles/loadProfiles.ts';
import type { EntryContents } from '../core/register/entry.ts';
import { formFields, isDay, mistakesOf, readContents, writeContents } from './correctionForm.ts';

const ruleSets = loadProfiles(join(import.meta.dirname, '../../profiles')).flatMap((profile) => profile.ruleSets);
const word = fc.stringMatching(/^[ぁ-んァ-ヶ一-龠0-9A-Z]{1,12}$/);
const lines = fc.array(word, { minLength: 1, maxLength: 4 }).map((some) => some.join('\n'));
const yesNo = fc.option(fc.boolean());

const contents: fc.Arbitrary<EntryContents> = fc.record({
  fileName: word,
  organName: word,
  responsibleOrganization: word,
  purpose: lines,
  recordItems: fc.array(fc.record({ name: word, mayBeAbsent: fc.boolean() }), { minLength: 1, maxLength: 5 }),
  recordScope: lines,
  collectionMethod: fc.option(lines),
  sensitiveInformation: yesNo,
  ordinanceSensitiveInformation: yesNo,
  regularRecipients: fc.array(word, { maxLength: 3 }),
  disclosureDesk: fc.option(fc.record({ name: word, address: word })),
  specialProcedure: fc.option(lines),
  fileKind: fc.constantFrom('electronic' as const, 'manual' as const),
  manualCopy: yesNo,
  thirdPartyProcedure: yesNo,
  remarks: fc.option(lines),
});

describe('the form of a correction', () => {
  test('REC-9: what the form shows and nobody touches is read back as it was, for every organ', () => {
    expect(ruleSets.length).toBe(5);
    fc.assert(
      fc.property(contents, fc.constantFrom(...ruleSets), (entry, rules) => {
        const fields = formFields(rules);
        const read = readContents(fields, writeContents(entry));
        expect({ ...entry, ...read }).toEqual(entry);
        expect(Object.keys(read).sort()).toEqual(fields.map(({ part }) => part).sort());
      }),
      { seed: 20260108, numRuns: 300 },
    );
  });

  test('names what is missing, by field', () => {
    const [rules] = ruleSets;
    const written = new Map([
      ['disclosureDesk.name', '総務課'],
      ['correctedOn', '2026-02-29'],
      ['reason', '  '],
    ]);
    const mistakes = rules ? mistakesOf(formFields(rules), written) : new Map();
    expect([...mistakes.keys()].sort()).toEqual(
      ['correctedOn', 'disclosureDesk.name', 'fileName', 'reason', 'recordItems'].sort(),
    );
  });

  test('a day is a day of the calendar', () => {
    expect(['2024-02-29', '2026-02-29', '2026-13-01', '令和8年1月1日', ''].map(isDay)).toEqual([
      true,
      false,
      false,
      false,
      false,
    ]);
  });
});
