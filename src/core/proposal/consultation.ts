import { happened } from '../decision.ts';
import { type Decided, isBlank } from './facts.ts';
import { no } from './refusals.ts';
import type { RecordConsultation } from './reviewCommands.ts';

/** 協議・確認: noted where it took place; the sources want it as needed, so that nothing waits for it. */
export function recordConsultation({ do: _, ...consultation }: RecordConsultation): Decided {
  if (isBlank(consultation.matter)) return no('consultationMatterMissing');
  return happened({ type: 'consultationRecorded', data: consultation });
}
