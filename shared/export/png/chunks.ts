/*
 * Chunks of PNG files. A file is a signature of eight bytes, then chunks: length, type, data, CRC-32 of type and
 * data, numbers with the highest byte first. IHDR is the first chunk and IEND the last.
 */

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** Signature and the IHDR chunk, which always has 13 bytes. */
const AFTER_HEADER = 8 + 12 + 13;

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value >>> 0;
});

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (CRC_TABLE[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}

/** Characters up to U+00FF as bytes. */
const toBytes = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0) & 0xff);

function fromBytes(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 8192) text += String.fromCharCode(...bytes.subarray(i, i + 8192));
  return text;
}

/** Whether a file begins as PNG files do. */
export const isPng = (bytes: Uint8Array): boolean => SIGNATURE.every((byte, i) => bytes[i] === byte);

function chunk(type: string, data: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(data.length + 12);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, data.length);
  bytes.set(toBytes(type), 4);
  bytes.set(data, 8);
  view.setUint32(8 + data.length, crc32(bytes.subarray(4, 8 + data.length)));
  return bytes;
}

function concat(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** A PNG with eight bits for red, green and blue; `rows` is a zlib stream of them, each behind the byte of its filter. */
export function pngFile(width: number, height: number, rows: Uint8Array): Uint8Array {
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  header[8] = 8; // bits
  header[9] = 2; // red, green and blue
  const end = chunk('IEND', new Uint8Array());
  return concat([Uint8Array.from(SIGNATURE), chunk('IHDR', header), chunk('IDAT', rows), end]);
}

/** A PNG with one more text in it: an `iTXt` chunk, uncompressed. Keyword and text are ASCII. */
export function withPngText(png: Uint8Array, keyword: string, text: string): Uint8Array {
  const added = chunk('iTXt', toBytes(`${keyword}\0\0\0\0\0${text}`));
  return concat([png.subarray(0, AFTER_HEADER), added, png.subarray(AFTER_HEADER)]);
}

/** The text of the first uncompressed `iTXt` chunk with this keyword; null when there is none. */
export function pngText(png: Uint8Array, keyword: string): string | null {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  const wanted = `iTXt${keyword}\0\0\0`;
  for (let at = SIGNATURE.length; at + 12 <= png.length; ) {
    const end = at + 8 + view.getUint32(at);
    if (end + 4 > png.length) return null; // cut off
    if (fromBytes(png.subarray(at + 4, at + 4 + wanted.length)) === wanted && at + 4 + wanted.length <= end) {
      const rest = fromBytes(png.subarray(at + 4 + wanted.length, end));
      // Language tag and translated keyword come first, each with a zero byte at its end.
      const text = /^[^\0]*\0[^\0]*\0([\s\S]*)$/.exec(rest)?.[1];
      return text ?? null;
    }
    at = end + 4;
  }
  return null;
}
