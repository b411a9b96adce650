/** Text that a database can hold in a text column: no NUL, no half of a surrogate pair. */
export const isPlain = (text: string): boolean => text.isWellFormed() && !text.includes('\0');

/** Text for searching, without what a database cannot hold. */
export const plainText = (text: string): string => text.toWellFormed().replaceAll('\0', '');
