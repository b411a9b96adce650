import { expect, test } from 'vitest';
import { createPageCache, type Kept } from './pageCache.ts';

function counted(content: (times: number) => string) {
  let times = 0;
  const make = async (): Promise<Kept> => {
    times += 1;
    return { content: content(times), tag: '' };
  };
  return { make, times: () => times };
}

test('a page is made once for all who ask at the same time and after', async () => {
  const [cache, page] = [createPageCache(3), counted(String)];
  const answers = await Promise.all([cache.get('a', page.make), cache.get('a', page.make)]);
  expect([...answers, await cache.get('a', page.make)].map(({ content }) => content)).toEqual(['1', '1', '1']);
});

test('the page that was not asked for longest goes first', async () => {
  const [cache, page] = [createPageCache(2), counted(String)];
  for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) await cache.get(key, page.make);
  expect(page.times()).toBe(4);
});

test('what fails and what is very long is not kept', async () => {
  const [cache, long] = [createPageCache(2), counted(() => 'あ'.repeat(300_000))];
  await expect(cache.get('a', () => Promise.reject(new Error('away')))).rejects.toThrow('away');
  for (const _ of [1, 2]) await cache.get('a', long.make);
  expect(long.times()).toBe(2);
});
