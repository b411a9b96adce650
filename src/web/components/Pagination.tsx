import type { RegisterListWords } from '../../messages/english/registerWordsInEnglish.ts';
import { registerWords } from '../../messages/registerWords.ts';

interface PaginationProps {
  readonly page: number;
  readonly pages: number;
  readonly hrefOf: (page: number) => string;
  /** Japanese where none are said. */
  readonly words?: Pick<RegisterListWords, 'pages' | 'previous' | 'next' | 'pageLabel'>;
}

/** The first, the last and the neighbouring pages. */
export function Pagination({ page, pages, hrefOf, words = registerWords }: PaginationProps) {
  if (pages <= 1) return null;
  const shown = [1, page - 1, page, page + 1, pages].filter((one) => one >= 1 && one <= pages);
  const list = [...new Set(shown)].sort((left, right) => left - right);
  return (
    <nav aria-label={words.pages}>
      <ol class="pagination">
        {page > 1 && (
          <li>
            <a href={hrefOf(page - 1)}>{words.previous}</a>
          </li>
        )}
        {list.map((one, at) => (
          <>
            {at > 0 && one - (list[at - 1] ?? 0) > 1 && (
              <li aria-hidden="true">
                <span>…</span>
              </li>
            )}
            <li>
              {one === page ? (
                <span aria-current="page">{one}</span>
              ) : (
                <a href={hrefOf(one)} aria-label={words.pageLabel(one)}>
                  {one}
                </a>
              )}
            </li>
          </>
        ))}
        {page < pages && (
          <li>
            <a href={hrefOf(page + 1)}>{words.next}</a>
          </li>
        )}
      </ol>
    </nav>
  );
}
