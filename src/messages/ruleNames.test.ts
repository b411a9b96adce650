import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadProfiles } from '../adapters/profiles/loadProfiles.ts';
import { provisionPaths, settablePaths } from '../core/settings/settable.ts';
import { ruleName } from './ruleNames.ts';

test('STP-29: every value and every printed place of a shipped profile has a Japanese name', () => {
  const profiles = loadProfiles(join(import.meta.dirname, '../../profiles'));
  const paths = new Set(
    profiles.flatMap(({ ruleSets }) =>
      ruleSets.flatMap((rules) => [...settablePaths(rules), ...provisionPaths(rules)]),
    ),
  );
  expect(paths.size).toBeGreaterThan(100);
  expect([...paths].filter((path) => ruleName(path).name === path || /[a-z]/.test(ruleName(path).area))).toEqual([]);
});
