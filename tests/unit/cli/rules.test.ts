import { describe, expect, it } from 'vitest';
import { setAnswer } from '../../../shared/diagram/edit/answer.ts';
import { remove } from '../../../shared/diagram/edit/remove.ts';
import { putRule, removeRule } from '../../../shared/diagram/edit/rule.ts';
import { formatDiagram } from '../../../shared/diagram/format.ts';
import type { Diagram, ExposureRule } from '../../../shared/diagram/schema.ts';
import { validLog } from '../../support/officialSarif.ts';
import { SHOP } from '../../support/shop.ts';
import { runIn } from './fakeIo.ts';

const WEB: ExposureRule = {
  id: 'web',
  name: '',
  question: { from: { kind: 'internet' }, to: { kind: 'data', atLeast: 'sensitive' }, through: 'noTls' },
  severity: 'high',
};
const REPORT: ExposureRule = {
  id: 'report',
  name: '<b>Reports</b> see no orders',
  question: { from: { kind: 'resource', id: 'report' }, to: { kind: 'resource', id: 'table' }, through: 'anything' },
  severity: 'low',
};
const broken = putRule(putRule(SHOP, WEB), REPORT);
const held = remove(setAnswer(broken, 'orders-table', 'tls', true), ['table-report']);
const orphaned = remove(held, ['report']);

const FILES = {
  'plain.parapet': formatDiagram(SHOP),
  'broken.parapet': formatDiagram(broken),
  'held.parapet': formatDiagram(held),
  'orphaned.parapet': formatDiagram(orphaned),
};
const run = (...args: readonly string[]) => runIn({ files: FILES }, ...args);
const check = async (name: string, ...args: readonly string[]) => (await run('check', `${name}.parapet`, ...args)).out;

const TITLE = 'No path from the internet to stores of sensitive data, through something without TLS';
const PATH = 'app → api → orders → table';

/** Rules alone: what else is found in such a small diagram is accepted by a baseline. */
async function codeOf(diagram: Diagram, ...args: readonly string[]): Promise<number> {
  const without = formatDiagram(['web', 'report'].reduce(removeRule, diagram));
  const known = await runIn(
    { files: { 'a.parapet': without } },
    'check',
    'a.parapet',
    '--baseline',
    'b.json',
    '--update-baseline',
  );
  const files = { 'a.parapet': formatDiagram(diagram), 'b.json': String(known.written['b.json']) };
  return (await runIn({ files }, 'check', 'a.parapet', '--baseline', 'b.json', ...args)).code;
}

describe('rules of a diagram in check', () => {
  it('are listed with the paths against them, the worst first', async () => {
    const lines = (await check('broken')).split('\n');
    const at = lines.indexOf('RULES (2 of 2 broken)');
    expect(lines.slice(at + 1, at + 5)).toEqual([
      `  HIGH  ${TITLE}: 1 path`,
      `      ${PATH}`,
      '  LOW  <b>Reports</b> see no orders: 1 path',
      '      report → table',
    ]);
    expect(await check('held')).toContain(`  Holds  ${TITLE}: no path`);
    expect(await check('orphaned')).toContain('  Without a subject  <b>Reports</b> see no orders: report not there');
    expect(await check('plain')).not.toContain('RULES');
    expect(await check('held', '--quiet')).not.toContain('RULES');
  });

  it('count for the exit code by their severity, but for what the baseline has', async () => {
    expect(await codeOf(broken, '--fail-on', 'high')).toBe(1);
    expect(await codeOf(removeRule(broken, 'web'), '--fail-on', 'high')).toBe(0);
    expect(await codeOf(removeRule(broken, 'web'), '--fail-on', 'low')).toBe(1);
    expect(await codeOf(held, '--fail-on', 'low')).toBe(0);
    expect(await codeOf(orphaned, '--fail-on', 'low')).toBe(0);
    const known = await run('check', 'broken.parapet', '--baseline', 'b.json', '--update-baseline');
    const files = { ...FILES, 'b.json': String(known.written['b.json']) };
    const again = await runIn({ files }, 'check', 'broken.parapet', '--baseline', 'b.json', '--fail-on', 'low');
    expect(again.code).toBe(0);
    expect(again.out).toContain(`${TITLE}: 1 path (1 known)`);
    expect(again.out).not.toContain(PATH);
  });

  it('are data in the JSON report, and left out of one without them', async () => {
    const file = async (name: string) => JSON.parse(await check(name, '--format', 'json')).files[0];
    expect((await file('broken')).rules[0]).toEqual({
      id: 'web',
      title: TITLE,
      question: WEB.question,
      severity: 'high',
      standing: 'broken',
      missing: [],
      paths: [
        {
          key: 'rule.web@table',
          resources: ['app', 'api', 'orders', 'table'],
          flows: ['app-api', 'api-orders', 'orders-table'],
        },
      ],
      more: false,
    });
    expect((await file('orphaned')).rules[1]).toMatchObject({
      standing: 'withoutSubject',
      missing: ['report'],
      paths: [],
    });
    expect(await file('plain')).not.toHaveProperty('rules');
  });

  it('stand in HTML, Markdown and CSV; their gaps are counted as before', async () => {
    for (const format of ['html', 'markdown', 'csv']) {
      const text = await check('broken', '--format', format);
      expect(text).toContain(TITLE);
      expect(text).toContain(PATH);
      expect(await check('plain', '--format', format)).not.toContain(TITLE);
      expect(format === 'csv' || !text.includes('<b>Reports')).toBe(true);
    }
    expect(await check('broken', '--format', 'html')).toContain('Rules (2, 2 broken)');
    const rows = (await check('broken', '--format', 'csv')).split('\r\n');
    expect(rows.filter((row) => row.includes('"ruleBroken"'))).toHaveLength(2);
    const gaps = async (name: string) => JSON.parse(await check(name, '--format', 'json')).summary;
    expect(await gaps('broken')).toEqual(await gaps('plain'));
  });

  it('are results of SARIF on what is reached, with the path as code flow', async () => {
    const { results, tool } = validLog(await check('broken', '--format', 'sarif')).runs[0];
    const paths = results.filter((each: { ruleId: string }) => each.ruleId.startsWith('exposure.'));
    expect(paths).toMatchObject([
      {
        ruleId: 'exposure.high',
        kind: 'fail',
        level: 'error',
        message: { text: `${TITLE}: ${PATH}.` },
        partialFingerprints: { 'parapetFinding/v1': 'rule.web@table' },
      },
      { ruleId: 'exposure.low', level: 'note' },
    ]);
    const names = (locations: { logicalLocations: { name: string }[] }[]) =>
      locations.map(({ logicalLocations }) => logicalLocations[0]?.name);
    expect(names(paths[0].locations)).toEqual(['table']);
    const flow = paths[0].codeFlows[0].threadFlows[0].locations.map((each: { location: never }) => each.location);
    expect(names(flow)).toEqual(['app', 'app → api', 'api', 'api → orders', 'orders', 'orders → table', 'table']);
    expect(flow[0].physicalLocation.region.startLine).toBeGreaterThan(1);
    for (const each of paths) expect(tool.driver.rules[each.ruleIndex].id).toBe(each.ruleId);
  });

  it('are counted, and fail, when reports of shards are merged', async () => {
    const names = ['broken.parapet', 'held.parapet'];
    const without = { ...FILES, 'broken.parapet': FILES['plain.parapet'] };
    const known = await runIn({ files: without }, 'check', ...names, '--baseline', 'b.json', '--update-baseline');
    const files = { ...FILES, 'b.json': String(known.written['b.json']) };
    for (const format of ['json', 'sarif']) {
      const reports = names.map(async (name) => {
        const { out } = await runIn({ files }, 'check', name, '--baseline', 'b.json', '--format', format);
        return [`${name}.${format}`, out] as const;
      });
      const shards = Object.fromEntries(await Promise.all(reports));
      const merge = (...shard: readonly string[]) =>
        runIn({ files: shards }, 'merge-reports', ...shard, '--format', 'text', '--fail-on', 'high');
      const merged = await merge(...Object.keys(shards));
      expect(merged.out.match(/ · 2 rules broken/g)).toHaveLength(2);
      expect(merged.code).toBe(1);
      expect((await merge(`held.parapet.${format}`)).code).toBe(0);
    }
  });
});

describe('rules of a diagram in diff', () => {
  const diff = async (a: string, b: string) => (await run('diff', `${a}.parapet`, `${b}.parapet`)).out;

  it('are broken now, hold now, are new or removed', async () => {
    expect(await diff('held', 'broken')).toContain(`  Broken now: ${TITLE}: 1 path`);
    expect(await diff('broken', 'held')).toContain(`  Holds now: ${TITLE}: no path`);
    expect(await diff('plain', 'broken')).toContain(`  New rule, broken: ${TITLE}: 1 path`);
    expect(await diff('broken', 'plain')).toContain(`  Removed rule: ${TITLE}`);
    expect(await diff('held', 'orphaned')).toContain(
      'Without a subject now: <b>Reports</b> see no orders: report not there',
    );
    expect(await diff('broken', 'broken')).not.toContain('RULES');
  });

  it('fail when they are broken anew', async () => {
    const code = async (a: string, b: string, failOn: string) =>
      (await run('diff', `${a}.parapet`, `${b}.parapet`, '--fail-on', failOn)).code;
    expect(await code('plain', 'broken', 'high')).toBe(1);
    expect(await code('broken', 'broken', 'low')).toBe(0);
    expect(await code('broken', 'plain', 'low')).toBe(0);
  });
});
