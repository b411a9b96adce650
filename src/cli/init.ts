import { CannotStart } from '../app/ports/cannotStart.ts';
import type { Command } from './command.ts';

/** `tokumei init --production`: an empty installation and the one-time link of its administrator. */
export const createInit =
  (initialize: () => Promise<string>): Command =>
  async (args, io) => {
    if (args.length !== 1 || args[0] !== '--production') {
      io.error(
        '「tokumei init --production」と入力してください。本番用の空のデータを作り、管理者を登録するリンクを示します。',
      );
      return 2;
    }
    try {
      const link = await initialize();
      io.out(
        '本番用の空のデータを作りました。「tokumei start」で起動し、次のリンクを 24 時間以内に一度だけ開いて、管理者を登録してください。',
      );
      io.out(link);
      return 0;
    } catch (error) {
      if (!(error instanceof CannotStart)) throw error;
      io.error(error.message);
      return 2;
    }
  };
