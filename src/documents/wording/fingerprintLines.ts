/** A fingerprint to be compared by eye: groups of eight digits, four to a line. */
export const fingerprintLines = (hex: string): string =>
  hex.replace(/(.{8})(?=.)/g, '$1 ').replace(/((?:\S+ ){3}\S+) /g, '$1\n');
