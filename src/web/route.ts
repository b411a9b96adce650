import type { Context } from 'hono';
import type { Account } from '../app/ports/identity.ts';
import type { Actor } from '../core/role.ts';
import type { Asked } from './access.ts';
import type { Frame } from './frame.ts';
import type { OrganCard } from './organCard.ts';
import type { PageCache } from './pageCache.ts';
import type { WebParts } from './parts.ts';
import type { SentForm } from './readForm.ts';

/** What every request finds. */
export interface House {
  readonly parts: WebParts;
  readonly cache: PageCache;
}

/** A request that the policy let through. */
export interface Visit extends House {
  readonly c: Context;
  readonly frame: Frame;
  /** The organ of the address; null where the address names none. */
  readonly organ: OrganCard | null;
  /** Who acts, and in which role; null where everyone may come. */
  readonly staff: { readonly account: Account; readonly actor: Actor } | null;
  /** The fields of a form that was sent; empty for a GET. */
  readonly form: URLSearchParams;
  /** The files that came with it. */
  readonly files: SentForm['files'];
}

export interface OrganVisit extends Visit {
  readonly organ: OrganCard;
}

export interface StaffVisit extends OrganVisit {
  readonly staff: { readonly account: Account; readonly actor: Actor };
}

/** One address. The policy is asked before `answer` is reached. */
export interface Route {
  readonly method: 'GET' | 'POST';
  /** `:organ` in a path is the id of an organ. */
  readonly path: string;
  readonly asked: Asked;
  /** Whether files may come with its form. */
  readonly takesFiles?: boolean;
  readonly answer: (visit: Visit) => Response | Promise<Response>;
}

type Answer<V extends Visit> = (visit: V) => Response | Promise<Response>;

/** For addresses below an organ: the organ is known there. */
export const atOrgan =
  (answer: Answer<OrganVisit>): Answer<Visit> =>
  (visit) => {
    if (!visit.organ) throw new Error(`no organ in ${visit.c.req.path}`);
    return answer({ ...visit, organ: visit.organ });
  };

/** For addresses that only members of staff, or those who file by their own account, reach: who acts is known there. */
export const asStaff = (answer: Answer<StaffVisit>): Answer<Visit> =>
  atOrgan((visit) => {
    if (!visit.staff) throw new Error(`nobody acts at ${visit.c.req.path}`);
    return answer({ ...visit, staff: visit.staff });
  });
