import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { samplePaths } from '../../support/shipped.ts';
import { runIn } from './fakeIo.ts';

const samples = Object.fromEntries(
  samplePaths().map((file) => [`designs/${path.basename(file)}`, readFileSync(file, 'utf8')]),
);
const UNTIDY = '{"format":"parapet","version":1,"resources":[{"id":"k","service":"kinesis-data-streams"}]}';
const FILES = { ...samples, 'untidy.parapet': UNTIDY, 'broken.parapet': '{' };
const parapet = (...args: readonly string[]) => runIn({ files: FILES }, ...args);

describe('parapet explain', () => {
  it('tells all about a finding by its key, and about a control on every element', async () => {
    const { code, out } = await parapet('explain', 'kinesis-data-streams.encrypt-at-rest@k', 'untidy.parapet');
    expect(code).toBe(0);
    for (const part of ['Gap, ', 'BECAUSE', '(AWS default)', 'WHAT TO DO', 'https://docs.aws.amazon.com/']) {
      expect(out).toContain(part);
    }
    expect(out).toContain(
      '\n  Terraform\n    resource "aws_kinesis_stream" "stream" {\n      encryption_type = "KMS"\n',
    );
    expect((await parapet('explain', 'kinesis-data-streams.encrypt-at-rest', 'untidy.parapet')).out).toBe(out);
  });

  it('also explains what is met, and what was accepted with whom and why', async () => {
    const report = JSON.parse(samples['designs/clickstream-iot.parapet'] ?? '');
    const [{ control, element, justification }] = report.suppressions;
    const { out } = await parapet('explain', `${control}@${element}`, 'designs/clickstream-iot.parapet');
    expect(out).toContain('Accepted, ');
    expect(out.replace(/\s+/g, ' ')).toContain(justification.replace(/\s+/g, ' '));
  });

  it('names where each fact comes from, what would close a gap, and a decision whose control is gone', async () => {
    const resource = (id: string, service: string, x: number) => ({ id, service, name: id, position: { x, y: 0 } });
    const diagram = {
      format: 'parapet',
      version: 1,
      resources: [
        { ...resource('warehouse', 'redshift', 0), answers: { createdOn: '2024-01-01', requireSsl: false } },
        resource('shop', 'rds', 400),
      ],
      flows: [{ id: 'f', from: 'warehouse', to: 'shop' }],
      suppressions: [
        {
          control: 'flow.retired',
          element: 'f',
          kind: 'riskAccepted',
          justification: 'known',
          decidedOn: '2026-01-01',
        },
      ],
    };
    const explain = async (key: string) =>
      (await runIn({ files: { 'd.parapet': JSON.stringify(diagram) } }, 'explain', key, 'd.parapet')).out;
    expect(await explain('redshift.encrypt-at-rest')).toContain('None (AWS default before 2025-01-10)');
    expect(await explain('redshift.require-tls')).toContain('no (answered)');
    expect(await explain('flow.direct-connection')).toMatch(
      /WHAT WOULD CLOSE IT\n {2}Add S3 and route through it \(opens \d+\)\n/,
    );
    expect(await explain('flow.retired@f')).toMatch(
      /has no such control[\s\S]*Risk accepted by nobody named on 2026-01-01.*: known/,
    );
  });

  it('ends with 2 for a key that nothing has, and lists those that there are', async () => {
    const { code, err } = await parapet('explain', 'no@thing', 'untidy.parapet');
    expect(code).toBe(2);
    expect(err).toContain('kinesis-data-streams.encrypt-at-rest@k');
    expect((await parapet('explain', 'no@thing', 'broken.parapet')).code).toBe(3);
  });
});

describe('parapet fmt', () => {
  it('leaves the samples alone, tidies what was written by hand, once, and skips what it cannot read', async () => {
    expect(await parapet('fmt', 'designs')).toMatchObject({ code: 0, out: '', written: {} });
    const { code, out, written } = await parapet('fmt', 'untidy.parapet', 'broken.parapet');
    expect({ code, out, names: Object.keys(written) }).toEqual({
      code: 3,
      out: 'untidy.parapet\n',
      names: ['untidy.parapet'],
    });
    const tidy = String(written['untidy.parapet']);
    expect(tidy).toContain('"position"');
    const again = await runIn({ files: { 'untidy.parapet': tidy } }, 'fmt', 'untidy.parapet', '--check');
    expect(again).toMatchObject({ code: 0, out: '', written: {} });
  });

  it('only says what it would change when it checks', async () => {
    const { code, out, written } = await parapet('fmt', 'untidy.parapet', '--check');
    expect({ code, out, written }).toEqual({ code: 1, out: 'untidy.parapet: not formatted\n', written: {} });
  });
});

describe('parapet new', () => {
  it('makes an empty diagram or a copy of a sample, which check takes', async () => {
    const empty = await parapet('new', 'deep/mine');
    expect(empty).toMatchObject({ code: 0, out: '', err: 'deep/mine.parapet: written\n' });
    expect(JSON.parse(String(empty.written['deep/mine.parapet']))).toMatchObject({ name: 'mine', resources: [] });
    const sample = await parapet('new', '--sample', 'small');
    expect(JSON.parse(String(sample.written['small.parapet']))).toMatchObject({ name: 'Small' });
  });

  it('never replaces a file unless it is told to, and lists the samples when there is none of that name', async () => {
    expect(await parapet('new', 'untidy.parapet')).toMatchObject({ code: 2, written: {} });
    expect((await parapet('new', 'untidy.parapet', '--force')).written).toHaveProperty(['untidy.parapet']);
    const { code, err } = await parapet('new', '--sample', 'large');
    expect(code).toBe(2);
    expect(err).toContain('Known are small.');
  });
});

describe('--help', () => {
  it('has an example for every command, and each example is understood', async () => {
    const { out } = await parapet('--help');
    const names = ['check', 'diff', 'explain', 'export', 'fmt', 'new', 'merge-reports', 'catalog'];
    for (const name of names) {
      expect(out).toContain(`  parapet ${name} `);
      expect((await parapet(name, '--help')).out).toMatch(/\nExamples:\n {2}parapet /);
    }
  });
});
