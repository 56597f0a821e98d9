/*
 * `npm run icons`: writes data/icons/<icon>.svg for every icon that the catalog names. Run it after a service or a
 * boundary kind with a new icon is added. The files are committed: canvas, export and command line all read them.
 *
 * The AWS architecture icons are AWS's; AWS allows them in architecture diagrams. Their drawing and colours are not
 * touched. Only ids inside get the icon's name in front (several icons can then stand in one document), and the
 * titles are left out, since those of the package often name another icon.
 * `tabler:` icons are Tabler's (MIT), in a grey that both themes can show.
 */
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';

const iconFileName = (icon) => `${icon.replace(':', '-')}.svg`; // as in shared/export/icon.ts

const require = createRequire(import.meta.url);
const data = path.resolve(import.meta.dirname, '../data');
const GREY = '#64748b';

/** Every icon that a service or boundary kind names. */
function iconsNamed() {
  const icons = ['services', 'boundaries'].flatMap((folder) =>
    readdirSync(path.join(data, folder))
      .filter((name) => name.endsWith('.json'))
      .map((name) => JSON.parse(readFileSync(path.join(data, folder, name), 'utf8')).icon),
  );
  return [...new Set(icons)].sort();
}

function prefixIds(svg, prefix) {
  return svg
    .replace(/\bid="([^"]+)"/g, `id="${prefix}-$1"`)
    .replace(/url\(#([^)]+)\)/g, `url(#${prefix}-$1)`)
    .replace(/href="#([^"]+)"/g, `href="#${prefix}-$1"`);
}

function awsIcon(name) {
  // One file, not the package's root: that one does not load in plain Node.
  const Icon = require(`aws-react-icons/lib/icons/${name}`);
  const svg = renderToStaticMarkup(createElement(Icon, { size: '64' }));
  return prefixIds(svg.replace(/<title>[^<]*<\/title>/g, ''), name);
}

function tablerIcon(name) {
  return readFileSync(require.resolve(`@tabler/icons/outline/${name}.svg`), 'utf8')
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/ class="[^"]*"/, '')
    .replace(/currentColor/g, GREY)
    .replace(/\s*\n\s*/g, ' ')
    .replace(/> </g, '><')
    .trim();
}

const written = iconsNamed().map((icon) => {
  const svg = icon.startsWith('tabler:') ? tablerIcon(icon.slice('tabler:'.length)) : awsIcon(icon);
  writeFileSync(path.join(data, 'icons', iconFileName(icon)), `${svg}\n`);
  return iconFileName(icon);
});
for (const name of readdirSync(path.join(data, 'icons'))) {
  if (name.endsWith('.svg') && !written.includes(name)) rmSync(path.join(data, 'icons', name));
}
console.log(`${written.length} icons in data/icons`);
