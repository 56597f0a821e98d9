import { createRequire } from 'node:module';

// The `yaml` of knip: Parapet itself reads no YAML, only the tests of its definitions for others do.
const ofKnip = createRequire(createRequire(import.meta.url).resolve('knip'));
const { parse } = ofKnip('yaml') as { readonly parse: (text: string, options: object) => unknown };

// biome-ignore lint/suspicious/noExplicitAny: definitions are data of many shapes, and only read here.
export type Yaml = any;

/** What a YAML text says, as GitHub and GitLab read it; throws for one that is wrong or says a thing twice. */
export const parseYaml = (text: string): Yaml => parse(text, { uniqueKeys: true, strict: true });
