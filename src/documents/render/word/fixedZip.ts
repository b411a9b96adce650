const local = { signature: 0x04034b50, time: 10 };
const central = { signature: 0x02014b50, time: 12, size: 46, name: 28, localAt: 42 };
const end = { signature: 0x06054b50, size: 22, entries: 10, at: 16 };
/** 1980-01-01 00:00 as a ZIP writes it: time and date. */
const beginning = 0x00210000;

/** The same ZIP with the same time at every entry, so that the same contents are the same bytes. Changed in place. */
export function fixedZip(zip: Buffer): Buffer {
  const last = zip.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'));
  if (last < 0 || zip.readUInt32LE(last) !== end.signature) throw new Error('not a ZIP');
  let at = zip.readUInt32LE(last + end.at);
  for (let entry = 0; entry < zip.readUInt16LE(last + end.entries); entry += 1) {
    const localAt = zip.readUInt32LE(at + central.localAt);
    if (zip.readUInt32LE(at) !== central.signature || zip.readUInt32LE(localAt) !== local.signature)
      throw new Error('a ZIP of another make');
    zip.writeUInt32LE(beginning, at + central.time);
    zip.writeUInt32LE(beginning, localAt + local.time);
    at += central.size + [0, 2, 4].reduce((sum, field) => sum + zip.readUInt16LE(at + central.name + field), 0);
  }
  return zip;
}
