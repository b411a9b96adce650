import { unreachable } from '../../core/unreachable.ts';
import { sealerWords } from '../../messages/sealerWords.ts';
import type { SealerState } from '../ports/sealer.ts';

/** What somebody has to look at; null while all is well. @param file where the checkpoints outside the database are */
export function sealerWarning(
  state: SealerState,
  file: string,
): { readonly title: string; readonly text: string } | null {
  switch (state.state) {
    case 'sealing':
      return null;
    case 'differs':
      return { title: sealerWords.differsTitle, text: sealerWords.differs(state.outside.number, state.number, file) };
    case 'failing':
      return { title: sealerWords.failingTitle, text: sealerWords.failing(state.reason) };
    default:
      return unreachable(state);
  }
}
