import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { BundleOrder, BundleReport } from '../app/ports/bundles.ts';
import { CannotStart } from '../app/ports/cannotStart.ts';
import { sizeText } from './backupCommand.ts';
import type { Command } from './command.ts';
import { everySecond } from './everySecond.ts';
import { optionProblem } from './optionProblem.ts';
import { usages } from './usages.ts';

/** `tokumei bundle FILE [--json]`: one archive for a machine without a network. */
export const createBundle =
  (write: (order: BundleOrder) => Promise<BundleReport>): Command =>
  async (args, io) => {
    const asked = readArguments(args);
    if (typeof asked === 'string') {
      io.error(asked);
      return 2;
    }
    const tell = everySecond((text: string) => io.error(text));
    let written = 0;
    const onProgress = (name: string, bytes: number) => {
      written += bytes;
      tell(`まとめています (${sizeText(written)}、${name})`);
    };
    try {
      const report = await write({ file: asked.file, onProgress });
      if (asked.json) io.out(JSON.stringify(report));
      else for (const line of describe(report)) io.out(line);
      return 0;
    } catch (error) {
      if (!(error instanceof CannotStart)) throw error;
      io.error(error.message);
      return 2;
    }
  };

function readArguments(args: readonly string[]): { readonly file: string; readonly json: boolean } | string {
  const { usage } = usages.bundle;
  try {
    const options = { json: { type: 'boolean', default: false } } as const;
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const [file, ...more] = positionals;
    if (!file || more.length > 0) return usage;
    return { file: resolve(file), json: values.json };
  } catch (error) {
    return `${optionProblem(error)}\n${usage}`;
  }
}

const describe = ({ file, bytes, folder, files, packages, sums }: BundleReport): readonly string[] => [
  `一つにまとめました: ${file}（${sizeText(bytes)}、ファイル ${files.toLocaleString('ja-JP')}、部品 ${packages}）`,
  `  SHA256SUMS の SHA-256: ${sums}（書き留めておくと、運んだ先で照らせます）`,
  '次に: 網のない機械に運び、置きたいフォルダーで',
  `  tar xf ${file.slice(file.lastIndexOf('/') + 1)} && cd ${folder} && sha256sum --quiet -c SHA256SUMS && ./tokumei start`,
];
