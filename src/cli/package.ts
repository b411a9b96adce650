import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type PackageVerdict, verifyPackage } from '../app/package/verifyPackage.ts';
import type { Command, Io } from './command.ts';
import { fingerprintFrom, KeyProblem } from './fingerprintFrom.ts';
import { optionProblem } from './optionProblem.ts';
import { usages } from './usages.ts';

const { usage } = usages.package;

const verdicts: Record<PackageVerdict['verdict'], string> = {
  verified: '確認できました。発行者の作成時のままです。',
  intact: '整合は確認、発行者は未確認。--key に契約書か個人情報ファイル簿のページの指紋を示してください。',
  failed: '確認できません。この提供物を使わず、提供した機関に連絡してください。',
};

/** `tokumei package verify`: exit 0 only when nothing was altered and the issuer's key is the one that was named. */
export const packageCommand: Command = async (args, io) => {
  const asked = readArguments(args);
  if ('problem' in asked) {
    io.error(asked.problem);
    return 2;
  }
  const verdict = await verifyPackage(asked.file, asked.issuer);
  if (asked.json) io.out(JSON.stringify(verdict));
  else print(verdict, io);
  return verdict.verdict === 'verified' ? 0 : 1;
};

function print({ verdict, checks }: PackageVerdict, io: Io): void {
  for (const { check, passed, detail } of checks) io.out(`${passed ? '○' : '×'} ${checkNames[check]}: ${detail}`);
  io.out(verdicts[verdict]);
}

const checkNames: Record<PackageVerdict['checks'][number]['check'], string> = {
  archive: '書庫',
  seal: '封印',
  manifest: '目録',
  signature: '署名',
  files: 'ファイル',
  conditions: '条件',
  issuer: '発行者',
};

type Asked = { file: string; issuer: string | null; json: boolean } | { problem: string };

function readArguments(args: readonly string[]): Asked {
  try {
    const options = { key: { type: 'string' }, json: { type: 'boolean', default: false } } as const;
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const [action, file, ...rest] = positionals;
    if (action !== 'verify' || file === undefined || rest.length > 0) return { problem: usage };
    if (!existsSync(file)) return { problem: `「${file}」というファイルはありません。` };
    return { file, issuer: values.key === undefined ? null : fingerprintFrom(values.key), json: values.json };
  } catch (error) {
    return { problem: `${error instanceof KeyProblem ? error.message : optionProblem(error)}\n${usage}` };
  }
}
