import * as z from 'zod';
import type { IdentifiedId } from '../../core/proposal/state.ts';
import { labelled } from './values.ts';

/** Someone of a proposal: `proposer:1` …, `agent`, or the 担当者 of a corporate one. */
export const identifiedId = (label: string) =>
  labelled(
    label,
    z
      .string()
      .regex(
        /^(agent|contactPerson|proposer:[1-9]\d*)$/,
        'proposer:1 か agent か contactPerson',
      ) as z.ZodType as z.ZodType<IdentifiedId>,
  );
