/** What is said of a file that cannot be taken in. */
export const fileMistakes = {
  empty: (name: string) => `「${name}」は中身が空です。正しいファイルを選び直してください。`,
  program: (name: string) => `「${name}」は実行できるプログラムのため受け取れません。`,
  macro: (name: string) => `「${name}」はマクロを含むため受け取れません。マクロのない形式で保存し直してください。`,
  malware: (name: string) => `「${name}」はウイルスの検査用の内容を含むため受け取れません。`,
  unknown: (name: string) => `「${name}」の形式が分かりません。受け取れる形式で保存し直してください。`,
  otherKind: (name: string) => `「${name}」の形式は、ここでは受け取れません。受け取れる形式を確かめてください。`,
  gone: 'ファイルをもう一度選んでください。',
} as const;
