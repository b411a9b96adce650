import { createEngineAnonymizer } from '../../src/adapters/anonymizer/engineAnonymizer.ts';
import type { OrganId } from '../../src/core/role.ts';
import type { PageState } from './pages.ts';
import { serveStage } from './serve.ts';
import { createStage, password, type StageOptions } from './stage.ts';

/** The stages of all page states, served. */
export interface Stages {
  originOf(state: PageState): string;
  /** The token of a session in the state's role; null where nobody is signed in. */
  tokenOf(state: PageState): Promise<string | null>;
  close(): Promise<void>;
}

export async function serveStages(): Promise<Stages> {
  const served = {
    plain: await serve({}),
    online: await serve({ more: 0, isOnline: true, now: '2026-01-05T09:00' }),
    review: await serve({ more: 0, playedUntil: 'issueConformingNotice' }),
    notice: await serve({ more: 0, playedUntil: 'receiveContractApplication' }),
    creation: await serve({ more: 0, playedUntil: 'signVerification', anonymizer: createEngineAnonymizer() }),
  };
  const stageOf = ({ played }: PageState) => served[played ?? 'plain'];
  return {
    originOf: (state) => stageOf(state).origin,
    async tokenOf(state) {
      if (!state.as) return null;
      const answer = await stageOf(state).stage.parts.identity.signIn(organOf(state), state.as.toLowerCase(), password);
      if (answer.outcome !== 'signedIn') throw new Error(`${state.as} cannot sign in`);
      return answer.token;
    },
    async close() {
      for (const { close } of Object.values(served)) await close();
    },
  };
}

/** The organ of the address. */
const organOf = ({ path }: PageState) => (path.match(/organs\/([^/?]+)/)?.[1] ?? '') as OrganId;

async function serve(options: StageOptions) {
  const stage = await createStage(options);
  return { stage, ...(await serveStage(stage)) };
}
