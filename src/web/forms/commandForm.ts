import type { CommandName } from '../../app/aggregates.ts';
import type { FormPlan } from '../../app/cases/planning.ts';
import type { GroupShape } from '../../app/fields/fieldShape.ts';
import type { Mistakes } from './readWritten.ts';
import type { Written } from './written.ts';

/** A form of a command as it is drawn: its fields, what the case gives, what stands in it and what is wrong with that. */
export interface CommandForm {
  readonly command: CommandName;
  readonly shape: GroupShape;
  readonly plan: FormPlan;
  readonly written: Written;
  readonly mistakes: Mistakes;
}
