/** Why a value can't be placed in a hierarchy, as the end of a sentence. */
export interface Unreadable {
  readonly unreadable: string;
}

/** Generalizes single values: the rule of a hierarchy that no file lists. */
export interface LabelReader {
  /** What each level above the value is called, from fine to coarse. */
  readonly levels: readonly string[];
  /** One label per level. Equal labels of a level have equal labels at every level above. */
  readonly read: (value: string) => readonly string[] | Unreadable;
}
