import { readdirSync, readFileSync, statSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

/** Who may import whom, by the first folder below src/. A room that is not named here fails. */
const rooms: Record<string, { rooms: readonly string[]; npm: boolean; node: boolean }> = {
  japan: { rooms: [], npm: false, node: false },
  core: { rooms: ['japan'], npm: false, node: false },
  engine: { rooms: ['japan'], npm: true, node: true },
  messages: { rooms: ['japan', 'core'], npm: false, node: false },
  documents: { rooms: ['japan', 'core', 'messages'], npm: true, node: true },
  app: { rooms: ['japan', 'core', 'engine', 'messages', 'documents'], npm: true, node: true },
  adapters: { rooms: ['japan', 'core', 'engine', 'messages', 'documents', 'app'], npm: true, node: true },
  web: { rooms: ['japan', 'core', 'messages', 'app'], npm: true, node: true },
  cli: { rooms: ['japan', 'core', 'engine', 'messages', 'app'], npm: true, node: true },
};
/** Folders inside core and the folders of core that each may import. */
const coreFolders = ['register', 'call', 'proposal', 'release', 'complaint'];
/** Files that alone wire the rooms together. */
const wiring = ['src/main.ts', 'src/server.ts', 'src/config.ts'];
/** Rooms whose TYPES (never values) web may import besides its own list. */
const typeOnly: Record<string, readonly string[]> = { web: ['engine', 'documents'] };
const fewestFiles = 20;

const root = join(import.meta.dirname, '..');

function sources(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return sources(path);
    return /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name) ? [path] : [];
  });
}

interface Import {
  from: string;
  to: string;
  typesOnly: boolean;
}

function importsOf(file: string): Import[] {
  const text = readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
  const statements = text.matchAll(
    /\b(import|export)\s+(type\s+)?(?:[\w$*{}\s,]+?\s+from\s+)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/g,
  );
  return [...statements].map((match) => ({
    from: relative(root, file),
    to: (match[3] ?? match[4]) as string,
    typesOnly: match[2] !== undefined,
  }));
}

const files = sources(join(root, 'src'));
/** Data is no code: a JSON file belongs to no room. */
const imports = files.flatMap(importsOf).filter(({ to }) => !to.endsWith('.json'));
const isLocal = (to: string) => to.startsWith('.');
const isNode = (to: string) => to.startsWith('node:') || builtinModules.includes(to);
const targetOf = ({ from, to }: Import) => relative(root, resolve(root, dirname(from), to));
const roomOf = (path: string) => path.split('/')[1] ?? '';
const isWiring = (path: string) => wiring.includes(path);

describe('the house', () => {
  test('looked at the sources and their imports', () => {
    expect(files.length).toBeGreaterThanOrEqual(fewestFiles);
    expect(imports.length).toBeGreaterThan(files.length);
    expect(files.some((file) => file.endsWith('.tsx'))).toBe(true);
  });

  test('every file stands in a room', () => {
    const homeless = files
      .map((file) => relative(root, file))
      .filter((file) => !isWiring(file) && !(roomOf(file) in rooms));
    expect(homeless).toEqual([]);
  });

  test('a room imports only rooms that stand before it', () => {
    const wrong = imports
      .filter((entry) => isLocal(entry.to) && !isWiring(entry.from))
      .filter((entry) => {
        const [from, to] = [roomOf(entry.from), roomOf(targetOf(entry))];
        if (from === to || rooms[from]?.rooms.includes(to)) return false;
        return !(entry.typesOnly && typeOnly[from]?.includes(to));
      });
    expect(wrong).toEqual([]);
  });

  test('japan, core and messages use neither npm nor node:', () => {
    const wrong = imports
      .filter((entry) => !isLocal(entry.to) && !isWiring(entry.from))
      .filter((entry) => (isNode(entry.to) ? !rooms[roomOf(entry.from)]?.node : !rooms[roomOf(entry.from)]?.npm));
    expect(wrong).toEqual([]);
  });

  test('special packages stand only where they belong', () => {
    const places: Record<string, RegExp> = {
      '@duckdb/node-api': /^src\/engine\/run\.ts$/,
      '@myriaddreamin/typst-ts-node-compiler': /^src\/documents\/render\//,
      docx: /^src\/documents\/render\//,
      pg: /^src\/adapters\//,
      kysely: /^src\/adapters\//,
      'graphile-worker': /^src\/adapters\//,
      hono: /^src\/(web|adapters\/identity)\//,
      zod: /^src\/(engine\/(recipe|report)|app\/fields|adapters\/profiles|config\.ts|web\/routes)/,
    };
    const wrong = imports.filter(
      (entry) => places[entry.to] && !places[entry.to]?.test(entry.from) && !(entry.from === 'src/server.ts'),
    );
    expect(wrong).toEqual([]);
  });

  test('the aggregates of core know each other by their types only', () => {
    const wrong = imports.filter((entry) => {
      const [, room, folder] = entry.from.split('/');
      const other = targetOf(entry).split('/')[2] ?? '';
      return (
        room === 'core' &&
        isLocal(entry.to) &&
        coreFolders.includes(folder ?? '') &&
        coreFolders.includes(other) &&
        folder !== other &&
        !entry.typesOnly
      );
    });
    expect(wrong).toEqual([]);
  });

  test('no cycle', () => {
    const edges = new Map<string, string[]>();
    for (const entry of imports.filter((one) => isLocal(one.to) && !one.typesOnly))
      edges.set(entry.from, [...(edges.get(entry.from) ?? []), targetOf(entry)]);
    const done = new Set<string>();
    const visit = (file: string, path: readonly string[]): string[] => {
      if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
      if (done.has(file)) return [];
      for (const next of edges.get(file) ?? []) {
        const cycle = visit(next, [...path, file]);
        if (cycle.length > 0) return cycle;
      }
      done.add(file);
      return [];
    };
    expect([...edges.keys()].map((file) => visit(file, [])).find((cycle) => cycle.length > 0) ?? []).toEqual([]);
  });

  test('core and japan know no clock and no chance', () => {
    const wrong = files.filter(
      (file) =>
        /\/src\/(core|japan)\//.test(file) &&
        /Date\.now\(|new Date\(\)|Math\.random\(|performance\./.test(readFileSync(file, 'utf8')),
    );
    expect(wrong).toEqual([]);
  });
});
