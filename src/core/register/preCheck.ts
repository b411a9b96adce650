import type { Circumstances } from '../aggregate.ts';
import { happened } from '../decision.ts';
import { no } from './refusals.ts';

export const preCheckWays = ['counter', 'phone', 'mail', 'letter'] as const;

/** 事前チェックの記録 (STP-05): help with a draft before there is a proposal. It is no result and promises none. */
export interface RecordPreCheck {
  readonly do: 'recordPreCheck';
  readonly on: string;
  readonly way: (typeof preCheckWays)[number];
  /** Who asked: personal data. */
  readonly asker: string | null;
  /** What was asked and answered: personal data. */
  readonly note: string;
  /** The official has read a note that speaks of conformity and stands by its words. */
  readonly confirmed: boolean;
}

/** That somebody was helped; names and words stand in the event's personal record. */
export interface PreCheck {
  readonly on: string;
  readonly way: RecordPreCheck['way'];
  readonly by: string;
}

export interface PreCheckPersonal {
  readonly asker: string | null;
  /** Ends with the sentence that nothing is assured by it. */
  readonly note: string;
}

/** The word of a result; a note that has it reads as if something were promised. */
const resultWord = '適合';

/**
 * Keeps a pre-check; its note always ends with the sentence that nothing is assured (scenario 24).
 * @param noAssurance that sentence, as the organ prints it
 */
export function recordPreCheck(
  { on, way, asker, note, confirmed }: RecordPreCheck,
  noAssurance: string,
  { now, actor }: Circumstances,
) {
  const text = note.trim();
  if (text === '') return no('preCheckEmpty');
  if (on > now.slice(0, 10)) return no('preCheckInFuture', { on, today: now.slice(0, 10) });
  const own = text.endsWith(noAssurance) ? text.slice(0, -noAssurance.length).trimEnd() : text;
  if (own.includes(resultWord) && !confirmed) return no('preCheckSpeaksOfResult', { word: resultWord });
  return happened({
    type: 'preCheckRecorded' as const,
    data: { on, way, by: actor.person },
    personal: { asker, note: `${own}\n${noAssurance}` },
  });
}
