import type { RuleSet } from '../../core/organ/ruleSet.ts';
import type { EntryContents } from '../../core/register/entry.ts';
import type { OrganId } from '../../core/role.ts';
import type { Command } from '../aggregates.ts';
import { execute } from '../execute.ts';
import type { Parts } from '../parts.ts';
import { type FictitiousFile, fictitiousFiles } from './fictitiousFiles.ts';
import type { Seeder } from './seeder.ts';

/** The day on which the registers of the demonstration were made. */
const madeOn = '2025-11-28';

/** Ten entries in the register of each organ, some of them flagged. */
export const registers: Seeder = {
  name: 'registers',
  async seed(parts) {
    await parts.clock.setProcedure(`${madeOn}T09:00`);
    for (const [organ, files] of Object.entries(fictitiousFiles))
      for (const file of files) await register(parts, organ as OrganId, file);
  },
};

async function register(parts: Parts, organ: OrganId, file: FictitiousFile): Promise<void> {
  const rules = parts.rules.inForce(organ, madeOn);
  if (rules === null) return;
  const actor = { person: '見本 担当', role: 'responsibleDivision', organ } as const;
  for (const command of commandsOf(file, rules)) {
    const commandId = `demonstration:${organ}:${file.id}:${command.do}`;
    const stream = { kind: 'register', id: file.id } as const;
    const outcome = await execute(parts, { organ, actor, commandId, stream, expectedVersion: null, command });
    if (outcome.outcome !== 'done' && outcome.outcome !== 'repeated')
      throw new Error(`demonstration: ${commandId} ended as ${JSON.stringify(outcome)}`);
  }
}

function commandsOf(file: FictitiousFile, rules: RuleSet): Command[] {
  const [uniquePersons, cumulativePersons] = file.persons;
  const passed = (reason: string) => ({ passed: true, reason });
  const desk = { name: rules.desk.name?.value ?? '総務課', address: rules.desk.address?.value ?? '' };
  return [
    {
      do: 'registerFile',
      contents: contentsOf(file, rules),
      entryDate: { on: madeOn, asWritten: null },
      persons: { uniquePersons, cumulativePersons, countedOn: madeOn },
    },
    { do: 'publishEntry', publishedOn: madeOn },
    ...(file.flagged
      ? ([
          {
            do: 'testForSolicitation',
            tests: {
              published: passed('個人情報ファイル簿に掲載し、公表している。'),
              disclosure: passed('開示請求があれば、個人に関する情報を除き、一部を開示することとなる。'),
              noHindrance: passed('電算処理ファイルであり、通常の業務の範囲で抽出できる。'),
            },
          },
          { do: 'flagForSolicitation', desk },
        ] as const)
      : []),
  ];
}

const contentsOf = (file: FictitiousFile, { identity, desk }: RuleSet): EntryContents => ({
  fileName: file.fileName,
  organName: identity.head?.value ?? identity.name?.value ?? '',
  responsibleOrganization: file.division,
  purpose: file.purpose,
  recordItems: file.items.split('、').map((item) => ({ name: item.replace('*', ''), mayBeAbsent: item.endsWith('*') })),
  recordScope: file.scope,
  collectionMethod: file.method,
  sensitiveInformation: file.sensitive ?? false,
  ordinanceSensitiveInformation: null,
  regularRecipients: file.recipients === undefined ? [] : [file.recipients],
  disclosureDesk: desk.name && desk.address ? { name: desk.name.value, address: desk.address.value } : null,
  specialProcedure: null,
  fileKind: 'electronic',
  manualCopy: file.manualCopy ?? false,
  thirdPartyProcedure: null,
  remarks: 'この記載は、システムの動きを示すための架空のものです。',
});
