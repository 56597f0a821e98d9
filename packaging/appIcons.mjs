/*
 * `npm run app-icons`: writes the icons of the app and of its documents in packaging/resources/ from the two SVG files
 * there. Run it after a change to those. The files are committed: electron-builder would fetch a tool to make them.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { initWasm, Resvg } from '@resvg/resvg-wasm';

const FOLDER = path.join(import.meta.dirname, 'resources');
const LINUX_SIZES = [16, 32, 48, 64, 128, 256, 512];
const WINDOWS_SIZES = [16, 24, 32, 48, 64, 256];
/** Kinds of picture in an .icns file by their size in pixels; the first three are for screens with double density. */
const MAC_KINDS = { ic11: 32, ic12: 64, ic13: 256, ic07: 128, ic08: 256, ic09: 512, ic10: 1024 };

await initWasm(readFileSync(createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm')));

const read = (name) => readFileSync(path.join(FOLDER, `${name}.svg`), 'utf8');
/** Icons of apps on macOS stand in a margin. */
const inMargin = (svg) => svg.replace('viewBox="0 0 512 512"', 'viewBox="-56 -56 624 624"');
const png = (svg, size) => Buffer.from(new Resvg(svg, { fitTo: { mode: 'width', value: size } }).render().asPng());

function icns(svg) {
  const parts = Object.entries(MAC_KINDS).flatMap(([kind, size]) => {
    const picture = png(svg, size);
    const head = Buffer.from(`${kind}____`, 'latin1');
    head.writeUInt32BE(head.length + picture.length, 4);
    return [head, picture];
  });
  const head = Buffer.from('icns____', 'latin1');
  head.writeUInt32BE(Buffer.concat([head, ...parts]).length, 4);
  return Buffer.concat([head, ...parts]);
}

function ico(svg) {
  const pictures = WINDOWS_SIZES.map((size) => ({ size, data: png(svg, size) }));
  const head = Buffer.alloc(6 + 16 * pictures.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(pictures.length, 4);
  let at = head.length;
  for (const [i, { size, data }] of pictures.entries()) {
    const entry = 6 + 16 * i;
    head.writeUInt8(size % 256, entry); // 0 stands for 256
    head.writeUInt8(size % 256, entry + 1);
    head.writeUInt16LE(1, entry + 4);
    head.writeUInt16LE(32, entry + 6);
    head.writeUInt32LE(data.length, entry + 8);
    head.writeUInt32LE(at, entry + 12);
    at += data.length;
  }
  return Buffer.concat([head, ...pictures.map(({ data }) => data)]);
}

const write = (name, data) => writeFileSync(path.join(FOLDER, name), data);
const [app, document] = [read('icon'), read('document')];
mkdirSync(path.join(FOLDER, 'icons'), { recursive: true });
for (const size of LINUX_SIZES) write(`icons/${size}x${size}.png`, png(app, size));
write('icon.icns', icns(inMargin(app)));
write('icon.ico', ico(app));
write('document.icns', icns(document));
write('document.ico', ico(document));
