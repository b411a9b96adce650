import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ProfiledColumn, profile } from '../../src/engine/index.ts';
import type { Part } from './labelledColumns.ts';

type Role = ProfiledColumn['role'];

/** A labelled column with what was found. */
export interface Detected {
  readonly header: string;
  readonly labelled: Role;
  readonly found: ProfiledColumn;
}

/** How well one role is found: of those found the right ones, and of the right ones those found. */
export interface RoleScore {
  readonly role: Role;
  readonly columns: number;
  readonly precision: number;
  readonly recall: number;
}

export interface Detection {
  readonly columns: readonly Detected[];
  readonly scores: readonly RoleScore[];
  /** Columns whose role was found, of all. */
  readonly accuracy: number;
}

export const roles: readonly Role[] = [
  'identifying',
  'identificationCode',
  'linkingCode',
  'quasi',
  'sensitive',
  'free',
  'other',
];

const folder = join(import.meta.dirname, '..', 'data', 'columns');
export const columnsFile = (part: Part): string => join(folder, `${part}.csv`);
export const labelsFile = (part: Part): string => join(folder, `${part}.labels.json`);

/** Profiles the columns of a part and compares the suggested roles with the labels. */
export async function measureDetection(part: Part): Promise<Detection> {
  const labels = JSON.parse(readFileSync(labelsFile(part), 'utf8')) as Readonly<Record<string, Role>>;
  const { columns: found } = await profile({ path: columnsFile(part) });
  const columns = found.flatMap((column) => {
    const labelled = labels[column.name];
    return labelled ? [{ header: column.name, labelled, found: column }] : [];
  });
  if (columns.length !== Object.keys(labels).length) throw new Error('the labels are not those of the columns');
  const right = columns.filter(({ labelled, found: { role } }) => role === labelled);
  return { columns, scores: roles.map((role) => scoreOf(role, columns)), accuracy: right.length / columns.length };
}

function scoreOf(role: Role, columns: readonly Detected[]): RoleScore {
  const labelled = columns.filter((one) => one.labelled === role);
  const suggested = columns.filter(({ found }) => found.role === role);
  const right = labelled.filter(({ found }) => found.role === role).length;
  const share = (all: number) => (all === 0 ? 1 : right / all);
  return { role, columns: labelled.length, precision: share(suggested.length), recall: share(labelled.length) };
}
