/*
 * A zlib stream (RFC 1950 and 1951) of pixels of three bytes, for pictures of few colours: a pixel is three literals, and
 * all that repeat it are matches at distance 3. Not zlib itself, whose bytes depend on its version and on the processor
 * (node:zlib, CompressionStream); what gives the same bytes everywhere (pako, fflate) looks for other matches too, which
 * takes seconds where this takes a tenth of one.
 */

/** A stream that is being written; `end` gives all of it, once. */
export interface RunStream {
  readonly byte: (value: number) => void;
  /** The same pixel, `count` times. */
  readonly pixels: (red: number, green: number, blue: number, count: number) => void;
  readonly end: () => Uint8Array;
}

/** Bits that are written together, the lowest first. */
interface Code {
  readonly bits: number;
  readonly size: number;
}

const END = 256;
const LONGEST = 258;
const LONGEST_SYMBOL = 285;

/** Sizes of codes from this symbol on: bytes, the end, then lengths, of which only multiples of three are written. */
const SIZES_FROM: readonly (readonly [symbol: number, size: number])[] = [
  [0, 2],
  [1, 9],
  [257, 6],
  [258, 0],
  [260, 7],
  [261, 0],
  [263, 7],
  [264, 0],
  [265, 7],
  [269, 8],
  [LONGEST_SYMBOL, 3],
];
const SYMBOL_SIZES = Array.from(
  { length: LONGEST_SYMBOL + 1 },
  (_, symbol) => SIZES_FROM.findLast(([from]) => from <= symbol)?.[1] ?? 0,
);
/** Distance 3 is symbol 2. A code needs a second symbol to be complete, which some readers insist on. */
const DISTANCE_SIZES = [0, 1, 1];
const DISTANCE: Code = { bits: 1, size: 1 };
/** Sizes are written in four bits each. */
const SIZE_SIZES = Array.from({ length: 16 }, () => 4);
/** Which sizes of codes of sizes come first; 16 and above repeat others, which is not done here. */
const SIZE_ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

function reversed(value: number, size: number): number {
  let bits = 0;
  for (let i = 0; i < size; i++) bits |= ((value >> i) & 1) << (size - 1 - i);
  return bits;
}

/** The codes that follow from their sizes: short ones first, then by symbol. */
function codesOf(sizes: readonly number[]): readonly Code[] {
  const codes: Code[] = sizes.map((size) => ({ bits: 0, size }));
  let next = 0;
  for (let size = 1; size < 16; size++) {
    for (const [symbol, its] of sizes.entries()) {
      if (its === size) codes[symbol] = { bits: reversed(next++, size), size };
    }
    next *= 2;
  }
  return codes;
}

const joined = (codes: readonly Code[]): Code =>
  codes.reduce((all, { bits, size }) => ({ bits: all.bits | (bits << all.size), size: all.size + size }));

const NOTHING: Code = { bits: 0, size: 0 };
const SYMBOLS = codesOf(SYMBOL_SIZES);

/** Length and distance of a match: its symbol, which of the lengths that share it, and distance 3. */
function matchOf(length: number): Code {
  if (length === LONGEST) return joined([SYMBOLS[LONGEST_SYMBOL] ?? NOTHING, DISTANCE]);
  const over = length - 3;
  const extra = Math.max(0, 29 - Math.clz32(over));
  const symbol = SYMBOLS[257 + 4 * extra + (over >> extra)] ?? NOTHING;
  return joined([symbol, { bits: over & ((1 << extra) - 1), size: extra }, DISTANCE]);
}

/** By how often a pixel is repeated. */
const MATCHES = Array.from({ length: LONGEST / 3 + 1 }, (_, count) => (count === 0 ? NOTHING : matchOf(3 * count)));

/** What a block begins with: that it is the last, that it has codes of its own, and these. */
function blockHeader(): readonly Code[] {
  const sizeCodes = codesOf(SIZE_SIZES);
  return [
    { bits: 0b101, size: 3 },
    { bits: SYMBOL_SIZES.length - 257, size: 5 },
    { bits: DISTANCE_SIZES.length - 1, size: 5 },
    { bits: SIZE_ORDER.length - 4, size: 4 },
    ...SIZE_ORDER.map((symbol) => ({ bits: SIZE_SIZES[symbol] ?? 0, size: 3 })),
    ...[...SYMBOL_SIZES, ...DISTANCE_SIZES].map((size) => sizeCodes[size] ?? NOTHING),
  ];
}

/** Bytes that grow with what is written into them. */
function createBits() {
  let bytes = new Uint8Array(1 << 16);
  let length = 0;
  let held = 0;
  let size = 0;
  const write = (code: Code | undefined): void => {
    if (code === undefined) return;
    held |= code.bits << size;
    size += code.size;
    for (; size >= 8; size -= 8) {
      if (length === bytes.length) {
        const larger = new Uint8Array(2 * length);
        larger.set(bytes);
        bytes = larger;
      }
      bytes[length++] = held;
      held >>>= 8;
    }
  };
  const fill = () => write({ bits: 0, size: (8 - size) % 8 });
  return { write, fill, written: () => bytes.subarray(0, length) };
}

const MODULUS = 65521;

/** Begins a stream. */
export function createRunStream(): RunStream {
  const { write, fill, written } = createBits();
  let sum = 1; // the two halves of Adler-32
  let sums = 0;
  const wide = (value: number, size: number) => {
    for (let at = size - 8; at >= 0; at -= 8) write({ bits: (value >>> at) & 0xff, size: 8 });
  };
  wide(0x7801, 16); // deflate, a window of 32 KB, the fastest way
  for (const code of blockHeader()) write(code);
  return {
    byte: (value) => {
      write(SYMBOLS[value]);
      sum = (sum + value) % MODULUS;
      sums = (sums + sum) % MODULUS;
    },
    pixels: (red, green, blue, count) => {
      write(SYMBOLS[red]);
      write(SYMBOLS[green]);
      write(SYMBOLS[blue]);
      let left = count - 1;
      for (; left > LONGEST / 3; left -= LONGEST / 3) write(MATCHES[LONGEST / 3]);
      if (left > 0) write(MATCHES[left]);
      // What adding byte after byte comes to.
      const pixel = red + green + blue;
      sums =
        (sums + 3 * count * sum + pixel * 3 * ((count * (count - 1)) / 2) + count * (3 * red + 2 * green + blue)) %
        MODULUS;
      sum = (sum + count * pixel) % MODULUS;
    },
    end: () => {
      write(SYMBOLS[END]);
      fill();
      wide(sums * 65536 + sum, 32);
      return written();
    },
  };
}
