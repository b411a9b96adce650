/**
 * Watches whether bytes that were declared to be CP932 are text of another encoding. Texts of UTF-8 and EUC-JP often decode as CP932
 * without an error; text of CP932 with kanji or kana of full width is never valid in them.
 * @param labels as TextDecoder takes them
 */
export function foreignText(labels: readonly string[]) {
  let decoders = labels.map((label) => new TextDecoder(label, { fatal: true }));
  let telling = false;
  return {
    add(bytes: Uint8Array): void {
      if (decoders.length === 0) return;
      decoders = decoders.filter((decoder) => accepts(decoder, bytes));
      telling ||= bytes.some((byte) => byte >= 0xe0);
    },
    /** The other encoding, once all bytes were shown. */
    found(): string | undefined {
      return telling ? decoders.find((decoder) => accepts(decoder, new Uint8Array()))?.encoding : undefined;
    },
  };
}

type Decoder = InstanceType<typeof TextDecoder>;

/** No bytes are the end of the text. */
function accepts(decoder: Decoder, bytes: Uint8Array): boolean {
  try {
    decoder.decode(bytes, { stream: bytes.length > 0 });
    return true;
  } catch {
    return false;
  }
}
