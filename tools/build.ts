// Bundles the program into dist/. Packages stay outside of the bundle and are loaded from node_modules, but for those that
// every command of the engine loads: from hundreds of files they cost a third of its start. Chunks of an earlier build stay,
// since a program that runs may still load them.
import { writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

const bundled = /^(zod|@duckdb\/node-api)(\/|$)/;

const packagesOutside: Plugin = {
  name: 'packages outside',
  setup({ onResolve }) {
    onResolve({ filter: /^[^./]/ }, ({ path, kind }) =>
      kind === 'entry-point' || bundled.test(path) ? null : { path, external: true },
    );
  },
};

const { metafile } = await build({
  entryPoints: ['main.ts', 'adapters/printer/printWorker.ts'].map((file) => join(root, 'src', file)),
  outbase: join(root, 'src'),
  outdir: join(root, 'dist'),
  bundle: true,
  splitting: true,
  platform: 'node',
  target: 'node24',
  format: 'esm',
  plugins: [packagesOutside],
  // The driver of the database asks for its native part with `require`.
  banner: { js: "import{createRequire as requireFrom}from'node:module';const require=requireFrom(import.meta.url);" },
  jsx: 'automatic',
  jsxImportSource: 'hono/jsx',
  sourcemap: true,
  logLevel: 'warning',
  metafile: true,
});

// What belongs to this build, so that a bundle has nothing of an earlier one.
const outputs = Object.keys(metafile.outputs).map((file) => relative(join(root, 'dist'), join(process.cwd(), file)));
writeFileSync(join(root, 'dist', 'files.json'), JSON.stringify(outputs.filter((file) => file.endsWith('.js')).sort()));
