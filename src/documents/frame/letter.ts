import type { RuleSet } from '../../core/organ/ruleSet.ts';
import type { Block, OfficialDocument } from '../block.ts';
import { organWords } from '../wording/organWords.ts';
import { printedDay } from '../wording/printedDay.ts';
import { contactBlock } from './contactBlock.ts';
import type { FormKindId } from './formKinds.ts';
import { formOf } from './formOf.ts';
import { makePaper } from './makePaper.ts';

/** What every outgoing letter has. Days are `YYYY-MM-DD`. */
export interface LetterFacts {
  /** 文書番号; null = the letter bears none. */
  readonly documentNumber: string | null;
  /** 施行日 */
  readonly date: string;
  /** Lines of the addressee, 様, 殿 or 御中 in the last. */
  readonly addressee: readonly string[];
}

export interface LetterParts {
  /** Other than the head of the organ. */
  readonly sender?: readonly string[];
  readonly title?: string;
  readonly required?: Readonly<Record<string, unknown>>;
  /** Without 担当 at its foot: a paper between offices that know each other. */
  readonly contact?: false;
  readonly body: readonly Block[];
}

/** 施行文書: number and date, addressee, sender with the seal, title, body, 担当. @throws IncompletePaperError */
export function letter(rules: RuleSet, kind: FormKindId, facts: LetterFacts, parts: LetterParts): OfficialDocument {
  const { name, number } = formOf(rules, kind);
  const { documentNumber, date, addressee } = facts;
  const sender = parts.sender ?? [organWords(rules).head];
  return makePaper(rules, kind, {
    date,
    required: {
      ...(documentNumber === null ? {} : { 文書番号: documentNumber }),
      宛名: addressee,
      発信者: sender.join(''),
      ...parts.required,
    },
    ...(parts.title ? { title: parts.title } : {}),
    blocks: [
      ...(number ? [{ type: 'formNumber', text: number } as const] : []),
      { type: 'reference', lines: [...(documentNumber === null ? [] : [documentNumber]), printedDay(rules, date)] },
      { type: 'addressee', lines: addressee },
      { type: 'sender', lines: sender, seal: true },
      { type: 'title', text: parts.title ?? name },
      ...parts.body,
      ...(parts.contact === false ? [] : [contactBlock(rules)]),
    ],
  });
}
