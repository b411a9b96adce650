import { createInstallationRules } from '../../app/installationRules.ts';
import type { RuleBook } from '../../app/ruleBook.ts';
import type { ScenarioParts } from '../../app/scenario/runScenario.ts';
import { createEngineAnonymizer } from '../anonymizer/engineAnonymizer.ts';
import { japaneseHolidays } from '../calendar/japaneseHolidays.ts';
import { createMemoryClock } from './memoryClock.ts';
import { createMemoryEventStore } from './memoryEventStore.ts';
import { createMemoryFileStore } from './memoryFileStore.ts';
import { createMemoryOrganKeys } from './memoryOrganKeys.ts';
import { createMemoryPrinter } from './memoryPrinter.ts';
import { createMemoryProgress } from './memoryProgress.ts';
import { createMemoryReleaseVault } from './memoryReleaseVault.ts';

/** A whole system that lives as long as the program, for scenarios and tests; only the anonymization uses the disk. */
export function createMemorySystem(shipped: RuleBook) {
  const clock = createMemoryClock('2025-04-01T00:00');
  const { events, rules } = createInstallationRules(shipped, createMemoryEventStore(clock), clock);
  return {
    clock,
    rules,
    events,
    files: createMemoryFileStore(),
    keys: createMemoryOrganKeys(),
    vault: createMemoryReleaseVault(),
    progress: createMemoryProgress(),
    printer: createMemoryPrinter(),
    identity: null,
    holidays: japaneseHolidays(),
    anonymizer: createEngineAnonymizer(),
  } satisfies ScenarioParts;
}
