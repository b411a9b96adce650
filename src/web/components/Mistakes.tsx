import { Banner } from './Banner.tsx';

interface MistakesProps {
  readonly title: string;
  /** By the ids of their fields. */
  readonly mistakes: ReadonlyMap<string, string>;
}

/** What was wrong with a form, each with the way to its field; nothing where nothing was. */
export function Mistakes({ title, mistakes }: MistakesProps) {
  if (mistakes.size === 0) return null;
  return (
    <Banner tone="error" title={title}>
      <ul class="bullets">
        {[...mistakes].map(([name, mistake]) => (
          <li>
            <a href={`#${name}`}>{mistake}</a>
          </li>
        ))}
      </ul>
    </Banner>
  );
}
