/** Text that is HTML already. */
export interface Html {
  readonly html: string;
}

type Content = Html | string | number | false | null | undefined | readonly Content[];

/** HTML from a template: everything in it that is not `Html` is escaped, lists follow one another, nothing stands for false and null. */
export function html(texts: TemplateStringsArray, ...contents: readonly Content[]): Html {
  return { html: texts.map((text, index) => text + written(contents[index])).join('') };
}

function written(content: Content): string {
  if (content === undefined || content === null || content === false) return '';
  if (typeof content === 'string' || typeof content === 'number') return escaped(String(content));
  return 'html' in content ? content.html : content.map(written).join('');
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Control characters, which HTML can't hold, and those that turn the direction of text are shown by their code. */
const escaped = (text: string) =>
  text
    .replaceAll(/[&<>"']/g, (character) => entities[character] ?? character)
    .replaceAll(/(?![\t\n])[\p{Cc}\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, codeOf);

const codeOf = (character: string) => `[U+${character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}]`;
