import type { Event } from '../event.ts';
import type { CalledFile, FileGroup, Guideline, PersonSnapshot, Publication } from './state.ts';

export type CallEvent =
  | Event<
      'callDrafted',
      {
        readonly ruleDay: string;
        readonly title: string;
        readonly opensOn: string;
        readonly closesOn: string;
        readonly files: readonly CalledFile[];
        readonly groups: readonly FileGroup[];
      }
    >
  | Event<
      'callRevised',
      {
        readonly title: string;
        readonly opensOn: string;
        readonly closesOn: string;
        readonly files: readonly CalledFile[];
        readonly groups: readonly FileGroup[];
      }
    >
  | Event<'shortWindowAdmitted', { readonly reason: string; readonly by: string; readonly earliestClose: string }>
  | Event<'guidelineSet', Guideline>
  | Event<'callPublished', { readonly publications: readonly Publication[] }>
  /** `warnings` name what the organ wants and does not block (H: あらかじめ). */
  | Event<'callOpened', { readonly warnings: readonly string[] }>
  | Event<'callClosed', { readonly snapshot: readonly PersonSnapshot[] }>
  | Event<'snapshotReplaced', PersonSnapshot>
  | Event<'callWithdrawn', { readonly reason: string }>;
