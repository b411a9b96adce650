// Yokohama with a call that is open online, and what one proposer has there: a draft, a proposal, a request for correction.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { execute } from '../../src/app/execute.ts';
import { readCommand } from '../../src/app/fields/commandFields.ts';
import { shapeOf } from '../../src/app/fields/fieldShape.ts';
import type { Filing } from '../../src/app/filing/filing.ts';
import { readScenario } from '../../src/app/scenario/readScenario.ts';
import { runScenario, type ScenarioParts } from '../../src/app/scenario/runScenario.ts';
import type { OrganId, Role } from '../../src/core/role.ts';
import { writeValue } from '../../src/web/forms/written.ts';
import type { WebParts } from '../../src/web/parts.ts';

export const yokohama = 'yokohama' as OrganId;

/** @param guide the folder of the guides. @param password of the proposer and the agent */
export async function playOnline(parts: WebParts & ScenarioParts, guide: string, password: string): Promise<void> {
  const read = readScenario(readFileSync(join(guide, 'yokohama-online.json'), 'utf8'));
  if ('errors' in read) throw new Error(read.errors.map(({ message }) => message).join());
  const { steps } = read.value;
  const first = steps.findIndex((step) => step.do === 'submitProposal');
  const report = await runScenario({ ...read.value, steps: steps.slice(0, first) }, parts, async () => Buffer.of());
  if (report.outcome !== 'asExpected') throw new Error(JSON.stringify(report));
  await parts.clock.setProcedure('2026-03-02T10:00');
  const [proposer] = await Promise.all(
    (['proposer', 'agent'] as const).map((role) =>
      parts.identity.create({
        organ: yokohama,
        login: role,
        name: `架空 ${role}`,
        roles: [role],
        division: null,
        password,
      }),
    ),
  );
  const person = proposer?.person ?? '';
  const { proposal: _, ...filing } = steps[first]?.with ?? {};
  for (const id of ['own-1', 'own-2']) await give(parts, { role: 'proposer', person }, id, 'submitProposal', filing);
  const points = [
    { field: 'persons', text: '見積りの根拠に合わせて改めてください。' },
    { field: 'pledge', text: '日付を入れてください。' },
  ];
  await give(parts, { role: 'responsibleDivision', person: 'd' }, 'own-2', 'requestCorrection', {
    points,
    deadline: '2026-03-16',
  });
  const contents: readonly (readonly [string, Filing['target'], object])[] = [
    ['draft-1', { kind: 'call', call: 'r7', entry: 'library' }, { form: { persons: 2000 } }],
    ['draft-2', { kind: 'call', call: 'r7', entry: 'library' }, { ...filing, attachments: [] }],
    ['own-2-1', { kind: 'correction', proposal: 'own-2' }, {}],
  ];
  for (const [id, target, written] of contents) {
    const content: Filing = {
      target,
      written: writeValue(new URLSearchParams(), shapeOf('submitProposal'), written).toString(),
      commandId: `${id}-sent`,
    };
    await parts.drafts.keep({ organ: yokohama, person }, { id, version: 1, savedAt: parts.clock.real(), content });
  }
}

async function give(
  parts: WebParts,
  { role, person }: { readonly role: Role; readonly person: string },
  id: string,
  name: string,
  fields: object,
): Promise<void> {
  const command = readCommand(name, fields);
  if ('errors' in command) throw new Error(JSON.stringify(command.errors));
  const actor = { person, role, organ: yokohama };
  const stream = { kind: 'proposal', id } as const;
  const commandId = `${id}:${name}`;
  const order = { organ: yokohama, actor, commandId, stream, expectedVersion: null, command: command.value };
  const { outcome } = await execute(parts, order);
  if (outcome !== 'done') throw new Error(`${name}: ${outcome}`);
}
