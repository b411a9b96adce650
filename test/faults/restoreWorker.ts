// A program that restores a backup: `restoreWorker.ts FOLDER FILE [STEP NAME]`. It says `step STEP NAME` as it goes, and
// stands still at the one that is named until it is killed; when all is there it says `restored` and ends.
import { writeSync } from 'node:fs';
import { restoreBackup } from '../../src/adapters/backup/restoreBackup.ts';
import { embeddedServer } from '../../src/adapters/postgres/embedded/embeddedServer.ts';
import { orderOf, placeOf } from '../support/installations.ts';

const [folder = '', file = '', standAt = '', standName = ''] = process.argv.slice(2);
const { server: _, ...place } = placeOf(embeddedServer(folder), folder);
const report = await restoreBackup(
  { ...place, server: () => embeddedServer(folder) },
  {
    ...orderOf(file),
    onProgress({ step, name }) {
      writeSync(1, `step ${step} ${name}\n`);
      if (step === standAt && name.startsWith(standName)) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
    },
  },
);
writeSync(1, `restored ${report.events}\n`);
