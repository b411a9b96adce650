import type { Account } from '../app/ports/identity.ts';
import type { OrganCard } from './organCard.ts';
import type { WebParts } from './parts.ts';

/** What every page shows around its content. */
export interface Frame {
  readonly stylesheetPath: string;
  readonly iconPath: string;
  /** The path of the page, without the query. */
  readonly path: string;
  /** Present in a demonstration: the time of the procedure, `YYYY-MM-DDThh:mm`. */
  readonly demonstration: { readonly now: string } | null;
  readonly organ: OrganCard | null;
  /** Who is signed in to the organ. */
  readonly account: Account | null;
}

export const frameOf = (
  { assets, demonstration, clock }: WebParts,
  page: Pick<Frame, 'path' | 'organ' | 'account'>,
): Frame => ({
  stylesheetPath: assets.stylesheetPath,
  iconPath: assets.iconPath,
  demonstration: demonstration && { now: clock.procedure() },
  ...page,
});
