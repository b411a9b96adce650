import type { Kind } from './kinds.ts';

/** A kind that a column may be, and why. */
export interface SuggestedKind {
  readonly kind: Pick<Kind, 'label' | 'role' | 'remark'>;
  readonly confidence: number;
  readonly evidence: readonly string[];
  /** Whether most values have a shape of the kind. */
  readonly fits: boolean;
}

/** A share in words: 98.5%. */
export const percent = (share: number): string => `${Math.floor(share * 1000) / 10}%`;
