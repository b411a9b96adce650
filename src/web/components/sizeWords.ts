/** A number of bytes as people read it: `12,345バイト`, `1.2MB`. */
export function sizeWords(bytes: number): string {
  if (bytes < 1024) return `${bytes.toLocaleString('ja-JP')}バイト`;
  const mega = bytes / (1024 * 1024);
  return mega < 1 ? `${Math.ceil(bytes / 1024).toLocaleString('ja-JP')}KB` : `${mega.toFixed(mega < 10 ? 1 : 0)}MB`;
}
