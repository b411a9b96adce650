// Bundles the program into dist/. Packages stay outside of the bundle and are loaded from node_modules. Chunks of an
// earlier build stay, since a program that runs may still load them.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

await build({
  entryPoints: ['main.ts', 'adapters/printer/printWorker.ts'].map((file) => join(root, 'src', file)),
  outbase: join(root, 'src'),
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
