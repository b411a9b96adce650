import type { Child } from 'hono/jsx';
import type { Language } from '../../messages/language.ts';

/** What is kept in Japanese alone, told apart on a page of another language. */
export function InJapanese({ on, children }: { readonly on: Language; readonly children: Child }) {
  return on === 'ja' ? children : <span lang="ja">{children}</span>;
}
