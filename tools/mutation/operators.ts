import { isSyntax, type Syntax } from './syntax.ts';

/** A change of a program at one place: the text from `start` to `end` becomes `by`. */
export interface Change {
  readonly operator: Operator;
  readonly start: number;
  readonly end: number;
  readonly by: string;
}

/** The kinds of change, as they are printed. */
export type Operator =
  | '境界'
  | '比較の否定'
  | '条件の否定'
  | '論理'
  | '計算'
  | '定数'
  | '真偽'
  | '文の削除'
  | '関数の置換え'
  | '戻り値'
  | 'SQL';

const boundary: Readonly<Record<string, string>> = { '<': '<=', '<=': '<', '>': '>=', '>=': '>' };
const opposite: Readonly<Record<string, string>> = {
  ...{ '<': '>=', '<=': '>', '>': '<=', '>=': '<' },
  ...{ '===': '!==', '!==': '===', '==': '!=', '!=': '==' },
};
const logical: Readonly<Record<string, string>> = { '&&': '||', '||': '&&' };
const arithmetic: Readonly<Record<string, string>> = {
  ...{ '+': '-', '-': '+', '*': '/', '/': '*', '%': '*', '**': '*' },
  ...{ '<<': '>>', '>>': '<<', '>>>': '<<', '&': '|', '|': '&', '^': '&' },
  ...{ '+=': '-=', '-=': '+=', '*=': '/=', '/=': '*=', '%=': '*=' },
  ...{ '<<=': '>>=', '>>=': '<<=', '&=': '|=', '|=': '&=', '^=': '&=', '++': '--', '--': '++' },
};
/** Methods for which another of the same shape is called; not those that find one of many by what is unique. */
const otherMethod: Readonly<Record<string, string>> = {
  ...{ some: 'every', every: 'some', min: 'max', max: 'min', floor: 'ceil', ceil: 'floor', round: 'floor' },
  ...{ startsWith: 'endsWith', endsWith: 'startsWith', push: 'unshift', unshift: 'push', pop: 'shift', shift: 'pop' },
};
/** Methods that are left out, so that what they are called on stands in their place. */
const leftOut = [
  ...['filter', 'slice', 'sort', 'toSorted', 'reverse', 'toReversed', 'trim', 'trimEnd', 'trimStart'],
  ...['toLowerCase', 'toUpperCase', 'normalize', 'replace', 'replaceAll', 'concat', 'with'],
];
const sqlWords: readonly (readonly [RegExp, string])[] = [
  [/ = /g, ' <> '],
  [/ <> /g, ' = '],
  [/ < /g, ' <= '],
  [/ <= /g, ' < '],
  [/ > /g, ' >= '],
  [/ >= /g, ' > '],
  [/ AND /g, ' OR '],
  [/ OR /g, ' AND '],
  [/ \+ /g, ' - '],
  [/ - /g, ' + '],
  [/ \* /g, ' + '],
  [/ \/ /g, ' * '],
  [/\bNOT /g, ''],
  [/(?<!NOT )\bIN \(/g, 'NOT IN ('],
  [/\bIS NULL\b/g, 'IS NOT NULL'],
  [/(?<!IS )\bDISTINCT /g, ''],
  [/\bIS DISTINCT FROM\b/g, 'IS NOT DISTINCT FROM'],
  [/\bmin\(/g, 'max('],
  [/\bmax\(/g, 'min('],
  [/\bsum\(/g, 'max('],
  [/(?<=, )0\)/g, '1)'],
  [/(?<=[ (])1(?=[ ,)])/g, '2'],
];

/** The type that a function around a `return` says it gives. */
export type Returned = Syntax | null;

/** Every change of one node itself, not of its parts. */
export function changesOf(node: Syntax, text: string, returned: Returned): Change[] {
  switch (node.type) {
    case 'BinaryExpression':
    case 'LogicalExpression':
    case 'AssignmentExpression':
      return changedOperators(node, text);
    case 'UpdateExpression':
      return [replaced(node, text, '計算', String(node.operator), arithmetic[String(node.operator)] ?? '')];
    case 'UnaryExpression':
      return node.operator === '!' || node.operator === '-'
        ? [changed(node, node.operator === '!' ? '条件の否定' : '計算', text.slice(node.start + 1, node.end))]
        : [];
    case 'Literal':
      return changedLiteral(node);
    case 'CallExpression':
      return changedCall(node, text);
    case 'TaggedTemplateExpression':
      return nameOf(node.tag) === 'sql' ? changedSql(node, text) : [];
    case 'IfStatement':
    case 'ConditionalExpression':
    case 'WhileStatement':
      return negated(node.test as Syntax, text);
    case 'ReturnStatement':
      return isSyntax(node.argument) ? changedReturn(node.argument, returned) : [changed(node, '文の削除', '')];
    case 'ArrowFunctionExpression':
      return node.expression === true ? changedReturn(node.body as Syntax, returned) : [];
    case 'ExpressionStatement':
    case 'ThrowStatement':
    case 'BreakStatement':
    case 'ContinueStatement':
      return [changed(node, '文の削除', '')];
    default:
      return [];
  }
}

const changed = ({ start, end }: Syntax, operator: Operator, by: string): Change => ({ operator, start, end, by });
const nameOf = (node: unknown): string => (isSyntax(node) && typeof node.name === 'string' ? node.name : '');

/** The node with the first `from` after its left part as `to`. */
function replaced(node: Syntax, text: string, operator: Operator, from: string, to: string): Change {
  const after = isSyntax(node.left) ? node.left.end : node.start;
  const at = text.indexOf(from, after);
  return changed(node, operator, text.slice(node.start, at) + to + text.slice(at + from.length, node.end));
}

function changedOperators(node: Syntax, text: string): Change[] {
  const operator = String(node.operator);
  const by = (kind: Operator, table: Readonly<Record<string, string>>) => {
    const to = table[operator];
    return to === undefined ? [] : [replaced(node, text, kind, operator, to)];
  };
  const isText = [node.left, node.right].some(
    (part) => isSyntax(part) && (part.type === 'TemplateLiteral' || typeof part.value === 'string'),
  );
  return [
    ...by('境界', boundary),
    ...by('比較の否定', opposite),
    ...by('論理', logical),
    ...(isText ? [] : by('計算', arithmetic)),
  ];
}

function changedLiteral(node: Syntax): Change[] {
  if (typeof node.value === 'boolean') return [changed(node, '真偽', String(!node.value))];
  if (typeof node.value !== 'number') return [];
  return [changed(node, '定数', String(node.value === 1 ? 0 : node.value + 1))];
}

/** Unless the operators of the condition turn it round already. */
function negated(test: Syntax, text: string): Change[] {
  if (test.type === 'UnaryExpression' || opposite[String(test.operator)]) return [];
  return [changed(test, '条件の否定', `!(${text.slice(test.start, test.end)})`)];
}

function changedCall(node: Syntax, text: string): Change[] {
  const callee = node.callee as Syntax;
  if (nameOf(callee) === 'raw') return changedSql(node, text);
  if (callee.type !== 'MemberExpression' || callee.computed === true) return [];
  const property = callee.property as Syntax;
  const method = nameOf(property);
  const other = otherMethod[method];
  if (other) {
    const by = text.slice(node.start, property.start) + other + text.slice(property.end, node.end);
    return [changed(node, '関数の置換え', by)];
  }
  if (nameOf(callee.object) === 'Math' && method === 'abs')
    return [changed(node, '関数の置換え', text.slice(callee.end, node.end))];
  if (!leftOut.includes(method)) return [];
  const target = text.slice(node.start, property.start).trimEnd();
  return [changed(node, '関数の置換え', target.replace(/\??\.$/, '').trimEnd())];
}

/** Every word of the statement's own text, not of the pieces put into it. */
function changedSql(node: Syntax, text: string): Change[] {
  const quasi = node.quasi as Syntax | undefined;
  const pieces = ((quasi?.quasis ?? node.arguments) as Syntax[]).filter((piece) => piece.type !== 'TemplateLiteral');
  return pieces.flatMap((piece) =>
    sqlWords.flatMap(([found, to]) =>
      [...text.slice(piece.start, piece.end).matchAll(found)].map(({ index, 0: match }) => {
        const at = piece.start + index;
        return changed(node, 'SQL', text.slice(node.start, at) + to + text.slice(at + match.length, node.end));
      }),
    ),
  );
}

/** Another value of the type that the function says it gives; a condition is turned round by its own operators. */
function changedReturn(argument: Syntax, returned: Returned): Change[] {
  if (!returned || ['LogicalExpression', 'UnaryExpression', 'Literal'].includes(argument.type)) return [];
  if (opposite[String(argument.operator)]) return [];
  const isEmpty = argument.type === 'ArrayExpression' && (argument.elements as unknown[]).length === 0;
  return valuesOf(returned)
    .filter((value) => !(value === '[]' && isEmpty) && !(value === 'undefined' && nameOf(argument) === value))
    .map((value) => changed(argument, '戻り値', value));
}

function valuesOf(type: Syntax): string[] {
  switch (type.type) {
    case 'TSBooleanKeyword':
    case 'TSTypePredicate':
      return ['true', 'false'];
    case 'TSNumberKeyword':
      return ['0'];
    case 'TSStringKeyword':
      return ["''"];
    case 'TSArrayType':
      return ['[]'];
    case 'TSNullKeyword':
      return ['null'];
    case 'TSUndefinedKeyword':
      return ['undefined'];
    case 'TSTypeOperator':
      return valuesOf(type.typeAnnotation as Syntax);
    case 'TSUnionType':
      return (type.types as Syntax[]).flatMap(valuesOf).slice(0, 1);
    case 'TSTypeReference': {
      const inner = (type.typeArguments as { params?: Syntax[] } | null)?.params?.[0];
      return nameOf(type.typeName) === 'Promise' && inner ? valuesOf(inner) : [];
    }
    default:
      return [];
  }
}
