import type { OutgoingAct } from '../approval/outgoingActs.ts';
import type { Citation, Sourced } from './ruleSet.ts';

/** An act or rule that papers cite in short (`法`), with its full name for the place where it stands first. */
export interface Abbreviation extends Citation {
  readonly short: string;
  readonly name: string;
}

/** 公文書の書き方: what the organ's own papers show of its way to write. */
export interface Letters {
  /** After the office of an addressee (`青森県警察本部長　殿`). */
  readonly honorific: Sourced<'殿' | '様'>;
  /** Whether a single digit is printed full-width (`令和８年２月10日`). */
  readonly singleDigits: Sourced<'fullWidth' | 'halfWidth'>;
  /** 起案と決裁をこのシステムで行う公文書: what goes out only when it was approved here; unset = 起案 and 決裁 are only recorded. */
  readonly routedActs: Sourced<readonly OutgoingAct[]>;
  readonly abbreviations: readonly Abbreviation[];
}
