/** A citation as it stands first in a paper: the Act with its full name, and 法 from then on. */
export const spelledOut = (citation: string): string =>
  citation.replace(/^法第/, '個人情報の保護に関する法律（平成15年法律第57号。以下「法」という。）第');
