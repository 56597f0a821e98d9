import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkExamples } from '../../../shared/catalog/examples.ts';
import { DATA, shippedCatalog } from '../../support/catalog.ts';
import ledger from './ledger.json' with { type: 'json' };

/** The services of the founding notes that are complete in this version. */
const COMPLETE = [
  'kinesis-data-streams',
  'data-firehose',
  'managed-flink',
  's3',
  'dynamodb',
  'redshift',
  'emr',
  'kms',
  'lambda',
  'iot-core',
] as const;

const allText = () =>
  ['services', 'boundaries', 'flows', 'flow-controls']
    .flatMap((folder) => readdirSync(path.join(DATA, folder)).map((name) => path.join(DATA, folder, name)))
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');

describe('the catalog that ships', () => {
  it('has no problem in any file', async () => {
    const catalog = await shippedCatalog();
    expect(catalog.services.size).toBeGreaterThan(10);
  });

  it('is proved by the examples of every control', async () => {
    expect(checkExamples(await shippedCatalog())).toEqual([]);
  });

  it.each(COMPLETE)('cites every fact of the founding notes on %s', (service) => {
    const text = allText();
    expect(ledger[service].filter((fact) => !text.includes(`"${fact}"`))).toEqual([]);
  });

  it('has a remediation that begins with a verb in capitals for every control, and never says SSL where it means TLS', async () => {
    const catalog = await shippedCatalog();
    const subjects = [...catalog.services.values(), ...catalog.boundaries.values(), ...catalog.topics.values()];
    const controls = subjects.flatMap((subject) => subject.controls.map((each) => each.control));
    expect(controls.filter((control) => !/^[A-Z][a-z]+ /.test(control.remediation)).map((each) => each.id)).toEqual([]);
    expect(controls.filter((control) => /\bSSL\b/.test(control.title)).map((each) => each.id)).toEqual([]);
  });

  it('has a word for the pill of every flow control', async () => {
    const { topics } = await shippedCatalog();
    const controls = [...topics.values()].flatMap((topic) => topic.controls.map((each) => each.control));
    expect(controls.filter((control) => control.short === undefined).map((control) => control.id)).toEqual([]);
  });
});
