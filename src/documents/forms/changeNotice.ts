import type { RuleSet } from '../../core/organ/ruleSet.ts';
import type { PartyDetails } from '../../core/proposal/form.ts';
import type { Block, OfficialDocument } from '../block.ts';
import { dayToWrite, fieldTable } from '../frame/fieldTable.ts';
import { filing } from '../frame/filing.ts';
import { organWords } from '../wording/organWords.ts';
import { printedDay } from '../wording/printedDay.ts';

/** One box of the proposal that changes. */
export interface ChangedItemFacts {
  readonly item: string;
  readonly before: string;
  readonly after: string;
}

/** 記載事項の変更 (FRM-17, STP-22); null and empty = to be filled in. */
export interface ChangeNoticeFacts {
  readonly date: string | null;
  readonly counterparties: readonly PartyDetails[];
  readonly contractOn: string | null;
  readonly subject: string | null;
  readonly changes: readonly ChangedItemFacts[];
  readonly changesOn: string | null;
  readonly reason: string | null;
  /** 取扱従事者の交代 is told before it (DDL-10), everything else at once. */
  readonly kind: 'replacement' | 'addition' | 'other' | null;
  /** The change lies between the contract and the provision (1c-37). */
  readonly beforeProvision: boolean;
}

export function changeNotice(rules: RuleSet, facts: ChangeNoticeFacts, formDate: string): OfficialDocument {
  const { data } = organWords(rules);
  const { date, counterparties, contractOn, subject, changesOn, reason, kind, beforeProvision } = facts;
  return filing(
    rules,
    'changeNotice',
    { date, proposers: counterparties, agent: null },
    {
      formDate,
      contacts: false,
      body: [
        {
          type: 'paragraph',
          text: `${data}をその用に供して行う事業に関する提案書に記載した事項を、下記のとおり変更${kind === 'replacement' ? 'する' : 'した'}ので、通知します。`,
        },
        { type: 'record' },
        fieldTable([
          ['契約を締結した日', contractOn ? printedDay(rules, contractOn) : dayToWrite],
          [`提案に係る個人情報ファイル又は${data}の名称`, subject],
        ]),
        {
          type: 'checks',
          items: [
            { checked: kind === 'replacement', text: '取扱従事者の交代（交代の前に提出してください。）' },
            { checked: kind === 'addition', text: '取扱従事者の追加' },
            { checked: kind === 'other', text: '姓、所属、連絡先その他の記載事項の変更' },
          ],
        },
        changeTable(facts.changes),
        fieldTable([
          ['変更の日', changesOn ? printedDay(rules, changesOn) : dayToWrite],
          ['変更の理由', reason, 20],
          ...(beforeProvision ? ([['備考', `${data}の提供の前における変更`]] as const) : []),
        ]),
        { type: 'end' },
        {
          type: 'remarks',
          items: [
            {
              label: '１',
              text: '利用の期間の延長、利用の目的の追加又は変更は、この通知書ではできません。新たな提案をしてください。',
            },
          ],
        },
      ],
    },
  );
}

function changeTable(changes: readonly ChangedItemFacts[]): Block {
  const room = (name: string) => ({ text: [{ type: 'blank', name, width: 10 }], height: 10 }) as const;
  const rows =
    changes.length === 0
      ? Array.from({ length: 3 }, () => [room('変更する事項'), room('変更前'), room('変更後')])
      : changes.map(({ item, before, after }) => [item, before, after]);
  return { type: 'table', widths: [2, 3, 3], header: ['変更する事項', '変更前', '変更後'], rows };
}
