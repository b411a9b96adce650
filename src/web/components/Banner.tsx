import type { Child } from 'hono/jsx';

interface BannerProps {
  readonly tone: 'info' | 'success' | 'warning' | 'error' | 'quiet';
  readonly title: string;
  readonly children?: Child;
}

/** A notice above the content; an error is announced at once. */
export function Banner({ tone, title, children }: BannerProps) {
  return (
    <section class={`banner banner--${tone}`} role={tone === 'error' ? 'alert' : undefined} aria-label={title}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}
