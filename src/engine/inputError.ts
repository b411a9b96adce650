/** Something given to the engine can't be used as it is: the recipe, the data or a hierarchy. Exit code 2. */
export class InputError extends Error {
  override readonly name = 'InputError';
  /** Where it stands: a recipe key, a file with line, or a column. */
  readonly place: string;

  constructor(place: string, message: string) {
    super(`${place}: ${message}`);
    this.place = place;
  }
}
