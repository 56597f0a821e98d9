import { describe, expect, it } from 'vitest';
import { setAnswer } from '../../../shared/diagram/edit/answer.ts';
import { signOff } from '../../../shared/diagram/edit/signOff.ts';
import { formatDiagram } from '../../../shared/diagram/format.ts';
import { SMALL } from '../../support/reviewDiagrams.ts';
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

describe('sign-offs in reports', () => {
  it('stand in text and HTML, and say when they are broken', async () => {
    for (const format of ['text', 'html']) {
      expect(await check('signed', format)).toContain(HOLDS);
      expect(await check('changed', format)).toContain(BROKEN);
      expect(await check('before', format)).not.toContain('ign-off');
    }
    expect(await check('signed', 'html')).toContain('&lt;b&gt;Bob&lt;/b&gt;');
    expect(await check('signed', 'markdown')).toContain('## Sign-offs');
    expect(await check('signed', 'markdown')).not.toContain('<b>Bob');
  });

  it('are data in the JSON report, and left out of one without them', async () => {
    const file = async (name: string) => JSON.parse(await check(name, 'json')).files[0];
    expect((await file('changed')).signOffs).toEqual([
      { reviewer: 'Ann', date: '2026-11-22', scope: 'all', holds: false },
      { reviewer: '<b>Bob</b>', date: '2026-11-22', scope: ['out'], holds: false },
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
