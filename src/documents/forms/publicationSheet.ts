import type { RuleSet } from '../../core/organ/ruleSet.ts';
import type { OfficialDocument } from '../block.ts';
import { fieldTable } from '../frame/fieldTable.ts';
import { type LetterFacts, letter } from '../frame/letter.ts';
import { inPersons } from '../wording/amounts.ts';
import { under } from '../wording/cited.ts';
import { organWords } from '../wording/organWords.ts';
import { printedSpan } from '../wording/printedDay.ts';

/** 公表の依頼 (FRM-21); the addressee is whoever keeps the site. */
export interface PublicationSheetFacts extends Omit<LetterFacts, 'addressee'> {
  readonly dataName: string;
  readonly persons: number | null;
  readonly items: readonly string[];
  readonly desk: { readonly name: string; readonly address: string } | null;
  readonly period: { readonly from: string; readonly to: string } | null;
}

/** The items of the publication in the organ's own words, in its order (A 第11-5(2)ア〜オ). */
export function publicationSheet(rules: RuleSet, facts: PublicationSheetFacts): OfficialDocument {
  const { honorific } = organWords(rules);
  const { createdData, createdDataItems } = rules.publication;
  const through = createdData?.value.through;
  const values = [
    facts.dataName,
    facts.persons === null ? null : inPersons(facts.persons),
    facts.items.length === 0 ? null : facts.items.join('、'),
    facts.desk && `${facts.desk.name}　${facts.desk.address}`,
    facts.period && printedSpan(rules, facts.period),
  ];
  const rows = createdDataItems.map(
    ({ label, wording }, index) => [`${label}　${wording ?? ''}`, values[index] ?? ''] as const,
  );
  return letter(
    rules,
    'publicationSheet',
    { ...facts, addressee: through ? [`${through}長　${honorific}`] : [] },
    {
      sender: [organWords(rules).head],
      required: Object.fromEntries(rows.map(([item, value]) => [item, value])),
      body: [
        {
          type: 'paragraph',
          text: `${under(rules, 'publicationRequest')}作成した${organWords(rules).data}について、次の事項を${createdData?.value.place ?? ''}に公表するよう依頼します。`,
        },
        { type: 'record' },
        fieldTable(rows),
        { type: 'end' },
      ],
    },
  );
}
