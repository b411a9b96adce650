import type { Circumstances, CommonRefusal } from '../aggregate.ts';
import { type Decision, happened } from '../decision.ts';
import type { RuleSet } from '../organ/ruleSet.ts';
import { unreachable } from '../unreachable.ts';
import type { CorrectPaper, KeepPapers, PapersCommand, SubstituteCharacter } from './commands.ts';
import type { PapersEvent } from './events.ts';
import { no, type PapersRefusal } from './refusals.ts';
import type { PapersState } from './state.ts';

/** What the picture of a substitute is; null = there is none, or it is no PNG. Pixels. */
export interface PapersFacts {
  readonly picture: { readonly width: number; readonly height: number } | null;
}

type Decided = Decision<PapersEvent, PapersRefusal | CommonRefusal>;

/** Largest picture of a character: what a line of print can show. */
export const largestPicture = { side: 512, bytes: 65_536 } as const;

/** Decides a command on the papers of a case. What is kept is never kept again, so a job that is done twice does nothing. */
export function decide(
  command: PapersCommand,
  state: PapersState | null,
  _rules: RuleSet,
  facts: PapersFacts & Circumstances,
): Decided {
  switch (command.do) {
    case 'keepPapers':
      return keepPapers(command, state);
    case 'substituteCharacter':
      return substituteCharacter(command, state, facts);
    case 'correctPaper':
      return correctPaper(command, state);
    default:
      return unreachable(command);
  }
}

function keepPapers({ do: _, ...kept }: KeepPapers, state: PapersState | null): Decided {
  const known = new Set((state?.papers ?? []).map(({ paper }) => paper));
  const papers = kept.papers.filter(({ paper }) => !known.has(paper));
  const obstacles = kept.obstacles.filter((one) => !known.has(one.paper) && !isTold(one, state));
  return papers.length + obstacles.length === 0
    ? happened()
    : happened({ type: 'papersKept', data: { ...kept, papers, obstacles } });
}

const isTold = (obstacle: KeepPapers['obstacles'][number], state: PapersState | null): boolean =>
  (state?.obstacles ?? []).some((told) => JSON.stringify(told) === JSON.stringify(obstacle));

function substituteCharacter(
  { do: _, ...given }: SubstituteCharacter,
  state: PapersState | null,
  { picture, actor, now }: PapersFacts & Circumstances,
): Decided {
  const { character, text, reason } = given;
  if (reason === '') return no('paperReasonMissing');
  if ((text === null) === (given.picture === null)) return no('substituteIncomplete', { character });
  const wanted = (state?.obstacles ?? []).some(({ missing }) => missing.some((one) => one.character === character));
  if (!wanted) return no('characterNotMissing', { character });
  if (given.picture !== null && !isAcceptable(given.picture.bytes, picture))
    return no('pictureNotAcceptable', { side: largestPicture.side, bytes: largestPicture.bytes });
  return happened({ type: 'characterSubstituted', data: { ...given, by: actor.person, at: now } });
}

const isAcceptable = (bytes: number, picture: PapersFacts['picture']): boolean =>
  picture !== null &&
  bytes <= largestPicture.bytes &&
  Math.min(picture.width, picture.height) > 0 &&
  Math.max(picture.width, picture.height) <= largestPicture.side;

function correctPaper({ do: _, paper, ...given }: CorrectPaper, state: PapersState | null): Decided {
  if (given.reason === '') return no('paperReasonMissing');
  if (!(state?.papers ?? []).some((one) => one.paper === paper)) return no('paperUnknown', { paper });
  const place = (state?.corrections ?? []).filter(({ corrects }) => corrects === paper).length + 1;
  return happened({ type: 'paperCorrected', data: { ...given, corrects: paper, paper: `${paper}-${place}` } });
}
