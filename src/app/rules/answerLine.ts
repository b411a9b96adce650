import type { Day } from '../../core/calendar/day.ts';
import { ruleSetOn } from '../../core/organ/organProfile.ts';
import type { Citation } from '../../core/organ/ruleSet.ts';
import { derivationText } from '../../messages/derivation.ts';
import { applicationDeadlineRule, barRule, certificateRule, counterRule, minorRule, windowRule } from './dateRules.ts';
import { feeRule } from './feeRule.ts';
import { choice, dayField, optional, readFields, shown } from './field.ts';
import { badInput, type Outcome, type Output, type Problem, type Rule, type RulesSources } from './outcome.ts';
import { personCountRule } from './personCountRule.ts';

/** The rules that `tokumei rules` answers, by the names of its contract. */
export const rules = {
  solicitationWindow: windowRule,
  contractApplicationDeadline: applicationDeadlineRule,
  bar: barRule,
  certificate: certificateRule,
  minor: minorRule,
  counter: counterRule,
  personCount: personCountRule,
  fee: feeRule,
} as const satisfies Record<string, Rule>;

type RuleName = keyof typeof rules;
const ruleNames = Object.keys(rules) as RuleName[];

/** One line of the answer. */
export type Answer =
  | {
      readonly id: string | number;
      readonly ok: true;
      readonly output: Output;
      readonly citation: Citation;
      readonly derivation: readonly string[];
    }
  | { readonly id: string | number | null; readonly ok: false; readonly error: Problem };

const refused = (id: string | number | null, error: Problem): Answer => ({ id, ok: false, error });

/** The answer to a line that can't be read as JSON. */
export const badLine = (message: string): Answer => refused(null, { code: 'badLine', message });

/** Answers one line of `tokumei rules`; `lineNumber` is for its messages. Never throws on any text. */
export function answerLine(line: string, lineNumber: number, sources: RulesSources): Answer {
  let asked: unknown;
  try {
    asked = JSON.parse(line);
  } catch {
    return badLine(`${lineNumber}行目: JSON として読めません。1行に1つの JSON を書いてください。`);
  }
  if (!isObject(asked))
    return refused(
      null,
      badInput(`${lineNumber}行目: ${shown(asked)} は使えません。オブジェクトを示してください。`).problem,
    );
  const id = Object.hasOwn(asked, 'id') ? asked.id : undefined;
  if (!isId(id))
    return refused(null, badInput(`id: ${lineNumber}行目の id には文字列か整数を示してください。`).problem);
  const outcome = answerAsked(asked, sources);
  if ('problem' in outcome) return refused(id, outcome.problem);
  const { output, citation, derivation } = outcome;
  return { id, ok: true, output, citation, derivation: derivation.map(derivationText) };
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isId = (id: unknown): id is string | number => typeof id === 'string' || Number.isSafeInteger(id);

function answerAsked(asked: Readonly<Record<string, unknown>>, sources: RulesSources): Outcome {
  const organs = sources.profiles.map(({ organ }) => organ as string);
  const read = readFields(asked, {
    organ: choice(...organs),
    rule: choice(...ruleNames),
    asOf: optional(dayField, null),
    input: (value) => (isObject(value) ? { value } : { expected: 'オブジェクト' }),
  });
  if ('problem' in read) return read;
  const { organ, rule, asOf, input } = read.values;
  const known: readonly string[] = rules[rule].members;
  const unknown = Object.keys(input).find((member) => !known.includes(member));
  if (unknown !== undefined)
    return badInput(`${shown(unknown)} という項目は ${rule} にありません。使える項目: ${known.join('、')}`);
  return answerFor(organ, rule, asOf, input, sources);
}

function answerFor(
  organ: string,
  rule: RuleName,
  asOf: Day | null,
  input: Readonly<Record<string, unknown>>,
  sources: RulesSources,
): Outcome {
  const profile = sources.profiles.find((one) => one.organ === organ);
  const ruleSet = profile ? ruleSetOn(profile, asOf) : null;
  if (!ruleSet)
    return {
      problem: { code: 'notConfigured', message: `asOf: ${organ} には ${asOf} に効力のある規則がありません。` },
    };
  return rules[rule].answer(ruleSet, input, sources);
}
