/** A zip file that depends on nothing but its content: the same files, the same bytes. */
import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipEntry {
  /** Path in the archive, with "/". */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** 1 January 1980, the earliest that the format can say: when a file was built is no part of the release. */
const DATE = 0x21;
/** Unix, regular file, rw-r--r--. */
const MODE = 0o100644 * 65_536;
const VERSION = 20;
const UTF8 = 0x800;
const DEFLATED = 8;

/** The entries in the order of their paths. @throws where a path stands twice. */
export function zip(entries: readonly ZipEntry[]): Buffer {
  const sorted = [...entries].sort((a, b) => (a.path < b.path ? -1 : 1));
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  sorted.forEach(({ path, bytes }, i) => {
    if (sorted[i - 1]?.path === path) throw new Error(`${path} stands twice`);
    const name = Buffer.from(path);
    const packed = deflateRawSync(bytes, { level: 9 });
    const about = Buffer.alloc(26);
    about.writeUInt16LE(VERSION, 0);
    about.writeUInt16LE(UTF8, 2);
    about.writeUInt16LE(DEFLATED, 4);
    about.writeUInt16LE(DATE, 8);
    about.writeUInt32LE(crc32(bytes), 10);
    about.writeUInt32LE(packed.length, 14);
    about.writeUInt32LE(bytes.length, 18);
    about.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), about, name]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(MODE, 6);
    rest.writeUInt32LE(offset, 10);
    // "Made by": the upper byte says that the mode is Unix's.
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02'), Buffer.from([VERSION, 3]), about, rest, name]));
    parts.push(local, packed);
    offset += local.length + packed.length;
  });
  const index = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(sorted.length, 8);
  end.writeUInt16LE(sorted.length, 10);
  end.writeUInt32LE(index.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, index, end]);
}
