import { timelineWords } from '../../messages/timelineWords.ts';

export interface Step {
  readonly label: string;
  readonly state: 'done' | 'current' | 'ahead';
}

/** Step navigation: where something stands on its way. */
export function Steps({ label, steps }: { readonly label: string; readonly steps: readonly Step[] }) {
  return (
    <nav aria-label={label}>
      <ol class="steps">
        {steps.map(({ label: name, state }) => (
          <li data-state={state} {...(state === 'current' ? { 'aria-current': 'step' } : {})}>
            {name}
            {state === 'done' && <span class="small">（{timelineWords.done}）</span>}
            {state === 'current' && <span class="small">（{timelineWords.now}）</span>}
          </li>
        ))}
      </ol>
    </nav>
  );
}
