import type { CorrectionRequest } from '../../core/proposal/state.ts';
import { partWord } from '../../messages/partWord.ts';

/** What is asked for in a correction, point by point. */
export function CorrectionPoints({ points }: Pick<CorrectionRequest, 'points'>) {
  return (
    <ul class="bullets">
      {points.map(({ field, text }) => (
        <li>
          <strong>{partWord(field)}</strong>：{text}
        </li>
      ))}
    </ul>
  );
}
