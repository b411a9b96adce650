/** The error for a digest under which nothing is kept. */
export const noSuchFile = (digest: string): Error => new Error(`ファイル ${digest} は保管されていません。`);
