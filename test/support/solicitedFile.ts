import type { Command } from '../../src/app/aggregates.ts';
import { kindOf } from '../../src/app/aggregates.ts';
import { execute, type Outcome } from '../../src/app/execute.ts';
import { readCommand } from '../../src/app/fields/commandFields.ts';
import type { Parts } from '../../src/app/parts.ts';
import type { OrganId, Role } from '../../src/core/role.ts';

/** Gives one command to a system and tells what became of it. */
export async function give(
  parts: Parts,
  organ: string,
  role: Role,
  [id, name, fields]: readonly [id: string, name: string, fields: object],
): Promise<Outcome> {
  const read = readCommand(name, fields);
  const kind = kindOf(name);
  if ('errors' in read || kind === null) throw new Error(JSON.stringify(read));
  const command: Command = read.value;
  return execute(parts, {
    organ: organ as OrganId,
    actor: { person: `${role}:1`, role, organ: organ as OrganId },
    commandId: crypto.randomUUID(),
    stream: { kind, id },
    expectedVersion: null,
    command,
  });
}

const passed = { passed: true, reason: '確認した。' };

/** Registers, publishes and flags a plainly fictitious file, and drafts a call for it with its guideline. */
export async function draftCall(parts: Parts, organ: string, opensOn: string, closesOn: string): Promise<void> {
  const contents = {
    fileName: '架空のファイル',
    organName: '架空の長',
    responsibleOrganization: '架空課',
    purpose: '架空の事務のため',
    recordItems: [{ name: '氏名' }, { name: '年齢' }],
    recordScope: '架空の利用者',
    collectionMethod: '本人',
    fileKind: 'electronic',
  };
  const persons = { uniquePersons: 5_000, cumulativePersons: 5_200, countedOn: '2025-12-01' };
  const orders = [
    ['responsibleDivision', ['file', 'registerFile', { contents, entryDate: '2025-12-01', persons }]],
    ['responsibleDivision', ['file', 'publishEntry', { publishedOn: '2026-01-05' }]],
    [
      'responsibleDivision',
      ['file', 'testForSolicitation', { tests: { published: passed, disclosure: passed, noHindrance: passed } }],
    ],
    ['responsibleDivision', ['file', 'flagForSolicitation', { desk: { name: '架空課', address: '架空町1番地' } }]],
    ['centralDesk', ['call', 'draftCall', { title: '架空の募集', opensOn, closesOn, entries: ['file'] }]],
    ['centralDesk', ['call', 'setGuideline', { version: '1' }]],
  ] as const;
  for (const [role, order] of orders) {
    const outcome = await give(parts, organ, role, order);
    if (outcome.outcome !== 'done') throw new Error(`${order[1]}: ${JSON.stringify(outcome)}`);
  }
}
