import type { RuleSet } from '../../core/organ/ruleSet.ts';
import type { PartyDetails } from '../../core/proposal/form.ts';
import type { OfficialDocument } from '../block.ts';
import { dayToWrite, fieldTable } from '../frame/fieldTable.ts';
import { filing } from '../frame/filing.ts';
import { organWords } from '../wording/organWords.ts';
import { printedDay } from '../wording/printedDay.ts';

/** 受領書 (STP-20): goes with the data, comes back signed; null = to be filled in. */
export interface DataReceiptFacts {
  readonly date: string | null;
  readonly counterparties: readonly PartyDetails[];
  readonly contractOn: string | null;
  readonly dataName: string | null;
  readonly medium: string | null;
}

export function dataReceipt(rules: RuleSet, facts: DataReceiptFacts, formDate: string): OfficialDocument {
  const { data } = organWords(rules);
  const { date, counterparties, contractOn, dataName, medium } = facts;
  return filing(
    rules,
    'dataReceipt',
    { date, proposers: counterparties, agent: null },
    {
      formDate,
      contacts: false,
      body: [
        { type: 'paragraph', text: `契約に基づく${data}を、下記のとおり受領しました。` },
        { type: 'record' },
        fieldTable([
          ['契約を締結した日', contractOn ? printedDay(rules, contractOn) : dayToWrite],
          [`${data}の名称`, dataName],
          ['提供媒体及び番号', medium],
          ['受領した日', date ? printedDay(rules, date) : dayToWrite],
          ['受領した者の氏名', null],
        ]),
        { type: 'end' },
      ],
    },
  );
}
