import type { Attribute } from './distinctTable.ts';

/** The attributes with the allowed levels only: everything after counts from the lowest of them. */
export const allowedLevels = (attributes: readonly Attribute[]): Attribute[] =>
  attributes.map((attribute) => {
    const { min, max } = attribute.allowed ?? { min: 0, max: attribute.levels.length - 1 };
    return { ...attribute, levels: attribute.levels.slice(min, max + 1) };
  });
