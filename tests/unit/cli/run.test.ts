import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { RENDERED } from '../../../cli/render.ts';
import { parseDiagram } from '../../../shared/diagram/parse.ts';
import { toJsonReport } from '../../../shared/export/json.ts';
import { exportSvg } from '../../../shared/export/svg/exportSvg.ts';
import { validate } from '../../../shared/validate/validate.ts';
import { shippedCatalog } from '../../support/catalog.ts';
import { readPdf } from '../../support/pdf.ts';
import { samplePaths, shippedIcons } from '../../support/shipped.ts';
import { runIn, TODAY } from './fakeIo.ts';

const catalog = await shippedCatalog();

const resource = (id: string, service: string, answers: object = {}) => ({ id, service, name: id, answers });
const diagram = (...resources: readonly object[]) =>
  JSON.stringify({ format: 'parapet', version: 1, name: 'Made up', resources });

const FILES: Readonly<Record<string, string>> = {
  'gap.parapet': diagram(resource('stream', 'kinesis-data-streams')),
  'empty.parapet': diagram(),
  'strange.parapet': diagram(resource('q', 'quantum-queue')),
  'broken.parapet': '{ "format": "parapet",',
  'dangling.parapet': '{"format":"parapet","version":1,"flows":[{"id":"f","from":"a","to":"b"}]}',
  'hostile.parapet': diagram({ ...resource('h', 'kinesis-data-streams'), name: '\u001b[31m\u0007<script>' }),
  ...Object.fromEntries(samplePaths().map((file) => [path.basename(file), readFileSync(file, 'utf8')])),
};

/** Runs a command line on the files above, and gives back all that it did. */
const parapet = (...args: readonly string[]) => runIn({ files: FILES }, ...args);

/** Opens one of the files above. */
function opened(file: string) {
  const parsed = parseDiagram(FILES[file] ?? '');
  if (!parsed.ok) throw new Error(parsed.message);
  return { file, diagram: parsed.diagram, report: validate(parsed.diagram, catalog, TODAY) };
}

describe('parapet check', () => {
  it('ends with 1 when there is a gap, and names element, control and remedy', async () => {
    const { code, out, err } = await parapet('check', 'gap.parapet');
    expect(code).toBe(1);
    expect(err).toBe('');
    expect(out).toContain('stream');
    expect(out).toContain('kinesis-data-streams.encrypt-at-rest');
    expect(out).toContain('(AWS default)');
    expect(out).toContain('NOT ANSWERED');
  });

  it('ends with 0 when nothing is at or above the threshold', async () => {
    expect((await parapet('check', 'empty.parapet')).code).toBe(0);
    const only = opened('gap.parapet').report.tally.bySeverity;
    expect(only.critical).toBe(0);
    expect((await parapet('check', 'gap.parapet', '--fail-on', 'critical')).code).toBe(0);
  });

  it('never fails for a question or for a service that nobody knows, and says so', async () => {
    const { code, out } = await parapet('check', 'strange.parapet', '--fail-on', 'info');
    expect(code).toBe(0);
    expect(out).toContain('NOT CHECKED');
    expect(out).toContain('quantum-queue');
  });

  it.each([
    [[]],
    [['check']],
    [['check', 'gap.parapet', '--fail-on', 'awful']],
    [['check', 'gap.parapet', '--format', 'xml']],
    [['export', 'gap.parapet']],
    [['export', 'gap.parapet', '--format', 'gif', '--output', 'a.gif']],
    [['export', 'gap.parapet', '--format', 'pdf', '--tiles', '0', '--output', 'a.pdf']],
    [['export', 'gap.parapet', '--format', 'pdf', '--tiles', 'some', '--output', 'a.pdf']],
    [['fly']],
    [['check', 'gap.parapet', '--wings']],
    [['catalog', 'quantum-queue']],
  ])('ends with 2 and a word on stderr for the wrong usage %j', async (args) => {
    const { code, err, out } = await parapet(...args);
    expect(code).toBe(2);
    expect(err).not.toBe('');
    expect(out).toBe('');
  });

  it('ends with 3 for a file that is not there, not JSON, or contradicts itself, and says what and where', async () => {
    const missing = await parapet('check', 'missing.parapet');
    expect(missing).toMatchObject({ code: 3, out: '' });
    expect(missing.err).toMatch(/^missing\.parapet: .*no such file/);
    const broken = await parapet('check', 'broken.parapet');
    expect(broken.code).toBe(3);
    expect(broken.err).toMatch(/^broken\.parapet: .*line 1, column 23/);
    const dangling = await parapet('check', 'dangling.parapet');
    expect(dangling.code).toBe(3);
    expect(dangling.err).toContain('flows[0].to: names the id "b"');
  });

  it('reports on the files that it can read, says in the JSON why not on the others, and ends with 3', async () => {
    const alone = JSON.parse((await parapet('check', 'gap.parapet', '--format', 'json')).out);
    const files = ['missing.parapet', 'gap.parapet', 'broken.parapet', 'dangling.parapet'];
    const { code, out } = await parapet('check', ...files, '--format', 'json');
    expect(code).toBe(3);
    expect(JSON.parse(out)).toEqual({
      ...alone,
      files: [
        { file: 'missing.parapet', problem: { reason: 'notFound', message: expect.any(String), problems: [] } },
        ...alone.files,
        {
          file: 'broken.parapet',
          problem: {
            reason: 'notJson',
            message: expect.stringContaining('line 1, column 23'),
            problems: [{ where: 'line 1, column 23', message: expect.any(String) }],
          },
        },
        {
          file: 'dangling.parapet',
          problem: {
            reason: 'invalid',
            message: expect.any(String),
            problems: [
              { where: 'flows[0].from', message: expect.stringContaining('names the id "a"') },
              { where: 'flows[0].to', message: expect.stringContaining('names the id "b"') },
            ],
          },
        },
      ],
    });
  });

  it('lets no control character of a name reach the terminal', async () => {
    const { out } = await parapet('check', 'hostile.parapet');
    expect([...out].filter((c) => c !== '\n' && (c < ' ' || c === '\u007f'))).toEqual([]);
  });

  it.each(samplePaths().map((file) => path.basename(file)))(
    'says of the sample %s in JSON what the validator says in the app',
    async (file) => {
      const { code, out } = await parapet('check', file, '--format', 'json');
      const checked = opened(file);
      expect(JSON.parse(out)).toEqual(JSON.parse(JSON.stringify(toJsonReport([checked], catalog, TODAY))));
      expect(code).toBe(checked.report.tally.gap > 0 ? 1 : 0);
    },
  );

  it('has summary and findings at the top for one file and for several, and every finding names its file', async () => {
    const files = samplePaths().map((file) => path.basename(file));
    const { summary, findings } = JSON.parse((await parapet('check', ...files, '--format', 'json')).out);
    const reports = files.map((file) => opened(file).report);
    expect(summary.gap).toBe(reports.reduce((sum, { tally }) => sum + tally.gap, 0));
    expect(findings).toHaveLength(summary.gap + summary.unknown);
    expect(new Set(findings.map(({ file }: { file: string }) => file))).toEqual(new Set(files));
    for (const key of [
      'key',
      'control',
      'title',
      'outcome',
      'severity',
      'category',
      'because',
      'remediation',
      'references',
    ]) {
      expect(findings[0]).toHaveProperty(key);
    }
    expect(Object.keys(findings[0].element)).toEqual(['id', 'kind', 'name', 'service']);
    expect(Object.keys(findings[0].because[0])).toEqual(['fact', 'label', 'value', 'origin']);
  });
});

describe('parapet export', () => {
  const [sample = ''] = samplePaths().map((file) => path.basename(file));

  it('writes the picture that the app writes, to a file or to standard output', async () => {
    const svg = exportSvg({ ...opened(sample), catalog, icons: shippedIcons(), date: TODAY });
    const toFile = await parapet('export', sample, '--format', 'svg', '--output', 'a.svg');
    expect(toFile).toMatchObject({ code: 0, out: '', written: { 'a.svg': svg } });
    expect(await parapet('export', sample, '--output', '-')).toMatchObject({ code: 0, out: svg, written: {} });
  });

  it('writes every format into a folder, the picture in the colours that are asked for', async () => {
    const { written } = await parapet(
      'export',
      sample,
      '--format',
      RENDERED.join(','),
      '--output',
      'out',
      '--theme',
      'dark',
    );
    const input = { ...opened(sample), catalog, icons: shippedIcons(), date: TODAY };
    const name = sample.replace('.parapet', '');
    expect(written[`out/${name}.svg`]).toBe(exportSvg({ ...input, theme: 'dark' }));
    expect(written[`out/${name}.md`]).toContain(`](<${name}.svg>)`);
    expect(Object.keys(written)).toHaveLength(RENDERED.length);
  });

  it.each([sample, `./${sample}`, 'other.parapet', 'new/NEW.Parapet', 'a.parapet. '])(
    'refuses to write the picture over a diagram: %s',
    async (output) => {
      const { code, err, written } = await parapet('export', sample, '--output', output);
      expect({ code, written }).toEqual({ code: 2, written: {} });
      expect(err).toMatch(/Name (another file|a file that ends in \.svg).*Nothing was written\.\n$/);
    },
  );

  it('lays the picture of a PDF over as many sheets as are asked for', async () => {
    const sheetsOf = async (...tiles: readonly string[]) => {
      const args = ['--format', 'pdf', '--annotations', 'none', '--output', 'a.pdf'];
      const { written } = await parapet('export', sample, ...args, ...tiles);
      const pdf = written['a.pdf'];
      if (!(pdf instanceof Uint8Array)) throw new Error('bytes');
      return (await readPdf(pdf)).sizes.length;
    };
    expect(await sheetsOf()).toBe(1);
    expect(await sheetsOf('--tiles', '2')).toBeGreaterThan(1);
  });

  it('ends with 3 when the picture cannot be written, and says where and why', async () => {
    const { code, err } = await parapet('export', sample, '--output', '/full/a.svg');
    expect(code).toBe(3);
    expect(err).toMatch(/\/full\/a\.svg: could not be written: .*no space/);
  });

  it('names the file that was asked for, not the one beside it that was tried', async () => {
    const text = "EACCES: permission denied, open '/closed/.a.svg.0123456789ab.tmp'";
    const error = Object.assign(new Error(text), { code: 'EACCES', syscall: 'open' });
    const io = { writeFile: () => Promise.reject(error) };
    const { err } = await runIn({ files: FILES, io }, 'export', sample, '--output', '/closed/a.svg');
    expect(err).toBe('/closed/a.svg: could not be written: EACCES: permission denied.\n');
  });
});

describe('parapet catalog', () => {
  it('lists every service', async () => {
    const { code, out } = await parapet('catalog');
    expect(code).toBe(0);
    for (const id of catalog.services.keys()) expect(out).toContain(id);
  });

  it('tells all about a service, asked for by id or by one of its names', async () => {
    const byId = await parapet('catalog', 'kinesis-data-streams');
    expect(byId.code).toBe(0);
    expect(byId.out).toContain('kinesis-data-streams.encrypt-at-rest');
    expect(byId.out).toContain('https://docs.aws.amazon.com/');
    expect((await parapet('catalog', 'amazon kinesis data streams')).out).toBe(byId.out);
  });

  it.each(catalog.names.map(({ name, now, service }) => ({ name, now, service })))(
    'knows what $name is today',
    async ({ name, now, service }) => {
      const { code, out, err } = await parapet('catalog', name.toUpperCase());
      if (service !== undefined && catalog.services.has(service)) {
        expect({ code, out }).toEqual({ code: 0, out: (await parapet('catalog', service)).out });
      } else {
        expect({ code, out }).toEqual({ code: 2, out: '' });
        expect(err).toContain(`The catalog has no service "${name.toUpperCase()}"`);
      }
      // A name of today that leads to nothing here is only said to be missing.
      expect(err).toContain(name === now ? `"${name.toUpperCase()}". ` : `today that is ${now}.`);
    },
  );

  it('says of a name that is of no service here what it is called today, whoever made it', async () => {
    for (const name of ['AWS SSO', 'sso']) {
      const { code, err } = await parapet('catalog', name);
      expect(code).toBe(2);
      expect(err).toMatch(/today that is AWS IAM Identity Center\..*no resource of a pipeline/);
    }
    const today = await parapet('catalog', 'IAM Identity Center');
    expect(today.code).toBe(2);
    expect(today.err).toMatch(/^The catalog has no service "IAM Identity Center"\. .*no resource of a pipeline/);
    expect((await parapet('catalog', 'Firehose')).err).toBe('');
  });

  it('finds every service by each of its own names, old ones too', async () => {
    for (const { service } of catalog.services.values()) {
      for (const name of [service.name, service.shortName, ...service.formerNames.map((former) => former.name)]) {
        expect(JSON.parse((await parapet('catalog', name, '--format', 'json')).out).id).toBe(service.id);
      }
    }
  });

  it('gives a service as JSON', async () => {
    expect(JSON.parse((await parapet('catalog', 's3', '--format', 'json')).out)).toMatchObject({ id: 's3' });
  });
});

describe('parapet', () => {
  it.each([['--help'], ['--version'], ['check', '--help']])('ends with 0 for %s', async (...args) => {
    const { code, out } = await parapet(...args);
    expect(code).toBe(0);
    expect(out).not.toBe('');
  });
});

describe('parapet check --standard', () => {
  it('shows each requirement with what serves it and how the diagram stands to it, in text and in JSON', async () => {
    const text = await parapet('check', 'clickstream-iot.parapet', '--standard', 'CIS AWS 5.0');
    expect(text.out).toContain('CIS AWS FOUNDATIONS BENCHMARK 5.0');
    expect(text.out).toContain('5.0:2.1.1  Buckets deny requests without TLS: 1 gap');
    expect(text.out).toContain('not a claim of compliance');
    const { out } = await parapet('check', 'clickstream-iot.parapet', '--standard', 'fsbp', '--format', 'json');
    const report = JSON.parse(out);
    expect(report.standard).toMatchObject({ id: 'fsbp', version: '1.0.0' });
    const [file] = report.files;
    expect(file.requirements.find(({ id }: { id: string }) => id === 'S3.5')).toMatchObject({
      standing: 'gap',
      controls: ['s3.tls-only'],
    });
  });

  it('ends with 2 for a standard that nobody knows, and lists those that are', async () => {
    const { code, err } = await parapet('check', 'gap.parapet', '--standard', 'iso-9001');
    expect(code).toBe(2);
    expect(err).toContain('cis-5, cis-7, fsbp, hipaa, nist-800-53-r5, pci-dss');
  });
});

describe('parapet with an own catalog', () => {
  const OWN = path.resolve(import.meta.dirname, '../../../docs/own-catalog-example');

  it('judges by its severities, and says in the report what it changed', async () => {
    const { out, code } = await parapet('check', 'gap.parapet', '--catalog', OWN);
    expect(code).toBe(1);
    expect(out).toContain('CRITICAL (1)');
    expect(out).toContain('CHANGED BY YOUR OWN CATALOG (2)');
    expect(out).toContain('lambda.code-signing switched off: The build pipeline signs');
    const json = JSON.parse((await parapet('check', 'gap.parapet', '--catalog', OWN, '--format', 'json')).out);
    expect(json.catalog.overrides).toHaveLength(2);
  });

  it('ends with 3 when it is not there, and never judges by half of it', async () => {
    const { code, out, err } = await parapet('check', 'gap.parapet', '--catalog', '/no/such/folder');
    expect(code).toBe(3);
    expect(out).toBe('');
    expect(err).toContain('/no/such/folder: the folder cannot be read');
  });

  it('is linted as the one that ships is: clean ends with 0', async () => {
    expect(await parapet('catalog', '--lint', OWN)).toMatchObject({ code: 0, out: `${OWN}: no flaw found\n` });
  });
});

describe('parapet catalog --coverage', () => {
  it('counts controls, pairs, facts and rules of every service, and the total that stands in the README', async () => {
    const { out, code } = await parapet('catalog', '--coverage', '--format', 'json');
    expect(code).toBe(0);
    const { rows, total } = JSON.parse(out);
    expect(rows).toHaveLength(catalog.services.size + catalog.boundaries.size + 1);
    expect(total).toMatchObject({ facts: 185, sourced: total.controls });
    const readme = readFileSync(path.resolve(import.meta.dirname, '../../../README.md'), 'utf8');
    expect(readme).toContain(
      `${catalog.services.size} services, ${total.controls} controls, ${total.pairs} pairs of services, ${total.rules} rules`,
    );
  });

  it('asks for one thing at a time', async () => {
    expect((await parapet('catalog', 's3', '--coverage')).code).toBe(2);
  });
});
