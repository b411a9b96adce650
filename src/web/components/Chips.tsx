export interface Chip {
  readonly tone: 'blue' | 'green' | 'yellow' | 'gray';
  readonly label: string;
}

/** Short marks of a thing: in a list, because several may stand beside each other. */
export function Chips({ chips }: { readonly chips: readonly Chip[] }) {
  if (chips.length === 0) return null;
  return (
    <ul class="chips">
      {chips.map(({ tone, label }) => (
        <li class={`chip chip--${tone}`}>{label}</li>
      ))}
    </ul>
  );
}
