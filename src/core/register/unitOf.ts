/**
 * The unit by which the register is shown (PUB-9): the organization's name up to the first of the endings, as 「見本局」 of
 * 「見本局架空課」; null where its name has none.
 */
export function unitOf(organization: string, endings: readonly string[]): string | null {
  const ends = endings.flatMap((ending) => {
    const at = organization.indexOf(ending);
    return at > 0 ? [at + ending.length] : [];
  });
  return ends.length === 0 ? null : organization.slice(0, Math.min(...ends));
}
