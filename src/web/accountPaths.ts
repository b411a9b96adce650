import type { OrganId } from '../core/role.ts';

export const administrationPath = (organ: OrganId): string => `/organs/${organ}/staff/administration`;
/** The list of the organ's people, on the administrator's first page. */
export const accountsPath = (organ: OrganId): string => `${administrationPath(organ)}#accounts`;
export const newAccountPath = (organ: OrganId): string => `${administrationPath(organ)}/accounts/new`;
/** What an administrator does with an account that exists. */
export const accountActs = ['change', 'close', 'reopen', 'link'] as const;
export type AccountActName = (typeof accountActs)[number];
export const accountPath = (organ: OrganId, { login }: { readonly login: string }, act: AccountActName): string =>
  `${administrationPath(organ)}/accounts/${encodeURIComponent(login)}/${act}`;
/** Where a person changes the own password. */
export const passwordPath = (organ: OrganId): string => `/organs/${organ}/password`;
