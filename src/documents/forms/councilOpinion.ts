import type { RuleSet } from '../../core/organ/ruleSet.ts';
import type { OfficialDocument } from '../block.ts';
import { formOf } from '../frame/formOf.ts';
import { makePaper } from '../frame/makePaper.ts';
import { organWords } from '../wording/organWords.ts';
import { printedDay } from '../wording/printedDay.ts';
import { standardsOf } from './councilConsultation.ts';

/** 答申 (STP-27): the council's answer to a consultation. */
export interface CouncilOpinionFacts {
  readonly date: string;
  readonly council: string;
  readonly consultedOn: string;
  readonly consultationNumber: string;
  /** The opinion on each standard, in the order of the consultation. */
  readonly opinions: readonly string[];
}

export function councilOpinion(rules: RuleSet, facts: CouncilOpinionFacts): OfficialDocument {
  const { head, honorific } = organWords(rules);
  const { date, council, consultedOn, consultationNumber, opinions } = facts;
  const standards = standardsOf(rules);
  return makePaper(rules, 'councilOpinion', {
    date,
    required: {
      審議会の名称: council,
      ...Object.fromEntries(standards.map(({ name }, index) => [`${name}についての意見`, opinions[index]])),
    },
    blocks: [
      { type: 'reference', lines: [printedDay(rules, date)] },
      { type: 'addressee', lines: [`${head}　${honorific}`] },
      { type: 'sender', lines: [council, '会長'], seal: true },
      { type: 'title', text: formOf(rules, 'councilOpinion').name },
      {
        type: 'paragraph',
        text: `${printedDay(rules, consultedOn)}付け${consultationNumber}で諮問のあったことについて、下記のとおり答申します。`,
      },
      { type: 'record' },
      {
        type: 'table',
        widths: [2, 3],
        header: ['諮問された基準', '意見'],
        rows: standards.map(({ name }, index) => [name, opinions[index] ?? '']),
      },
      { type: 'end' },
    ],
  });
}
