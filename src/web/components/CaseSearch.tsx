import { caseWords } from '../../messages/caseWords.ts';

/** The search box of the lists and of the home of staff. */
export function CaseSearch({ action, text }: { readonly action: string; readonly text: string }) {
  return (
    <search>
      <form class="search" method="get" action={action}>
        <label class="field__label" for="q">
          {caseWords.search}
        </label>
        <div class="search__line">
          <input
            class="input"
            type="search"
            id="q"
            name="q"
            value={text}
            accesskey="/"
            aria-describedby="q-hint"
            maxlength={200}
          />
          <button class="button" type="submit">
            {caseWords.searchButton}
          </button>
        </div>
        <p class="field__hint" id="q-hint">
          {caseWords.searchAll}
        </p>
      </form>
    </search>
  );
}
