import { CannotStart } from '../app/ports/cannotStart.ts';
import type { Command, Io } from './command.ts';
import type { Service } from './service.ts';

/** Resolves when the person or the machine asks the program to end, or its launcher is gone. */
function askedToEnd(): Promise<null> {
  return new Promise((resolve) => {
    // The listeners stay: a second signal must not cut short what the first began.
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve(null));
    process.on('disconnect', () => resolve(null));
  });
}

function announce({ address, demonstration }: Service, io: Io): void {
  io.out(`匿名加工情報の事務システムを起動しました: ${address}/`);
  if (demonstration) {
    io.out('これはデモンストレーション用です。案件や人物は架空のもので、本番の事務には使えません。');
    io.out(`次の利用者でログインできます (パスワードはすべて ${demonstration.password})。`);
    for (const [organ, accounts] of Map.groupBy(demonstration.accounts, (account) => account.organ))
      io.out(`  ${organ}: ${accounts.map(({ login, name }) => `${login} (${name})`).join('、')}`);
  }
  io.out('終えるには Ctrl+C を押してください。');
}

/** `tokumei start`: serves until it is asked to end. */
export const createStart =
  (open: () => Promise<Service>): Command =>
  async (args, io) => {
    if (args.length > 0) {
      io.error(
        `「tokumei start」に引数「${args[0]}」はありません。HOST、PORT、DATA_DIR、DATABASE_URL は環境変数で指定します。`,
      );
      return 2;
    }
    const end = askedToEnd();
    try {
      const service = await open();
      announce(service, io);
      const reason = await Promise.race([end, service.broken]);
      if (reason) io.error(reason);
      await service.close();
      return reason ? 2 : 0;
    } catch (error) {
      if (!(error instanceof CannotStart)) throw error;
      io.error(error.message);
      return 2;
    }
  };
