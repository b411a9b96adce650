import { type Answer, answerLine, badLine } from '../app/rules/answerLine.ts';
import type { RulesSources } from '../app/rules/outcome.ts';
import { type BoundedLine, boundedLines } from './boundedLines.ts';
import type { Command } from './command.ts';
import { usages } from './usages.ts';

const longestLine = 1024 * 1024;

const unreadable = {
  tooLong: '1行は 1 MiB までです。',
  notUtf8: 'UTF-8 として読めません。',
} as const satisfies Record<Extract<BoundedLine, { unreadable: string }>['unreadable'], string>;

/** `tokumei rules`: JSON lines in, JSON lines out, in order; exit 2 when a line could not be read as JSON. */
export const rulesCommand =
  (sources: RulesSources): Command =>
  async (args, io) => {
    const surplus = args.find((argument) => argument !== '--json');
    if (surplus !== undefined) {
      io.error(`「${surplus}」は使えません。\n${usages.rules.usage}`);
      return 2;
    }
    let allRead = true;
    for await (const line of boundedLines(io.input(), longestLine)) {
      const answer = answerTo(line, sources);
      if (!answer) continue;
      if (!answer.ok && answer.error.code === 'badLine') allRead = false;
      io.out(JSON.stringify(answer));
    }
    return allRead ? 0 : 2;
  };

/** null for a blank line. */
function answerTo(line: BoundedLine, sources: RulesSources): Answer | null {
  if ('unreadable' in line) return badLine(`${line.number}行目: ${unreadable[line.unreadable]}`);
  return line.text.trim() === '' ? null : answerLine(line.text, line.number, sources);
}
