import type { PageState } from './pages.ts';
import { serveStage } from './serve.ts';
import { createStage, kumamoto, password, type Stage } from './stage.ts';

/** The stages of all page states, served. */
export interface Stages {
  originOf(state: PageState): string;
  /** The token of a session in the state's role; null where nobody is signed in. */
  tokenOf(state: PageState): Promise<string | null>;
  close(): Promise<void>;
}

export async function serveStages(): Promise<Stages> {
  const plain = await createStage();
  const played = await createStage({ more: 0, playedUntil: 'receiveContractApplication' });
  const [plainServer, playedServer] = [await serveStage(plain), await serveStage(played)];
  const stageOf = (state: PageState): Stage => (state.played ? played : plain);
  return {
    originOf: (state) => (state.played ? playedServer : plainServer).origin,
    async tokenOf(state) {
      if (!state.as) return null;
      const answer = await stageOf(state).parts.identity.signIn(kumamoto, state.as.toLowerCase(), password);
      if (answer.outcome !== 'signedIn') throw new Error(`${state.as} cannot sign in`);
      return answer.token;
    },
    async close() {
      await plainServer.close();
      await playedServer.close();
    },
  };
}
