import type { LeakState } from '../../core/leak/state.ts';
import type { RuleSet } from '../../core/organ/ruleSet.ts';
import { afterOptionWords } from '../../messages/afterWords.ts';
import type { OfficialDocument } from '../block.ts';
import { type Field, fieldTable } from '../frame/fieldTable.ts';
import { type LetterFacts, letter } from '../frame/letter.ts';
import { inPersons } from '../wording/amounts.ts';
import { organWords } from '../wording/organWords.ts';
import { printedDay } from '../wording/printedDay.ts';

/** What is known of a leak. */
export interface LeakFacts extends Pick<LeakState, 'knownOn' | 'things' | 'persons' | 'grounds'> {
  /** 概要. */
  readonly account: string;
  /** 本人への通知, or what takes its place; null = not yet. */
  readonly told: { readonly on: string; readonly way: string } | null;
}

/** 漏えい等の報告 (法68条1項, 規則44条): 速報 or 確報; null = not known, and in a 確報 to be written in. */
export interface LeakReportFacts extends Omit<LetterFacts, 'addressee'>, LeakFacts {
  readonly report: 'preliminary' | 'final';
  readonly cause: string | null;
  readonly harm: string | null;
  readonly measures: string | null;
}

export function leakReport(rules: RuleSet, facts: LeakReportFacts): OfficialDocument {
  const { source } = organWords(rules);
  const isFinal = facts.report === 'final';
  const known = (value: string | null) => value ?? (isFinal ? null : '調査中');
  return letter(
    rules,
    'leakReport',
    { ...facts, addressee: ['個人情報保護委員会　御中'] },
    {
      required: { 概要: facts.account, 漏えい等したもの: facts.things },
      body: [
        {
          type: 'paragraph',
          text: `${source}の漏えい等が生じたので、個人情報の保護に関する法律第68条第1項の規定により、下記のとおり報告します（${isFinal ? '確報' : '速報'}）。`,
        },
        { type: 'record' },
        fieldTable([
          ...leakFields(rules, facts),
          ['原因', known(facts.cause), 15],
          ['二次被害又はそのおそれの有無及び内容', known(facts.harm), 15],
          ['再発防止のための措置', known(facts.measures), 15],
        ]),
        { type: 'end' },
      ],
    },
  );
}

/** What the report and the record both say. */
export const leakFields = (rules: RuleSet, facts: LeakFacts): readonly Field[] => [
  ['知った日', printedDay(rules, facts.knownOn)],
  ['概要', facts.account],
  ['漏えい等した情報', facts.things.map(wordOf).join('、')],
  ['本人の数', inPersons(facts.persons)],
  ['報告を要する事態の区分', facts.grounds.map(wordOf).join('、') || '該当なし'],
  ['本人への対応', facts.told ? `${printedDay(rules, facts.told.on)}　${facts.told.way}` : 'まだ通知していない。'],
];

const wordOf = (id: string): string => afterOptionWords[id] ?? id;
