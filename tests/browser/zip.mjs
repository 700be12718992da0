// Zips as the tests give and take them: nothing packed, names in any encoding.
import * as zlib from "node:zlib";

const { crc32: checksum, inflateRawSync } = zlib;

/** Packs files, given with their names as bytes. */
export function zip(files) {
  const parts = [];
  const list = [];
  let at = 0;
  for (const [name, words] of files) {
    const content = Buffer.from(words);
    const head = (signature, more) => {
      const bytes = Buffer.alloc(signature === 0x04034b50 ? 30 : 46);
      bytes.writeUInt32LE(signature, 0);
      const from = signature === 0x04034b50 ? 14 : 16;
      bytes.writeUInt32LE(crc(content), from);
      bytes.writeUInt32LE(content.length, from + 4);
      bytes.writeUInt32LE(content.length, from + 8);
      bytes.writeUInt16LE(name.length, from + 12);
      if (more !== undefined) bytes.writeUInt32LE(more, 42);
      return Buffer.concat([bytes, name]);
    };
    const local = Buffer.concat([head(0x04034b50), content]);
    parts.push(local);
    list.push(head(0x02014b50, at));
    at += local.length;
  }
  const directory = Buffer.concat(list);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, directory, end]);
}

/** The files of a zip, by their names. */
export function unzip(bytes) {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  const found = {};
  let at = bytes.readUInt32LE(end + 16);
  for (let i = 0; i < bytes.readUInt16LE(end + 10); i += 1) {
    const [method, size, name, extra, comment] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20), bytes.readUInt16LE(at + 28), bytes.readUInt16LE(at + 30), bytes.readUInt16LE(at + 32)];
    const local = bytes.readUInt32LE(at + 42);
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const content = bytes.subarray(start, start + size);
    found[bytes.subarray(at + 46, at + 46 + name).toString()] = method === 0 ? content : inflateRawSync(content);
    at += 46 + name + extra + comment;
  }
  return found;
}

function crc(bytes) {
  if (checksum) return checksum(bytes);
  let sum = -1;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return ~sum >>> 0;
}
