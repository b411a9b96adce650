import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { createMemoryAuditLog } from '../adapters/memory/memoryAuditLog.ts';
import type { EnteredAct } from '../app/audit/chainEntry.ts';
import type { AuditSource } from '../app/ports/auditLog.ts';
import { CannotStart } from '../app/ports/cannotStart.ts';
import type { OrganId } from '../core/role.ts';
import { auditCommand } from './audit.ts';

const folder = mkdtempSync(join(tmpdir(), 'tokumei-audit-'));
afterAll(() => rmSync(folder, { recursive: true }));
const at = (name: string): string => join(folder, name);

const [ours, theirs] = ['kumamoto', 'yokohama'] as OrganId[] as [OrganId, OrganId];
const entry = (organ: OrganId, n: number): EnteredAct => ({
  organ,
  actor: { person: 'p', role: 'centralDesk', organ },
  at: '2026-01-20T16:59',
  recordedAt: '2026-01-20T07:59:30.123Z',
  act: `act-${n}`,
  outcome: 'done',
  stream: null,
  facts: {},
  commandId: null,
});

/** Five entries of two organs each, of which four are chained and signed. */
async function source(): Promise<AuditSource> {
  const organs = [ours, theirs];
  const entries = organs.flatMap((organ) => [1, 2, 3, 4, 5].map((n) => entry(organ, n)));
  const log = createMemoryAuditLog(() => entries);
  for (const organ of organs) await log.seal(organ, new Date('2026-01-20T08:00:00Z'), 4);
  return { log, organs: async () => organs, close: async () => undefined };
}

async function run(args: readonly string[], open: () => Promise<AuditSource> = source) {
  const [out, errors]: [string[], string[]] = [[], []];
  const code = await auditCommand(open)(args, {
    out: (text) => out.push(text),
    error: (text) => errors.push(text),
    input: () => {
      throw new Error('nothing is read from the standard input');
    },
  });
  return { code, out: out.join('\n'), errors: errors.join('\n') };
}

describe('tokumei audit', () => {
  test('export writes a file for its owner alone and says what to note down; never over another file', async () => {
    const { code, out } = await run(['export', at('all.jsonl')]);
    expect([code, statSync(at('all.jsonl')).mode & 0o777]).toEqual([0, 0o600]);
    expect(out).toMatch(/^ {2}kumamoto:4:[0-9a-f]{64}$/m);
    expect(out).toMatch(/^ {2}yokohama:4:[0-9a-f]{64}$/m);
    const before = readFileSync(at('all.jsonl'));
    const again = await run(['export', at('all.jsonl')]);
    expect([again.code, again.errors]).toEqual([2, expect.stringContaining('上書きはしません')]);
    expect(readFileSync(at('all.jsonl')).equals(before)).toBe(true);
    expect(readdirSync(folder)).toEqual(['all.jsonl']);
  });

  test('export of one organ holds nothing of another; an unknown one is named', async () => {
    await run(['export', at('one.jsonl'), '--organ', 'yokohama']);
    expect(readFileSync(at('one.jsonl'), 'utf8')).not.toContain('kumamoto');
    const { code, errors } = await run(['export', at('two.jsonl'), '--organ', 'nowhere']);
    expect([code, errors, existsSync(at('two.jsonl'))]).toEqual([2, expect.stringContaining('「nowhere」'), false]);
  });

  test('export leaves nothing behind where it fails, and says why', async () => {
    const broken = async (): Promise<AuditSource> => {
      const { log, ...rest } = await source();
      const chained = async function* () {
        yield* [];
        throw new CannotStart('データベースがなくなりました');
      };
      return { ...rest, log: { ...log, chained } };
    };
    const failed = await run(['export', at('broken.jsonl')], broken);
    expect([failed.code, failed.errors]).toEqual([2, 'データベースがなくなりました']);
    const nowhere = await run(['export', at('no/such/place.jsonl')]);
    expect([nowhere.code, nowhere.errors]).toEqual([2, expect.stringContaining('ENOENT')]);
    expect(readdirSync(folder).filter((name) => name.includes('part') || name.includes('broken'))).toEqual([]);
  });

  test('verify: 1 without a known key, 0 with it, and what was not looked at is said', async () => {
    const plain = await run(['verify', at('all.jsonl')]);
    expect(plain.code).toBe(1);
    expect(plain.out).toContain('整合は確認、署名者は未確認');
    expect(plain.out).toContain('--since がないので');
    const json = JSON.parse((await run(['verify', at('all.jsonl'), '--json'])).out);
    expect(json).toMatchObject({ verdict: 'intact', fault: null });
    expect(json.organs).toMatchObject([
      { organ: ours, entries: 4, checkpoints: 1, unsigned: 0, unchained: 1, since: 0 },
      { organ: theirs, entries: 4 },
    ]);
    const [{ lastCheckpoint }] = json.organs;
    const known = ['--key', lastCheckpoint.fingerprint, '--since', lastCheckpoint.note];
    const verified = await run(['verify', at('all.jsonl'), ...known]);
    expect(verified.code).toBe(0);
    expect(verified.out).not.toContain('--since がないので');
    expect((await run(['verify', at('one.jsonl'), '--since', lastCheckpoint.note])).out).toContain(
      '機関「kumamoto」の記録がありません',
    );
  });

  test('verify names organ, entry and line of the first bad entry, in words and as JSON, and answers 1', async () => {
    writeFileSync(at('bad.jsonl'), readFileSync(at('all.jsonl'), 'utf8').replace('act-3', 'act-x'));
    const { code, out } = await run(['verify', at('bad.jsonl')]);
    expect([code, out]).toEqual([1, expect.stringContaining('× kumamoto 3 番（4 行目）: 3 番の内容が')]);
    const { fault } = JSON.parse((await run(['verify', at('bad.jsonl'), '--json'])).out);
    expect(fault).toMatchObject({ fault: 'altered', organ: 'kumamoto', from: 3, through: 3, line: 4 });
  });

  test('what it cannot use is named, and the exit is 2', async () => {
    writeFileSync(at('other.txt'), 'これは別のものです\n');
    const cases: readonly (readonly [readonly string[], string])[] = [
      [[], '使い方'],
      [['export'], '使い方'],
      [['verify'], '使い方'],
      [['verify', at('none.jsonl')], 'というファイルはありません'],
      [['verify', folder], 'を読めません (EISDIR)'],
      [['verify', at('other.txt')], '監査記録の書き出しではありません'],
      [['verify', at('all.jsonl'), '--since', 'kumamoto:4'], '控え (機関:番号:64 桁) でも、あるファイルでもありません'],
      [['verify', at('all.jsonl'), '--since', at('other.txt')], '1 行目は、監査記録の署名の控えとして読めません'],
      [['verify', at('all.jsonl'), '--key', 'abc'], '64 桁の指紋でも、あるファイルでもありません'],
      [['verify', at('all.jsonl'), '--kye'], '「--kye」という指定はありません'],
    ];
    for (const [args, wanted] of cases) {
      const { code, errors } = await run(args);
      expect([code, errors]).toEqual([2, expect.stringContaining(wanted)]);
    }
  });
});
