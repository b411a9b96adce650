import { parseAst } from 'vitest/node';

/** A node of the syntax tree (ESTree with TypeScript's nodes); `start` and `end` are offsets into the text. */
export interface Syntax {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [part: string]: unknown;
}

export const parse = (text: string): Syntax => parseAst(text, { lang: 'ts' }) as unknown as Syntax;

export const isSyntax = (part: unknown): part is Syntax =>
  typeof part === 'object' && part !== null && 'type' in part && 'start' in part;

/** Expressions that only carry a type; every other node of TypeScript's own is a type. */
const carriers = ['TSAsExpression', 'TSNonNullExpression', 'TSSatisfiesExpression'];

const isType = ({ type }: Syntax): boolean => type.startsWith('TS') && !carriers.includes(type);

/** What a node holds that runs, in the order of the text: neither types nor the names of properties. */
export function partsOf(node: Syntax): Syntax[] {
  if (node.type === 'ImportDeclaration') return [];
  const named = 'key' in node && node.computed === false;
  return Object.entries(node)
    .filter(([part]) => !(named && part === 'key'))
    .flatMap(([, value]) => value)
    .filter(isSyntax)
    .filter((part) => !isType(part))
    .sort((one, other) => one.start - other.start);
}
