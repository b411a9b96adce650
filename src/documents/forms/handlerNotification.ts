import type { RuleSet } from '../../core/organ/ruleSet.ts';
import type { Handler, PartyDetails } from '../../core/proposal/form.ts';
import type { OfficialDocument } from '../block.ts';
import { dayToWrite, fieldTable } from '../frame/fieldTable.ts';
import { filing } from '../frame/filing.ts';
import { organWords } from '../wording/organWords.ts';
import { printedDay } from '../wording/printedDay.ts';
import { handlerTable } from './proposalForm.ts';

/** 取扱従事者の通知 (FRM-27) after the contract; null and empty = to be filled in. */
export interface HandlerNotificationFacts {
  readonly date: string | null;
  readonly counterparties: readonly PartyDetails[];
  readonly contractOn: string | null;
  readonly dataName: string | null;
  readonly handlers: readonly Handler[];
}

export function handlerNotification(
  rules: RuleSet,
  facts: HandlerNotificationFacts,
  formDate: string,
): OfficialDocument {
  const { data } = organWords(rules);
  const { date, counterparties, contractOn, dataName, handlers } = facts;
  return filing(
    rules,
    'handlerNotification',
    { date, proposers: counterparties, agent: null },
    {
      formDate,
      contacts: false,
      body: [
        { type: 'paragraph', text: `${data}の取扱いに従事する者を、下記のとおり通知します。` },
        { type: 'record' },
        fieldTable([
          ['契約を締結した日', contractOn ? printedDay(rules, contractOn) : dayToWrite],
          [`${data}の名称`, dataName],
        ]),
        { type: 'heading', text: '取扱従事者' },
        handlerTable(handlers),
        { type: 'end' },
      ],
    },
  );
}
