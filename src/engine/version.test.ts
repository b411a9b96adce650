import { expect, test } from 'vitest';
import project from '../../package.json' with { type: 'json' };
import { engineVersion } from './version.ts';

test('the engine names the version of the package', () => expect(engineVersion).toBe(project.version));
