/**
 * A part of the machine does not work at the moment: the disk is full, or the database is away. Nothing was half done;
 * the same command with the same commandId may be given again. The message says in Japanese what to do.
 */
export class Unavailable extends Error {
  override readonly name = 'Unavailable';
}
