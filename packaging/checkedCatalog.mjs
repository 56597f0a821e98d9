import path from 'node:path';
import { runnerImport } from 'vite';

const ID = 'virtual:parapet-catalog';
const RESOLVED = `\0${ID}`;

/**
 * A Vite plugin: `virtual:parapet-catalog` is the catalog in `data/`, parsed and checked while building, so that starting
 * neither parses nor checks it again. A build with a problem in the catalog fails and says where.
 */
export function checkedCatalog(root) {
  const data = path.join(root, 'data');
  const load = async (file) => (await runnerImport(path.join(root, file), { root, configFile: false })).module;
  return {
    name: 'parapet-catalog',
    resolveId: (id) => (id === ID ? RESOLVED : undefined),
    async load(id) {
      if (id !== RESOLVED) return undefined;
      const { readCatalogFolder } = await load('electron/files/readCatalogFolder.ts');
      const { parseParts } = await load('shared/catalog/parse.ts');
      const folder = await readCatalogFolder(data);
      for (const { path: file } of folder.files) this.addWatchFile(path.join(data, file));
      const parsed = parseParts(folder.files);
      const problems = [...folder.problems, ...(parsed.ok ? [] : parsed.problems)];
      if (!parsed.ok || problems.length > 0) {
        const lines = problems.map((problem) => `data/${problem.file} ${problem.path}: ${problem.message}`);
        return this.error(`the catalog has problems:\n${lines.join('\n')}`);
      }
      // A string literal of JSON is read several times faster than the same as an object literal.
      return `export default JSON.parse(${JSON.stringify(JSON.stringify(parsed.parts))});`;
    },
  };
}
