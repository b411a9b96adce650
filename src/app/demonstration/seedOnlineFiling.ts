import { addDays, type Day } from '../../core/calendar/day.ts';
import type { OrganId, Role } from '../../core/role.ts';
import type { Command } from '../aggregates.ts';
import { kindOf } from '../aggregates.ts';
import { execute } from '../execute.ts';
import { settingsStream } from '../installationRules.ts';
import type { NewAccount } from '../ports/identity.ts';
import { demonstrationPassword } from './seedAccounts.ts';
import type { DemonstrationParts, Seeder } from './seeder.ts';
import { japanTime } from './seedFirstCase.ts';

/** Plainly fictitious people who file online. */
const filers: readonly Omit<NewAccount, 'organ' | 'password'>[] = [
  { login: 'teian1', name: '架空データ利用株式会社', roles: ['proposer'], division: null },
  { login: 'teian2', name: '例示情報サービス合同会社（架空）', roles: ['proposer'], division: null },
  { login: 'dairi', name: '見本代理事務所（架空）', roles: ['agent'], division: null },
];

/** Days from the beginning of the demonstration. */
const days = { opensOn: -10, closesOn: 30 } as const;
const files = ['after-school-care'];

/** Where an organ takes proposals online: who files there, the closing time that its rules leave open, and an open call. */
export const onlineFiling: Seeder = {
  name: 'onlineFiling',
  async seed(parts) {
    const today = japanTime(parts.clock.real());
    for (const organ of parts.rules.organs) {
      if (parts.rules.inForce(organ, today.slice(0, 10))?.intake.onlineFiling?.value !== true) continue;
      await Promise.all(
        filers.map((person) => parts.identity.create({ ...person, organ, password: demonstrationPassword })),
      );
      await openCall(parts, organ, today.slice(0, 10) as Day);
    }
    await parts.clock.setProcedure(japanTime(parts.clock.real()));
  },
};

/** An order of the demonstration: who gives it on which case. */
interface Given {
  readonly role: Role;
  readonly id: string;
  readonly command: Command;
}

const call = (command: Command): Given => ({ role: 'centralDesk', id: 'online', command });

const setting = (name: string, value: unknown, from: string): Given => ({
  role: 'administrator',
  id: settingsStream.id,
  command: {
    do: 'setRuleValue',
    setting: name,
    value,
    text: '架空の決裁第1号',
    from,
    correctsSource: false,
    reason: '規程に定めがないため（架空）。',
  } as Command,
});

async function openCall(parts: DemonstrationParts, organ: OrganId, today: Day): Promise<void> {
  const [opensOn, closesOn] = [addDays(today, days.opensOn), addDays(today, days.closesOn)];
  await parts.clock.setProcedure(`${opensOn}T09:00`);
  const orders: readonly Given[] = [
    setting('intake.channels', ['inPerson', 'post', 'online'], opensOn),
    setting('intake.arrivalRule', 'arrival', opensOn),
    setting('intake.closingTime', '17:00', opensOn),
    call({ do: 'draftCall', title: 'オンラインで受け付ける提案の募集（架空）', opensOn, closesOn, entries: files }),
    call({ do: 'setGuideline', version: '第1版', file: null }),
    call({
      do: 'publishCall',
      items: ['guideline', 'period', 'fileList', 'fileOutlines'],
      publishedOn: opensOn,
      place: '架空の市のウェブサイト',
    }),
    call({ do: 'openCall' }),
  ];
  for (const [at, order] of orders.entries()) await give(parts, organ, at, order);
}

async function give(parts: DemonstrationParts, organ: OrganId, at: number, { role, id, command }: Given) {
  const kind = kindOf(command.do);
  if (kind === null) throw new Error(`${command.do} is no command`);
  const commandId = `demonstration:${organ}:online:${at}`;
  const actor = { person: '見本 担当', role, organ } as const;
  const order = { organ, actor, commandId, stream: { kind, id }, expectedVersion: null, command };
  const outcome = await execute(parts, order);
  if (!('events' in outcome)) throw new Error(`${commandId} ended as ${JSON.stringify(outcome)}`);
}
