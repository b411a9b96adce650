import { join } from 'node:path';
import type { OrganKeys } from '../../app/ports/organKeys.ts';
import type { OrganId } from '../../core/role.ts';
import { signingKeyFile } from './signingKeyFile.ts';

/** Organs' signing keys as files `ORGAN.pem` of mode 0600 in `folder` (`DATA_DIR/keys`). */
export function createOrganKeyFiles(folder: string): OrganKeys {
  const keyOf = (organ: OrganId) => signingKeyFile(join(folder, `${organ}.pem`));
  return {
    publicKey: (organ) => keyOf(organ).publicKey(),
    sign: (organ, message) => keyOf(organ).sign(message),
  };
}
