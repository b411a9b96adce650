type Rows = readonly (readonly string[])[];

const isNumber = (label: string) => /^\d+$/.test(label);

/**
 * Numbers that a level only exchanges: each is the whole of a group that carries the number of the next, until the first is
 * reached again (1 → 3, 3 → 1). Empty without any.
 *
 * The codes of two levels may mean different things, and then such a circle is none. It is one where nothing says so: it
 * merges nothing, and every other group with a number carries that of one of its members.
 */
export function findExchange(rows: Rows): string[] {
  const levels = rows[0]?.length ?? 0;
  for (let level = 0; level + 1 < levels; level++) {
    const groups = membersOf(rows, level);
    const [first = [], ...more] = circlesOf(groups);
    const exchanged = new Set([first, ...more].flat());
    const sameNumbers = [...groups].every(
      ([group, members]) => !isNumber(group) || exchanged.has(group) || members.has(group),
    );
    if (first.length > 0 && sameNumbers) return first;
  }
  return [];
}

/** Group of the level above → labels of the level. */
function membersOf(rows: Rows, level: number): Map<string, Set<string>> {
  const groups = new Map<string, Set<string>>();
  for (const row of rows) {
    const [label, group] = [row[level] ?? '', row[level + 1] ?? ''];
    const members = groups.get(group);
    if (members) members.add(label);
    else groups.set(group, new Set([label]));
  }
  return groups;
}

/** Circles of groups of one member each, by numbers other than their own. */
function circlesOf(groups: ReadonlyMap<string, ReadonlySet<string>>): string[][] {
  const above = new Map<string, string>();
  for (const [group, members] of groups) {
    const [only = group, ...more] = members;
    if (more.length === 0 && only !== group && isNumber(only) && isNumber(group)) above.set(only, group);
  }
  const circles: string[][] = [];
  const seen = new Set<string>();
  for (const start of above.keys()) {
    const way: string[] = [];
    let label: string | undefined = start;
    for (; label !== undefined && !seen.has(label); label = above.get(label)) {
      seen.add(label);
      way.push(label);
    }
    if (label === start && way.length > 0) circles.push(way);
  }
  return circles;
}
