import * as z from 'zod';
import type { PartyId } from '../../core/proposal/state.ts';
import { labelled } from './values.ts';

/** A party of a proposal: `proposer:1` … or `agent`. */
export const partyId = (label: string) =>
  labelled(
    label,
    z.string().regex(/^(agent|proposer:[1-9]\d*)$/, 'proposer:1 か agent') as z.ZodType as z.ZodType<PartyId>,
  );
