import type { Catalog } from '../../shared/catalog/catalog.ts';
import { parseDiagram } from '../../shared/diagram/parse.ts';
import type { Diagram } from '../../shared/diagram/schema.ts';
import type { Tally } from '../../shared/validate/report.ts';
import { validate } from '../../shared/validate/validate.ts';

const FILES = import.meta.glob<string>('../../data/samples/*.parapet', {
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

/** The samples of this build, by name. Throws for one that cannot be read: it came with the build. */
export const readSamples = (): readonly Sample[] =>
  Object.entries(FILES)
    .map(([path, text]) => {
      const parsed = parseDiagram(text);
      if (!parsed.ok) throw new Error(`${path}: ${parsed.message}`);
      return { name: parsed.diagram.name, text, diagram: parsed.diagram };
    })
    .sort((a, b) => a.name.localeCompare(b.name, 'en'));

const count = (items: readonly unknown[], one: string, many: string): string =>
  `${items.length} ${items.length === 1 ? one : many}`;

/** How much there is to see: "9 resources, 8 flows, 2 boundaries". */
export const sizeOf = ({ resources, flows, boundaries }: Diagram): string =>
  [
    count(resources, 'resource', 'resources'),
    count(flows, 'flow', 'flows'),
    count(boundaries, 'boundary', 'boundaries'),
  ].join(', ');

/** The counts that opening the sample would show. */
export const tallyOfSample = (diagram: Diagram, catalog: Catalog, today: string): Tally =>
  validate(diagram, catalog, today).tally;
