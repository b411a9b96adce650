import type { LeakParticulars, ReportLeak } from '../../core/leak/commands.ts';
import type { LeakEvent } from '../../core/leak/leak.ts';
import type { LeakState } from '../../core/leak/state.ts';
import type { OfficialDocument } from '../../documents/block.ts';
import { leakRecord } from '../../documents/forms/leakRecord.ts';
import { type LeakFacts, leakReport } from '../../documents/forms/leakReport.ts';
import { hasForm } from '../../documents/frame/formOf.ts';
import { loadCase } from '../loadCase.ts';
import type { Occasion } from './occasion.ts';

/** The leak with its account, and how its principals were told. */
async function leakOf({ parts, organ, event }: Occasion): Promise<(LeakFacts & { readonly state: LeakState }) | null> {
  const state = await loadCase(parts, organ, 'leak', event.stream.id);
  if (!state) return null;
  const events = (await parts.events.read(organ, event.stream)) as unknown as readonly LeakEvent[];
  const found = events.find((one) => one.type === 'leakDiscovered');
  const told = events.findLast((one) => one.type === 'principalsTold');
  const { knownOn, things, persons, grounds } = state;
  return {
    state,
    knownOn,
    things,
    persons,
    grounds,
    account: found?.personal?.account ?? '（廃棄済み）',
    told: told ? { on: told.data.toldOn, way: told.data.way } : null,
  };
}

/** 速報, 確報 (法68条1項). */
export async function leakReportPapers(occasion: Occasion): Promise<readonly OfficialDocument[]> {
  const { rules, event } = occasion;
  const leak = await leakOf(occasion);
  if (!leak || !hasForm(rules, 'leakReport')) return [];
  const { report, reportedOn: date, documentNumber } = event.data as Omit<ReportLeak, 'do'>;
  const { cause = null, harm = null, measures = null } = (event.personal ?? {}) as Partial<LeakParticulars>;
  return [leakReport(rules, { ...leak, report, date, documentNumber, cause, harm, measures })];
}

/** 漏えい等記録票. */
export async function leakRecordPapers(occasion: Occasion): Promise<readonly OfficialDocument[]> {
  const leak = await leakOf(occasion);
  if (!leak) return [];
  const { endedOn, measures } = occasion.event.data as { readonly endedOn: string; readonly measures: string };
  const { preliminaryOn, finalOn, clock } = leak.state;
  const reports = clock === null ? null : { preliminaryOn, finalOn };
  return [leakRecord(occasion.rules, { ...leak, number: occasion.event.stream.id, reports, endedOn, measures })];
}
