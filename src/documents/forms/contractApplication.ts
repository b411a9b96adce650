import type { RuleSet } from '../../core/organ/ruleSet.ts';
import type { Block, OfficialDocument } from '../block.ts';
import { dayToWrite, fieldTable } from '../frame/fieldTable.ts';
import { type FilingFacts, filing } from '../frame/filing.ts';
import { ruleFields } from '../frame/ruleContents.ts';
import { inYen } from '../wording/amounts.ts';
import { under } from '../wording/cited.ts';
import { organWords } from '../wording/organWords.ts';
import { inOwnDigits, printedDay } from '../wording/printedDay.ts';

/** 契約の締結の申込み (FRM-15); null = to be filled in. */
export interface ContractApplicationFacts extends FilingFacts {
  readonly notice: { readonly documentNumber: string; readonly date: string } | null;
  readonly subject: string | null;
  readonly feeYen: number | null;
}

/** 申込書 (規則 別記様式第10), blank with the notice or filled; room for the stamps where the fee is paid with them. */
export function contractApplication(
  rules: RuleSet,
  facts: ContractApplicationFacts,
  formDate: string,
): OfficialDocument {
  const { data, fee } = organWords(rules);
  const { notice, subject, feeYen } = facts;
  const copies = rules.contract.copies?.value ?? 2;
  return filing(rules, 'contractApplication', facts, {
    formDate,
    contacts: false,
    body: [
      {
        type: 'paragraph',
        text: `${under(rules, 'contractApplication')}下記のとおり、${data}の利用に関する契約の締結を申し込みます。`,
      },
      { type: 'record' },
      fieldTable([
        ['審査結果通知書の日付', notice ? printedDay(rules, notice.date) : dayToWrite],
        ['審査結果通知書の番号', notice?.documentNumber ?? null],
        ['提案に係る個人情報ファイル等の名称', subject],
        [`${fee}の額`, feeYen === null ? null : inYen(feeYen)],
        ...ruleFields(rules, 'contractProcedure'),
        ['添付書類', inOwnDigits(rules, `契約の締結に関する書類（契約書${copies}通）`)],
      ]),
      ...stampRoom(rules),
      { type: 'end' },
    ],
  });
}

/** 証紙 are put on the application, whose copy with the cancelled stamps is kept (A 第8-3(4)). */
const stampRoom = ({ fee }: RuleSet): readonly Block[] =>
  fee.payment?.value.includes('prefecturalRevenueStamp')
    ? [{ type: 'stampBox', label: '証紙貼付欄（消印をしないでください。）', width: 150, height: 45 }]
    : [];
