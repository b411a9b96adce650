import type { OrganId } from '../core/role.ts';
import type { WebParts } from './parts.ts';

/** A page or an answer of the API as it was made, with its ETag. */
export interface Kept {
  readonly content: string | Uint8Array<ArrayBuffer>;
  readonly tag: string;
}

/** What is the same for everyone, by a key that changes with whatever it is made from. */
export interface PageCache {
  /** What stands under the key; made if it is not there. */
  get(key: string, make: () => Promise<Kept>): Promise<Kept>;
}

/** The longest content that is kept, in characters or bytes; the whole register as CSV or XLSX is made for whoever asks. */
const longestKept = 200_000;

/** Keeps so many pages; the one that was not asked for longest goes first. */
export function createPageCache(most: number): PageCache {
  const pages = new Map<string, Promise<Kept>>();
  const keep = (key: string, page: Promise<Kept>) => {
    pages.delete(key);
    pages.set(key, page);
    const [oldest] = pages.keys();
    if (pages.size > most && oldest !== undefined) pages.delete(oldest);
  };
  return {
    async get(key, make) {
      const page = pages.get(key) ?? make();
      keep(key, page);
      try {
        const made = await page;
        if (made.content.length > longestKept) pages.delete(key);
        return made;
      } catch (error) {
        pages.delete(key);
        throw error;
      }
    },
  };
}

/** The key of an address that shows what these organs publish: it changes with each of their commits and each minute. */
export const sharedKey = ({ events, clock }: WebParts, organs: readonly OrganId[], address: string): string =>
  [clock.procedure(), ...organs.map((organ) => events.revision(organ)), address].join(' ');
