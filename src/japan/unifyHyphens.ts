const hyphens = /[\u2010-\u2015\u2212\u2500\u2501\uFE63\uFF0D]/g;

/** Every hyphen, dash and minus as one `-`; ー is a letter and stays. */
export const unifyHyphens = (text: string): string => text.replaceAll(hyphens, '-');
