import { expect, test } from 'vitest';
import { unitOf } from './unitOf.ts';

test.each([
  ['見本局架空部架空課', '見本局'],
  ['例示区架空統括本部架空課', '例示区'],
  ['架空統括本部架空課', '架空統括本部'],
  ['架空課', null],
  ['区架空課', null],
])('PUB-9: %s belongs to %s', (organization, unit) => {
  expect(unitOf(organization, ['区', '局', '統括本部'])).toBe(unit);
});
