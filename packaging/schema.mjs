// `npm run schema`: writes data/schema/*.schema.json from the zod schemas. Run it after a change to them.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { runnerImport } from 'vite';

const root = path.resolve(import.meta.dirname, '..');
const folder = path.join(root, 'data/schema');
const { module } = await runnerImport(path.join(root, 'shared/export/jsonSchemas.ts'), { root, configFile: false });

mkdirSync(folder, { recursive: true });
const files = Object.entries(module.jsonSchemaFiles());
for (const [name, text] of files) writeFileSync(path.join(folder, name), text);
console.log(`${files.length} schemas in data/schema`);
