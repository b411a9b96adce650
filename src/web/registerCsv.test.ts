import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadProfiles } from '../adapters/profiles/loadProfiles.ts';
import type { ListedEntry } from '../app/register/searchRegister.ts';
import { parseCsv } from '../engine/import/parseCsv.ts';
import { registerCsv } from './registerCsv.ts';
import { registerSheet } from './registerSheet.ts';

const [rules] = loadProfiles(join(import.meta.dirname, '../../profiles')).flatMap(({ ruleSets }) => ruleSets);
if (!rules) throw new Error('no profile');

const text = fc.string({ unit: 'grapheme', maxLength: 30 }).filter((one) => !/\r/.test(one));
const entry: fc.Arbitrary<ListedEntry> = fc.record({
  id: fc.stringMatching(/^[a-z0-9-]{1,10}$/),
  fileName: text,
  organName: text,
  responsibleOrganization: text,
  purpose: text,
  recordItems: fc.array(fc.record({ name: text, mayBeAbsent: fc.boolean() }), { maxLength: 3 }),
  recordScope: text,
  collectionMethod: fc.option(text),
  sensitiveInformation: fc.option(fc.boolean()),
  ordinanceSensitiveInformation: fc.option(fc.boolean()),
  regularRecipients: fc.array(text, { maxLength: 3 }),
  disclosureDesk: fc.constant(null),
  specialProcedure: fc.option(text),
  fileKind: fc.constantFrom('electronic' as const, 'manual' as const),
  manualCopy: fc.option(fc.boolean()),
  thirdPartyProcedure: fc.option(fc.boolean()),
  remarks: fc.option(text),
  entryDate: fc.constant('2025-04-01'),
  solicited: fc.boolean(),
  solicitationDesk: fc.constant(null),
  createdData: fc.constant([]),
  omitted: fc.constant([]),
});

const shown = (value: string) => (/^[=+\-@\t\r]/.test(value) ? `'${value}` : value);

test('PUB-1: another reader of CSV finds every field of the form in every row, and no formula', () => {
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 4 }), (entries) => {
      const [header, ...rows] = parseCsv(registerCsv(entries, rules), ',').map(({ fields }) => fields);
      expect(header).toEqual(['登録番号', ...rules.registerFields.map(({ label }) => label)]);
      const expected = entries.map((one) => [
        one.id,
        ...registerSheet(one, rules).map(({ value }) => (value ?? []).join('\n')),
      ]);
      expect(rows).toEqual(expected.map((row) => row.map(shown)));
    }),
    { seed: 20260108, numRuns: 300 },
  );
});
