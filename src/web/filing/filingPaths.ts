import type { OrganId } from '../../core/role.ts';

/** The addresses of the pages for proposers and agents. */
export const filingPath = (organ: OrganId): string => `/organs/${organ}/proposals`;
export const ownPath = (organ: OrganId, id: string): string => `${filingPath(organ)}/${id}`;
export const draftPath = (organ: OrganId, id: string): string => `/organs/${organ}/drafts/${id}`;
/** @param section from 1 */
export const sectionPath = (organ: OrganId, id: string, section: number): string =>
  `${draftPath(organ, id)}/parts/${section}`;
export const howToPath = (organ: OrganId): string => `/organs/${organ}/how-to-propose`;
export const guidelinePath = (organ: OrganId, call: string): string => `/organs/${organ}/calls/${call}/guideline.pdf`;
