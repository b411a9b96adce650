import type { Role } from '../../src/core/role.ts';

/** A page as a visitor meets it: where it is, who looks, and what state it is in. */
export interface PageState {
  readonly name: string;
  readonly path: string;
  /** Signed in to Kumamoto in this role; absent = nobody is signed in. */
  readonly as?: Role;
  readonly status?: number;
  /** On the stage on which Kumamoto's first case was played up to the notice. */
  readonly played?: true;
}

const organ = '/organs/kumamoto';

/** Every page in every state that an address alone leads to. */
export const pageStates: readonly PageState[] = [
  { name: 'home', path: '/' },
  { name: 'organ', path: organ },
  { name: 'organ-aomori', path: '/organs/aomori-police' },
  { name: 'organ-ichikawa', path: '/organs/ichikawa' },
  { name: 'register', path: `${organ}/register` },
  { name: 'register-page-2', path: `${organ}/register?page=2` },
  { name: 'register-search', path: `${organ}/register?q=${encodeURIComponent('ｺｸﾐﾝけんこう')}&solicited=1` },
  { name: 'register-found', path: `${organ}/register?q=${encodeURIComponent('ほけん')}&sensitive=1` },
  { name: 'register-long', path: `${organ}/register?q=${'あ'.repeat(300)}`, status: 400 },
  { name: 'register-ichikawa', path: '/organs/ichikawa/register' },
  { name: 'entry', path: `${organ}/register/file-0001` },
  { name: 'entry-ichikawa', path: '/organs/ichikawa/register/file-0001' },
  { name: 'entry-missing', path: `${organ}/register/nothing`, status: 404 },
  { name: 'entry-staff', path: `${organ}/register/file-0001`, as: 'responsibleDivision' },
  { name: 'sign-in', path: `${organ}/sign-in` },
  { name: 'staff-nobody', path: `${organ}/staff`, status: 401 },
  { name: 'staff-division', path: `${organ}/staff`, as: 'responsibleDivision' },
  { name: 'staff-desk', path: `${organ}/staff`, as: 'centralDesk' },
  { name: 'staff-creator', path: `${organ}/staff`, as: 'creator' },
  { name: 'correct', path: `${organ}/staff/register/file-0001/correct`, as: 'responsibleDivision' },
  { name: 'correct-forbidden', path: `${organ}/staff/register/file-0001/correct`, as: 'auditor', status: 403 },
  { name: 'cases-none', path: `${organ}/staff/cases`, as: 'centralDesk' },
  { name: 'cases', path: `${organ}/staff/cases`, as: 'auditor', played: true },
  { name: 'case', path: `${organ}/staff/cases/p-1`, as: 'centralDesk', played: true },
  { name: 'case-missing', path: `${organ}/staff/cases/none`, as: 'centralDesk', status: 404 },
  { name: 'administration', path: `${organ}/staff/administration`, as: 'administrator' },
  { name: 'setup', path: '/setup/0000' },
  { name: 'not-found', path: '/nowhere', status: 404 },
];
