import { readFileSync } from 'node:fs';
import { type Change, changesOf, type Operator, type Returned } from './operators.ts';
import { isSyntax, parse, partsOf, type Syntax } from './syntax.ts';

/** One change of a file that the tests ought to notice. */
export interface Mutant {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly operator: Operator;
  /** The changed line without its indent, before and after; empty where it is gone. */
  readonly before: string;
  readonly after: string;
  /** Whether it stands in a default: the right side of `??`, or what a pattern gives for a part that is missing. */
  readonly inDefault: boolean;
}

export interface MutatedFile {
  readonly mutants: readonly Mutant[];
  /**
   * The file with all its mutants in one text: at each place `__mutant(number)` says at run time whether that mutant is
   * the one that stands.
   *
   * @param first number of the first mutant of the file.
   */
  text(first: number): string;
}

/** A change and the node whose text is chosen at run time. */
interface Placed {
  readonly site: Syntax;
  readonly change: Change;
  readonly inDefault: boolean;
}

/** @param file its name as it is printed. */
export function mutateFile(file: string, path: string): MutatedFile {
  const text = readFileSync(path, 'utf8');
  const program = parse(text);
  const placed = placeChanges(program, text, { returned: null, chain: null, inDefault: false });
  return {
    mutants: placed.map((one) => mutantOf(file, text, one)),
    text: (first) => {
      const numbered = placed.map((one, index) => ({ ...one, number: first + index }));
      return withMutants(
        program,
        text,
        Map.groupBy(numbered, ({ site }) => site),
      );
    },
  };
}

interface Scope {
  /** What the function around says that it gives. */
  readonly returned: Returned;
  /** The whole of an optional chain: a part of it can't be put between parentheses without cutting the chain. */
  readonly chain: Syntax | null;
  readonly inDefault: boolean;
}

function placeChanges(node: Syntax, text: string, outer: Scope): Placed[] {
  if (typeof node.directive === 'string') return [];
  const scope = 'returnType' in node ? { ...outer, returned: returnedBy(node) } : outer;
  const own = changesOf(node, text, scope.returned).map((change) => ({
    site: scope.chain ?? siteOf(node, change),
    change,
    inDefault: scope.inDefault,
  }));
  const parts = partsOf(node).filter((part) => !(node.type === 'ForStatement' && part === node.update));
  const below = parts.flatMap((part) =>
    placeChanges(part, text, {
      ...scope,
      chain: chainOf(node, part, scope),
      inDefault: scope.inDefault || isDefault(node, part),
    }),
  );
  return [...own, ...below];
}

function returnedBy({ returnType }: Syntax): Returned {
  const type = isSyntax(returnType) ? returnType.typeAnnotation : null;
  return isSyntax(type) ? type : null;
}

/** The change of a condition or a returned value stands at that expression, not at the statement around it. */
function siteOf(node: Syntax, { start, end }: Change): Syntax {
  if (node.start === start && node.end === end) return node;
  return partsOf(node).find((part) => part.start === start && part.end === end) ?? node;
}

function chainOf(node: Syntax, part: Syntax, { chain }: Scope): Syntax | null {
  if (node.type === 'ChainExpression') return node;
  return part === node.callee || part === node.object ? chain : null;
}

/** A default of a parameter is part of what the function promises; any other stands where the type allows nothing. */
const isDefault = (node: Syntax, part: Syntax): boolean =>
  part === node.right &&
  (node.type === 'LogicalExpression' ? node.operator === '??' : node.type === 'AssignmentPattern');

function withMutants(node: Syntax, text: string, sites: ReadonlyMap<Syntax, (Placed & { number: number })[]>): string {
  let [plain, at] = ['', node.start];
  for (const part of partsOf(node)) {
    if (part.start < at) continue;
    plain += text.slice(at, part.start) + withMutants(part, text, sites);
    at = part.end;
  }
  plain += text.slice(at, node.end);
  const mutants = sites.get(node) ?? [];
  if (mutants.length === 0) return plain;
  if (node.type.endsWith('Statement')) return `{if(!__mutant(${mutants[0]?.number})){${plain}}}`;
  const others = mutants.map(({ number, change }) => {
    const other = text.slice(node.start, change.start) + change.by + text.slice(change.end, node.end);
    return `__mutant(${number})?(${other}):`;
  });
  return `(${others.join('')}(${plain}))`;
}

function mutantOf(file: string, text: string, { change, inDefault }: Placed): Mutant {
  const { operator, start, end, by } = change;
  let same = 0;
  while (same < by.length && start + same < end && by[same] === text[start + same]) same++;
  const other = text.slice(0, start) + by + text.slice(end);
  const line = text.slice(0, start + same).split('\n').length;
  const lineOf = (whole: string) => (whole.split('\n')[line - 1] ?? '').trim();
  return { file, line, operator, before: lineOf(text), after: lineOf(other), inDefault };
}
