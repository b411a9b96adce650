import type { RuleSet } from '../../core/organ/ruleSet.ts';
import { organWords } from '../wording/organWords.ts';
import { type FormKindId, formKinds } from './formKinds.ts';

/** A document as an organ has it. */
export interface OwnForm {
  readonly name: string;
  /** The organ's own number, else that of the commission's rules; null = no source numbers it. */
  readonly number: string | null;
}

/** Whether the organ has a document at all; one that it does not have is not made for it. */
export const hasForm = (rules: RuleSet, kind: FormKindId): boolean => formKinds[kind].has(rules);

/** Name and number of a document in an organ. */
export function formOf(rules: RuleSet, kind: FormKindId): OwnForm {
  const { form: id, name } = formKinds[kind];
  const own = id === null ? null : rules.forms[id];
  const words = organWords(rules);
  return {
    name:
      own?.name ?? name.replace('{data}', words.data).replace('{source}', words.source).replace('{life}', words.life),
    number: own?.number ?? own?.nationalNumber ?? null,
  };
}
