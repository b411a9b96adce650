import type { Handler } from '../core/proposal/form.ts';

/** 取扱従事者 by name where it is known, else by the number in which they were told. */
export const handlerWord = (number: string, handler: Handler | undefined): string =>
  handler ? `${handler.affiliation} ${handler.post} ${handler.name}` : `取扱従事者${number.replace('handler:', '')}`;
