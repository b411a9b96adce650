// A whole system in memory on the shipped profiles, with a few plainly fictitious files in the registers.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { japaneseHolidays } from '../../src/adapters/calendar/japaneseHolidays.ts';
import { openDemonstrationClock } from '../../src/adapters/clock/demonstrationClock.ts';
import { createIdentity } from '../../src/adapters/identity/createIdentity.ts';
import { createOrganKeyFiles } from '../../src/adapters/keys/organKeyFiles.ts';
import { createMemoryAccountStore } from '../../src/adapters/memory/memoryAccountStore.ts';
import { createMemoryAuditLog } from '../../src/adapters/memory/memoryAuditLog.ts';
import { createMemoryClock } from '../../src/adapters/memory/memoryClock.ts';
import { createMemoryDraftStore } from '../../src/adapters/memory/memoryDraftStore.ts';
import { createMemoryEventStore } from '../../src/adapters/memory/memoryEventStore.ts';
import { createMemoryFileStore } from '../../src/adapters/memory/memoryFileStore.ts';
import { createMemoryPrinter } from '../../src/adapters/memory/memoryPrinter.ts';
import { createMemoryProgress } from '../../src/adapters/memory/memoryProgress.ts';
import { createMemoryReleaseVault } from '../../src/adapters/memory/memoryReleaseVault.ts';
import { loadProfiles } from '../../src/adapters/profiles/loadProfiles.ts';
import { ruleCheck } from '../../src/adapters/profiles/ruleCheck.ts';
import { type Command, type CommandName, kindOf } from '../../src/app/aggregates.ts';
import { countCommits } from '../../src/app/countCommits.ts';
import { execute } from '../../src/app/execute.ts';
import { createInstallationRules } from '../../src/app/installationRules.ts';
import { amendAccount } from '../../src/app/office/amendAccount.ts';
import type { Anonymizer } from '../../src/app/ports/anonymizer.ts';
import type { SettableClock } from '../../src/app/ports/clock.ts';
import type { SealerState } from '../../src/app/ports/sealer.ts';
import { createRuleBook } from '../../src/app/ruleBook.ts';
import { readScenario } from '../../src/app/scenario/readScenario.ts';
import { runScenario, type ScenarioParts } from '../../src/app/scenario/runScenario.ts';
import { officeStream } from '../../src/core/office/office.ts';
import type { EntryContents } from '../../src/core/register/entry.ts';
import { type OrganId, type Role, roles } from '../../src/core/role.ts';
import { loadAssets } from '../../src/web/assets.ts';
import type { WebParts } from '../../src/web/parts.ts';
import { createWeb } from '../../src/web/web.ts';
import { playOnline } from './onlineStage.ts';

export const root = join(import.meta.dirname, '../..');
export const password = 'demonstration-2026';
export const kumamoto = 'kumamoto' as OrganId;

const assets = loadAssets(root);
const shipped = createRuleBook(loadProfiles(join(root, 'profiles')), ruleCheck);

export interface Stage {
  readonly parts: WebParts;
  readonly web: ReturnType<typeof createWeb>;
  /** Errors that were reported. */
  readonly reported: unknown[];
  give(organ: OrganId, role: Role, id: string, command: Command): Promise<void>;
}

export interface StageOptions {
  readonly mode?: 'demonstration' | 'production';
  /** Further entries in Kumamoto's register, for more than one page. */
  readonly more?: number;
  readonly now?: string;
  /** Plays Kumamoto's first case up to, and without, this command. */
  readonly playedUntil?: CommandName;
  /** Opens a call at Yokohama that takes proposals online. */
  readonly isOnline?: boolean;
  /** Creates data; without it nothing is created on this stage. */
  readonly anonymizer?: Anonymizer;
  /** The clock runs on, and sessions know the real time; else it stands still. */
  readonly isRunning?: boolean;
}

export async function createStage({
  mode = 'demonstration',
  more = 24,
  now,
  playedUntil,
  isOnline = false,
  isRunning = false,
  anonymizer = {
    profile: () => Promise.reject(new Error('nothing is looked at on this stage')),
    anonymize: () => Promise.reject(new Error('nothing is created on this stage')),
  },
}: StageOptions = {}): Promise<Stage> {
  const clock = await clockOf(now ?? '2026-01-08T10:30', isRunning);
  const reported: unknown[] = [];
  const store = createMemoryEventStore(clock);
  const { events, rules } = createInstallationRules(shipped, store, clock);
  const audit = createMemoryAuditLog(() => store.entries);
  const parts: WebParts = {
    events: countCommits(events),
    files: createMemoryFileStore(),
    clock,
    rules,
    holidays: japaneseHolidays(),
    anonymizer,
    keys: createOrganKeyFiles(join(root, '.tokumei', 'stage-keys')),
    vault: createMemoryReleaseVault(),
    progress: createMemoryProgress(),
    printer: createMemoryPrinter(),
    drafts: createMemoryDraftStore(),
    audit,
    sealer: { state: sealerState, publicKey: audit.publicKey, file: '/var/lib/tokumei/audit/checkpoints.jsonl' },
    identity: createIdentity(createMemoryAccountStore(), clock),
    assets,
    demonstration: mode === 'demonstration' ? { clock, password } : null,
    publicOrigin: null,
    report: (error) => reported.push(error),
  };
  const stage: Stage = { parts, web: createWeb(parts), reported, give: (...order) => give(parts, ...order) };
  if (mode === 'demonstration') await furnish(stage, more);
  // The newest stay unchained, as in the second after they were entered.
  await audit.seal(kumamoto, clock.real(), store.entries.filter(({ organ }) => organ === kumamoto).length - 2);
  if (playedUntil) await playCase({ ...parts, clock }, playedUntil);
  if (isOnline) await playOnline({ ...parts, clock }, join(root, 'docs/guide'), password);
  return stage;
}

/** At Aomori the database is older than what stands outside it; at Ichikawa the disk is full. */
function sealerState(organ: OrganId): SealerState {
  if (organ === 'aomori-police') return { state: 'differs', outside: { number: 12, hash: '0'.repeat(64) }, number: 7 };
  return organ === 'ichikawa' ? { state: 'failing', reason: 'ENOSPC' } : { state: 'sealing' };
}

async function clockOf(now: string, isRunning: boolean): Promise<SettableClock> {
  if (!isRunning) return createMemoryClock(now);
  const clock = await openDemonstrationClock({ read: async () => 0, write: async () => undefined });
  await clock.setProcedure(now);
  return clock;
}

let orders = 0;

async function give(parts: WebParts, organ: OrganId, role: Role, id: string, command: Command): Promise<void> {
  const kind = kindOf(command.do);
  if (!kind) throw new Error(`${command.do} is no command`);
  orders += 1;
  const outcome = await execute(parts, {
    organ,
    actor: { person: `${role}:1`, role, organ },
    commandId: `00000000-0000-4000-8000-${String(orders).padStart(12, '0')}`,
    stream: { kind, id },
    expectedVersion: null,
    command,
  });
  if (outcome.outcome !== 'done') throw new Error(`${command.do}: ${JSON.stringify(outcome)}`);
}

const contents: EntryContents = {
  fileName: '学童保育システム（架空）',
  organName: '市長',
  responsibleOrganization: '生涯学習部青少年育成課（架空）',
  purpose: '放課後児童健全育成事業に関する事務を実施するため必要となる情報等を管理するため',
  recordItems: ['氏名', '性別', '生年月日', '住所', '個人番号', '銀行口座', '電話番号'].map((name, at) => ({
    name,
    mayBeAbsent: at > 3,
  })),
  recordScope: '児童および児童の保護者',
  collectionMethod: '本人、住民基本台帳システム',
  sensitiveInformation: false,
  ordinanceSensitiveInformation: false,
  regularRecipients: ['社会福祉協議会（架空）'],
  disclosureDesk: { name: '総務部総務課（架空）', address: '架空市中央1丁目1番1号' },
  specialProcedure: null,
  fileKind: 'electronic',
  manualCopy: true,
  thirdPartyProcedure: false,
  remarks: null,
};

const subjects = [
  '国民健康保険',
  '介護保険',
  '母子保健',
  '市税賦課',
  '図書館利用',
  '健康診査',
  '保育所入所',
  '住宅管理',
];

async function furnish(stage: Stage, more: number): Promise<void> {
  for (const organ of shipped.organs) {
    await register(stage, organ, 'file-0001', contents, true);
    await addAccounts(stage, organ);
  }
  for (let at = 0; at < more; at += 1) {
    const subject = subjects[at % subjects.length];
    const fileName = `${subject}ファイル（架空）第${at + 1}号`;
    const sensitiveInformation = at % 4 === 0;
    await register(stage, kumamoto, `file-${1000 + at}`, { ...contents, fileName, sensitiveInformation }, at % 3 === 0);
  }
  await stage.give(kumamoto, 'responsibleDivision', 'file-0001', {
    do: 'correctEntry',
    changes: { purpose: '放課後児童クラブの入会と利用料の管理に関する事務を行うため' },
    correctedOn: '2025-11-20',
    reason: '事務の名称の変更に合わせて、利用目的の表現を改めたため',
  });
  await stage.give(kumamoto, 'administrator', 'settings', {
    do: 'setRuleValue',
    setting: 'desk.fax',
    value: '000-000-0000',
    text: '架空の決裁第1号',
    from: stage.parts.clock.procedure().slice(0, 10),
    correctsSource: false,
    reason: '窓口のファクス番号を定めたため（架空）',
  });
  if (more === 0) return;
  await closeAnAccount(stage);
  await recordTroubles(stage);
  await openCall(stage);
}

/** A complaint, a leak and a closed day in Kumamoto. */
async function recordTroubles({ give }: Stage): Promise<void> {
  await give(kumamoto, 'centralDesk', 'complaint-1', {
    do: 'receiveComplaint',
    receivedOn: '2026-01-06',
    unit: '総務課（架空）',
    subject: null,
    complainant: '架空 申出人',
    text: '自分の情報が使われているかを知りたい（架空）。',
  });
  await give(kumamoto, 'responsibleDivision', 'leak-1', {
    do: 'discoverLeak',
    knownOn: '2026-01-07',
    things: ['source'],
    persons: 120,
    grounds: ['sensitive'],
    release: null,
    account: '元データを入れた媒体の所在が分からない（架空）。',
  });
  await give(kumamoto, 'administrator', officeStream.id, {
    do: 'addClosedDay',
    day: '2026-02-20',
    name: '庁舎の停電（架空）',
    decidedOn: '2026-01-06',
  });
}

async function register(
  stage: Stage,
  organ: OrganId,
  id: string,
  entry: EntryContents,
  flagged: boolean,
): Promise<void> {
  const give = (command: Command) => stage.give(organ, 'responsibleDivision', id, command);
  const persons = { uniquePersons: 4_800, cumulativePersons: 5_120, countedOn: '2025-10-01' };
  const passed = { passed: true, reason: '確認した。' };
  await give({ do: 'registerFile', contents: entry, entryDate: { on: '2025-04-01', asWritten: null }, persons });
  await give({ do: 'publishEntry', publishedOn: '2025-04-01' });
  if (!flagged) return;
  await give({
    do: 'testForSolicitation',
    tests: { published: passed, disclosure: passed, noHindrance: passed },
  });
  await give({ do: 'flagForSolicitation', desk: { name: '総務課（架空）', address: '架空市中央1丁目1番1号' } });
}

/** Hashing a password takes its time: only Kumamoto has an account for every role. */
const rolesOf = (organ: OrganId): readonly Role[] =>
  organ === kumamoto ? roles.filter((role) => role !== 'system') : ['administrator', 'responsibleDivision'];

/** Accounts with the role's name as login. */
async function addAccounts({ parts }: Stage, organ: OrganId): Promise<void> {
  for (const role of rolesOf(organ))
    await parts.identity.create({
      organ,
      login: role.toLowerCase(),
      name: `架空 ${role}`,
      roles: [role],
      division: null,
      password,
    });
}

/** Somebody from outside whose account was closed. */
async function closeAnAccount({ parts }: Stage): Promise<void> {
  const outsider = { login: 'closed', name: '架空 閉鎖', roles: ['agent'], division: null, password } as const;
  const account = await parts.identity.create({ ...outsider, organ: kumamoto });
  const administrator = (await parts.identity.accounts(kumamoto)).find(({ login }) => login === 'administrator');
  const actor = { person: administrator?.person ?? '', role: 'administrator', organ: kumamoto } as const;
  await amendAccount(parts, actor, account?.person ?? '', { do: 'close' });
}

/** A call in Kumamoto that is open on the stage's first day. */
async function openCall({ give, parts }: Stage): Promise<void> {
  const now = parts.clock.procedure();
  const order = (command: Command) => give(kumamoto, 'centralDesk', 'call-1', command);
  await parts.demonstration?.clock.setProcedure('2025-12-15T10:00');
  await order({
    do: 'draftCall',
    title: '令和7年度 行政機関等匿名加工情報の提案の募集（架空）',
    opensOn: '2025-12-19',
    closesOn: '2026-01-20',
    entries: ['file-0001', 'file-1000'],
  });
  await order({ do: 'setGuideline', version: '1', file: null });
  await parts.demonstration?.clock.setProcedure('2025-12-19T09:00');
  await order({
    do: 'publishCall',
    items: ['guideline', 'period', 'fileList', 'fileOutlines'],
    publishedOn: '2025-12-19',
    place: '架空の市のウェブサイト',
  });
  await order({ do: 'openCall' });
  await parts.demonstration?.clock.setProcedure(now);
}

/** The call, and with it the case, that the guide tells of. */
async function playCase(parts: ScenarioParts, until: CommandName): Promise<void> {
  const read = readScenario(readFileSync(join(root, 'docs/guide/kumamoto-2025.json'), 'utf8'));
  if ('errors' in read) throw new Error(read.errors.map(({ message }) => message).join());
  const { steps } = read.value;
  const last = steps.findIndex((step) => step.do === until);
  const report = await runScenario({ ...read.value, steps: steps.slice(0, last) }, parts, async (path) =>
    readFileSync(join(root, 'docs/guide', path)),
  );
  if (report.outcome !== 'asExpected') throw new Error(JSON.stringify(report));
}
