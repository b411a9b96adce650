import type { RuleSet } from '../../core/organ/ruleSet.ts';
import type { OfficialDocument } from '../block.ts';
import type { Field } from '../frame/fieldTable.ts';
import { fieldTable } from '../frame/fieldTable.ts';
import type { FormKindId } from '../frame/formKinds.ts';
import { type LetterFacts, letter } from '../frame/letter.ts';
import { cited } from '../wording/cited.ts';
import { organWords } from '../wording/organWords.ts';
import { printedDay } from '../wording/printedDay.ts';
import { spelledOut } from '../wording/spelledOut.ts';

/** What every report to the 個人情報保護委員会 says (FRM-22). */
export interface CommissionReportFacts extends Omit<LetterFacts, 'addressee'> {
  readonly counterparty: string;
  readonly subject: string;
  readonly contractOn: string;
  /** Day on which the division told the desk. */
  readonly toldOn: string;
  readonly circumstances: string;
}

/** The frame of the three reports: to the commission, under the organ's provision, with what happened. */
export function commissionReport(
  rules: RuleSet,
  kind: Extract<FormKindId, 'violationReport' | 'cancellationIntentReport' | 'cancelledReport'>,
  facts: CommissionReportFacts,
  { opening, fields }: { readonly opening: string; readonly fields: readonly Field[] },
): OfficialDocument {
  const { data } = organWords(rules);
  const basis = cited(rules, kind === 'violationReport' ? 'violationReport' : 'cancellationReport');
  return letter(
    rules,
    kind,
    { ...facts, addressee: ['個人情報保護委員会　御中'] },
    {
      required: { 契約の相手方: facts.counterparty, 事案の概要: facts.circumstances },
      body: [
        {
          type: 'paragraph',
          text: `${opening}ので、${basis === '' ? '' : `${spelledOut(rules, basis)}に基づき、`}下記のとおり報告します。`,
        },
        { type: 'record' },
        fieldTable([
          ['契約の相手方', facts.counterparty],
          [`${data}の名称等`, facts.subject],
          ['契約を締結した日', printedDay(rules, facts.contractOn)],
          ...fields,
          ['事案の概要', facts.circumstances],
          ['担当課から通知を受けた日', printedDay(rules, facts.toldOn)],
        ]),
        { type: 'end' },
      ],
    },
  );
}
