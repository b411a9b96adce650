import type { Refusal } from '../core/decision.ts';

export const refusalText = ({ code, basis }: Refusal): string => `${code}（${basis}）`;
