// A program that backs an installation up: `backupWorker.ts CONNECTION FOLDER FILE`, the connection as JSON.
import { writeBackup } from '../../src/adapters/backup/writeBackup.ts';
import { orderOf } from '../support/installations.ts';

const [connection = '', dataFolder = '', file = ''] = process.argv.slice(2);
const server = { name: 'test', ensure: async () => JSON.parse(connection), stop: async () => undefined };
const source = { server, dataFolder, program: '0.0.0', now: new Date(), enter: async () => undefined };
await writeBackup(source, orderOf(file)).catch((error: Error) => {
  process.stderr.write(error.message);
  process.exitCode = 2;
});
