import { describe, expect, it } from 'vitest';
import { setAnswer } from '../../../shared/diagram/edit/answer.ts';
import { signOff } from '../../../shared/diagram/edit/signOff.ts';
import { formatDiagram } from '../../../shared/diagram/format.ts';
import type { Diagram } from '../../../shared/diagram/schema.ts';
import { pdfDocument } from '../../../shared/export/pdf/pdfDocument.ts';
import { printPdf } from '../../../shared/export/pdf/printPdf.ts';
import { inputOfDiagram } from '../../support/exports.ts';
import { validLog } from '../../support/officialSarif.ts';
import { readPdf } from '../../support/pdf.ts';
import { reviewCatalog } from '../../support/reviewCatalog.ts';
import { SMALL } from '../../support/reviewDiagrams.ts';
import { shippedIcons } from '../../support/shipped.ts';
import { runIn } from './fakeIo.ts';

const signed = signOff(signOff(SMALL, { reviewer: 'Ann', date: '2026-11-22', scope: 'all' }), {
  reviewer: '<b>Bob</b>',
  date: '2026-11-22',
  scope: ['out'],
});
const changed = setAnswer(signed, 'in', 'open', false);
const FILES = {
  'before.parapet': formatDiagram(SMALL),
  'signed.parapet': formatDiagram(signed),
  'changed.parapet': formatDiagram(changed),
};
const check = async (name: string, format: string) =>
  (await runIn({ files: FILES }, 'check', `${name}.parapet`, '--format', format)).out;

const HOLDS = 'Signed off by Ann on 2026-11-22 (the whole diagram)';
const BROKEN = 'Sign-off by Ann on 2026-11-22 is broken: the diagram has changed since (the whole diagram)';
const HASHES = signed.signOffs?.map(({ hash }) => hash) ?? [];
const FORMATS = ['text', 'html', 'markdown', 'csv', 'sarif', 'json', 'pdf'];

const pdfText = async (diagram: Diagram): Promise<string> => {
  const made = pdfDocument(inputOfDiagram(diagram, reviewCatalog()), shippedIcons());
  if (!made.ok) throw new Error(made.tooMany);
  return (await readPdf(await printPdf(made.document))).pages.join('').replace(/\s+/g, '');
};

describe('sign-offs in reports', () => {
  it('stand in text, and say when they are broken', async () => {
    expect(await check('signed', 'text')).toContain(HOLDS);
    expect(await check('changed', 'text')).toContain(BROKEN);
  });

  it('leave no trace where there are none', async () => {
    for (const format of FORMATS.filter((each) => each !== 'pdf')) {
      expect(await check('before', format)).not.toMatch(/sign(ed)?-?off/i);
    }
    expect(await pdfText(SMALL)).not.toMatch(/sign-off/i);
  });

  it('are tables with standing, reviewer, date, scope and hash in Markdown and HTML, where names are no markup', async () => {
    const row = (standing: string) => `| ${standing} | Ann | 2026-11-22 | the whole diagram | ${HASHES[0]} |`;
    expect(await check('signed', 'markdown')).toContain(row('Valid'));
    expect(await check('changed', 'markdown')).toContain(row('Broken: the diagram has changed since'));
    expect(await check('signed', 'markdown')).not.toContain('<b>Bob');
    const html = await check('signed', 'html');
    const cells = ['Valid', '&lt;b&gt;Bob&lt;/b&gt;', '<span class="day">2026-11-22</span>', '1 element', HASHES[1]];
    expect(html).toContain(cells.map((cell) => `<td>${cell}</td>`).join(''));
    expect(await check('changed', 'html')).toContain('<td>Broken: the diagram has changed since</td><td>Ann</td>');
  });

  it('are a table of the PDF', async () => {
    const flat = (standing: string) => `${standing}Ann2026-11-22thewholediagram${HASHES[0]}`;
    expect(await pdfText(signed)).toContain(flat('Valid'));
    expect(await pdfText(changed)).toContain(flat('Broken:thediagramhaschangedsince'));
  });

  it('follow the findings in CSV, in the same columns', async () => {
    const rows = async (name: string) => (await check(name, 'csv')).split('\r\n').slice(0, -1);
    const [before, after] = [await rows('before'), await rows('signed')];
    expect(after.slice(0, before.length).map((row) => row.replace('signed.', 'before.'))).toEqual(before);
    const [row = '', ...others] = after.slice(before.length);
    expect(others).toHaveLength(1);
    expect(row).toBe(`"signed.parapet","","signedOff","","","","${HOLDS}",${'"",'.repeat(11)}"${HASHES[0]}"`);
    expect((await rows('changed')).at(-2)).toContain(`"signOffBroken","","","","${BROKEN}"`);
  });

  it('are properties of the SARIF run, of one made of several, too', async () => {
    const run = async (...args: string[]) => {
      const { out } = await runIn({ files: FILES }, 'check', ...args, '--format', 'sarif');
      return validLog(out).runs[0].properties;
    };
    const ann = { reviewer: 'Ann', date: '2026-11-22', scope: 'all', hash: HASHES[0] };
    const bob = { reviewer: '<b>Bob</b>', date: '2026-11-22', scope: ['out'], hash: HASHES[1] };
    const of = (file: string, holds: boolean) => [
      { file, ...ann, holds },
      { file, ...bob, holds },
    ];
    expect((await run('signed.parapet')).signOffs).toEqual(of('signed.parapet', true));
    expect((await run('before.parapet', 'changed.parapet', 'signed.parapet')).signOffs).toEqual([
      ...of('changed.parapet', false),
      ...of('signed.parapet', true),
    ]);
  });

  it('are data in the JSON report, and left out of one without them', async () => {
    const file = async (name: string) => JSON.parse(await check(name, 'json')).files[0];
    expect((await file('changed')).signOffs).toEqual([
      { reviewer: 'Ann', date: '2026-11-22', scope: 'all', holds: false, hash: HASHES[0] },
      { reviewer: '<b>Bob</b>', date: '2026-11-22', scope: ['out'], holds: false, hash: HASHES[1] },
    ]);
    expect(await file('before')).not.toHaveProperty('signOffs');
  });

  it('are told of in a comparison', async () => {
    const { out } = await runIn({ files: FILES }, 'diff', 'before.parapet', 'signed.parapet');
    expect(out).toContain('Signed off by Ann on 2026-11-22: the whole diagram');
    const back = await runIn({ files: FILES }, 'diff', 'signed.parapet', 'before.parapet');
    expect(back.out).toContain('Withdrawn: sign-off by <b>Bob</b> on 2026-11-22: 1 element');
  });
});
