const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** Width and height of a PNG in pixels, by its content; null for anything else. */
export function pngSize(content: Uint8Array): { readonly width: number; readonly height: number } | null {
  const file = Buffer.from(content);
  const isPng = file.length > 24 && file.subarray(0, 8).equals(signature) && file.toString('latin1', 12, 16) === 'IHDR';
  return isPng ? { width: file.readUInt32BE(16), height: file.readUInt32BE(20) } : null;
}
