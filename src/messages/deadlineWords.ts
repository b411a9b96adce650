import { timelineWords } from './timelineWords.ts';

const words: Readonly<Record<string, string>> = {
  ...timelineWords.dueName,
  close: '募集',
  preliminaryReport: '漏えい等の速報',
  finalReport: '漏えい等の確報',
};

/** A dated deadline of a case by the name that the case has for it. */
export const deadlineWord = (name: string): string => words[name] ?? name;
