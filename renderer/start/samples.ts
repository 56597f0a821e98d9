import { parseDiagram } from '../../shared/diagram/parse.ts';
import type { Diagram } from '../../shared/diagram/schema.ts';

type Files = Readonly<Record<string, string>>;

const SAMPLES: Files = import.meta.glob<string>('../../data/samples/*.parapet', {
  eager: true,
  import: 'default',
  query: '?raw',
});
const TEMPLATES: Files = import.meta.glob<string>('../../data/templates/*.parapet', {
  eager: true,
  import: 'default',
  query: '?raw',
});

/** A pipeline that comes with Parapet. */
export interface Sample {
  readonly name: string;
  readonly text: string;
  readonly diagram: Diagram;
}

/** Diagrams of this build, by name. Throws for one that cannot be read: it came with the build. */
const readAll = (files: Files): readonly Sample[] =>
  Object.entries(files)
    .map(([path, text]) => {
      const parsed = parseDiagram(text);
      if (!parsed.ok) throw new Error(`${path}: ${parsed.message}`);
      return { name: parsed.diagram.name, text, diagram: parsed.diagram };
    })
    .sort((a, b) => a.name.localeCompare(b.name, 'en'));

/** Pipelines with answers, to look at. */
export const readSamples = (): readonly Sample[] => readAll(SAMPLES);

/** Pipelines without answers, to begin with. */
export const readTemplates = (): readonly Sample[] => readAll(TEMPLATES);

const count = (items: readonly unknown[], one: string, many: string): string =>
  `${items.length} ${items.length === 1 ? one : many}`;

/** How much there is to see: "9 resources, 8 flows, 2 boundaries". */
export const sizeOf = ({ resources, flows, boundaries }: Diagram): string =>
  [
    count(resources, 'resource', 'resources'),
    count(flows, 'flow', 'flows'),
    count(boundaries, 'boundary', 'boundaries'),
  ].join(', ');
