import type { PublicEntry } from '../../core/register/publicEntry.ts';

/** Words that stand in the search text of the public entries to which a filter applies. */
export const registerMarks = { solicited: 'is:solicited', sensitive: 'is:sensitive', created: 'is:created' } as const;
export type RegisterMark = keyof typeof registerMarks;

export const markNames = Object.keys(registerMarks) as RegisterMark[];

type Marked = Pick<PublicEntry, 'solicited' | 'sensitiveInformation' | 'ordinanceSensitiveInformation' | 'createdData'>;

/** The filters to which an entry answers. */
export const marksOf = (entry: Marked): readonly RegisterMark[] => {
  const holds: Record<RegisterMark, boolean> = {
    solicited: entry.solicited,
    sensitive: entry.sensitiveInformation === true || entry.ordinanceSensitiveInformation === true,
    created: entry.createdData.length > 0,
  };
  return markNames.filter((mark) => holds[mark]);
};
