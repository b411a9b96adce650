type Rows = readonly (readonly string[])[];

const isCode = (label: string) => /^\d+$/.test(label);

/**
 * The labels of a cycle: going up from each of them leads back to it. Empty without one. From number to number is no step,
 * since the codes of one level may mean other things at the next; for what can be said of them see `findExchange`.
 */
export function findCycle(rows: Rows): string[] {
  const above = stepsUp(rows);
  const open = new Map([...above].map(([label, parents]) => [label, parents.size]));
  const below = new Map<string, string[]>();
  for (const [label, parents] of above)
    for (const parent of parents) {
      const children = below.get(parent);
      if (children) children.push(label);
      else below.set(parent, [label]);
    }
  const ending = [...below.keys()].filter((label) => !above.has(label));
  for (let label = ending.pop(); label !== undefined; label = ending.pop())
    for (const child of below.get(label) ?? []) {
      const left = (open.get(child) ?? 0) - 1;
      open.set(child, left);
      if (left === 0) ending.push(child);
    }
  const left = new Set([...open].flatMap(([label, parents]) => (parents > 0 ? [label] : [])));
  return walkUp(above, left);
}

/** Label → the labels that stand one level above it, without those that are the same. */
function stepsUp(rows: Rows): Map<string, Set<string>> {
  const groups = new Set(rows.flatMap((row) => row.slice(1)));
  const above = new Map<string, Set<string>>();
  for (const row of rows)
    for (const [level, label] of row.slice(0, -1).entries()) {
      const parent = row[level + 1] ?? '';
      if (label === parent || (isCode(label) && isCode(parent)) || (level === 0 && !groups.has(label))) continue;
      const known = above.get(label);
      if (known) known.add(parent);
      else above.set(label, new Set([parent]));
    }
  return above;
}

/** Of labels that each have one of them above: where going up meets itself. */
function walkUp(above: ReadonlyMap<string, ReadonlySet<string>>, labels: ReadonlySet<string>): string[] {
  const path: string[] = [];
  let [label] = labels;
  while (label !== undefined && !path.includes(label)) {
    path.push(label);
    label = [...(above.get(label) ?? [])].find((parent) => labels.has(parent));
  }
  return label === undefined ? [] : path.slice(path.indexOf(label));
}
