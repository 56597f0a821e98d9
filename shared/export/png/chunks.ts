/*
 * Text chunks of PNG files. A file is a signature of eight bytes, then chunks: length, type, data, CRC-32 of type and
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

/** A PNG with one more text in it: an `iTXt` chunk, uncompressed. Keyword and text are ASCII. */
export function withPngText(png: Uint8Array, keyword: string, text: string): Uint8Array {
  const data = toBytes(`iTXt${keyword}\0\0\0\0\0${text}`);
  const all = new Uint8Array(png.length + data.length + 8);
  const view = new DataView(all.buffer);
  all.set(png.subarray(0, AFTER_HEADER));
  view.setUint32(AFTER_HEADER, data.length - 4);
  all.set(data, AFTER_HEADER + 4);
  view.setUint32(AFTER_HEADER + 4 + data.length, crc32(data));
  all.set(png.subarray(AFTER_HEADER), AFTER_HEADER + 8 + data.length);
  return all;
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
