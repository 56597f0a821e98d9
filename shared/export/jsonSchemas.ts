import { z } from 'zod';
import {
  Addition,
  BoundaryKind,
  FlowFile,
  FlowTopic,
  Framework,
  NameFile,
  OverrideFile,
  Service,
} from '../catalog/schema.ts';
import { DiagramFile } from '../diagram/schema.ts';
import { JsonReport } from './jsonReport.ts';

const SCHEMAS = {
  service: { schema: Service, title: 'Parapet catalog: a service' },
  boundary: { schema: BoundaryKind, title: 'Parapet catalog: a kind of boundary' },
  'flow-topic': { schema: FlowTopic, title: 'Parapet catalog: controls that flows share' },
  'flow-file': { schema: FlowFile, title: 'Parapet catalog: what flows out of one service need' },
  framework: { schema: Framework, title: 'Parapet catalog: a public framework' },
  'name-file': { schema: NameFile, title: 'Parapet catalog: former names' },
  addition: { schema: Addition, title: 'Parapet catalog: what an own catalog adds to a service or kind of boundary' },
  'override-file': { schema: OverrideFile, title: 'Parapet catalog: controls that an own catalog changes' },
  diagram: { schema: DiagramFile, title: 'Parapet diagram' },
  report: { schema: JsonReport, title: 'Parapet report' },
} as const;

/** The JSON Schemas of all files that people write by hand, and of the JSON report: file name in `data/schema/` → its text. */
export function jsonSchemaFiles(): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(SCHEMAS).map(([name, { schema, title }]) => {
      // `input`: what has a default may be left out of a file.
      const { $schema, ...rest } = z.toJSONSchema(schema, { io: 'input' });
      return [`${name}.schema.json`, `${JSON.stringify({ $schema, title, ...rest }, null, 2)}\n`];
    }),
  );
}
