import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const golden = join(import.meta.dirname, 'golden');

test('scenario 39, OUT-7: no notice of a result, conforming or not, tells of an appeal', () => {
  const notices = readdirSync(golden, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /conformingNotice\.txt$/i.test(name),
  );
  expect(notices.length).toBeGreaterThan(9);
  const speaking = notices.filter((name) => /審査請求|教示/.test(readFileSync(join(golden, name), 'utf8')));
  expect(speaking).toEqual([]);
});
