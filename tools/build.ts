// Bundles the program into dist/. Packages stay outside of the bundle and are loaded from node_modules.
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const islands = join(root, 'src', 'web', 'islands');

await build({
  entryPoints: [join(root, 'src', 'main.ts')],
  outdir: join(root, 'dist'),
  bundle: true,
  splitting: true,
  platform: 'node',
  target: 'node24',
  format: 'esm',
  packages: 'external',
  jsx: 'automatic',
  jsxImportSource: 'hono/jsx',
  sourcemap: true,
  logLevel: 'warning',
});

if (existsSync(islands)) {
  rmSync(join(root, 'dist', 'islands'), { recursive: true, force: true });
  await build({
    entryPoints: readdirSync(islands).map((name) => join(islands, name)),
    outdir: join(root, 'dist', 'islands'),
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    logLevel: 'warning',
  });
}
