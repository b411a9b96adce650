import fc from 'fast-check';
import { brokenBy, brokenIn } from './invariants.ts';
import { laterBy, nextOrder } from './orders.ts';
import { chosenStage, type SoakOrgan } from './stage.ts';
import { readTape } from './tape.ts';
import { give, type World } from './world.ts';

/** What a run of sequences has seen. */
export interface Seen {
  /** Events by their type, and refusals by their code: how often. */
  readonly events: Map<string, number>;
  readonly refusals: Map<string, number>;
}

const count = (counts: Map<string, number>, name: string) => counts.set(name, (counts.get(name) ?? 0) + 1);

/** Plays the orders that a tape says. @returns the sentences that were broken, with the order that broke them */
export function playTape(organ: SoakOrgan, bytes: Uint8Array, seen: Seen): readonly string[] {
  const tape = readTape(bytes);
  let world: World = chosenStage(organ, tape);
  while (!tape.ended) {
    world = laterBy(world, tape);
    const deed = give(world, nextOrder(world, tape));
    const broken = brokenBy(deed);
    if (broken.length > 0) return broken.map((sentence) => `${sentence}: ${JSON.stringify(deed.order)}`);
    for (const { type } of deed.events) count(seen.events, type);
    if (deed.refusal) count(seen.refusals, deed.refusal.code);
    world = deed.after;
  }
  return brokenIn(world);
}

/** Random sequences of orders at an organ, the same for the same seed. @throws Error with the shortest one that breaks a sentence */
export function checkSequences(organ: SoakOrgan, runs: number, seed: number): Seen {
  const seen: Seen = { events: new Map(), refusals: new Map() };
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 200, maxLength: 600, size: 'max' }), (bytes) => {
      const broken = playTape(organ, bytes, seen);
      if (broken.length > 0) throw new Error(broken.join('\n'));
    }),
    { numRuns: runs, seed },
  );
  return seen;
}
