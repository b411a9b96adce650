import type { ContactWay } from '../core/proposal/state.ts';

/** How somebody was spoken to, as papers say it. */
export const contactWayWords = {
  counter: '窓口',
  phone: '電話',
  mail: '電子メール',
  letter: '書面',
  visit: '訪問',
} as const satisfies Record<ContactWay, string>;
