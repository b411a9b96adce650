/** The languages of the public pages. Everything else is Japanese. */
export const languages = ['ja', 'en'] as const;
export type Language = (typeof languages)[number];

/** Words with the same names and arguments, in whatever language: what is missing in one is an error of types. */
export type Translated<Source> = {
  readonly [Name in keyof Source]: Source[Name] extends string
    ? string
    : Source[Name] extends (...given: infer Given) => string
      ? (...given: Given) => string
      : Translated<Source[Name]>;
};
