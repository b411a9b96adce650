/** The program cannot begin its work; the message says in Japanese what is wrong and what to do. The exit code is 2. */
export class CannotStart extends Error {
  override readonly name = 'CannotStart';
}
