import { beforeAll, describe, expect, it } from 'vitest';
import { type Entries, entriesOf } from '../../../renderer/commandPalette/entries.ts';
import { findEntries } from '../../../renderer/commandPalette/find.ts';
import { catalog } from '../../../renderer/state/catalog.ts';
import { openDocument, useStore } from '../../../renderer/state/store.ts';
import { bigDiagram } from '../../bench/bigDiagram.ts';

let entries: Entries;
beforeAll(() => {
  const big = bigDiagram(catalog, 200);
  const [first, ...others] = big.resources;
  if (!first) throw new Error('a big diagram has resources');
  const diagram = { ...big, resources: [{ ...first, name: 'warehouse' }, ...others] };
  openDocument(diagram, { file: null, saved: diagram });
  entries = entriesOf(useStore.getState(), catalog);
});

const groups = (text: string) => findEntries(entries, text, []);
const first = (text: string) => groups(text)[0]?.entries[0];
const count = (text: string) => groups(text).reduce((sum, each) => sum + each.entries.length, 0);

describe('the command palette', () => {
  it.each([
    ['zoom in', 'command:zoomIn'],
    ['dark mode', 'command:toggleTheme'],
    ['cheat sheet', 'command:keyboard'],
    ['add redshift', 'service:redshift'],
    ['add kinesis firehose', 'service:data-firehose'],
    ['ADD kinsis', 'service:kinesis-data-streams'],
    ['add vpc', 'boundary:vpc'],
  ])('finds what “%s” means', (text, id) => {
    expect(first(text)?.id).toBe(id);
  });

  it('finds an element by its name, with the verb and without', () => {
    expect(first('warehouse')?.label).toBe('warehouse');
    expect(first('go to warehouse')?.label).toBe('warehouse');
    expect(groups('go to warehouse').map(({ id }) => id)).toEqual(['element']);
  });

  it('finds the findings of an element, and a finding by its words', () => {
    const found = groups('gap warehouse');
    expect(found.map(({ id }) => id)).toEqual(['finding']);
    expect(found[0]?.entries.every(({ label, more }) => /warehouse/i.test(label + more))).toBe(true);
    expect(found[0]?.entries.some(({ more }) => more.startsWith('warehouse'))).toBe(true);
    expect(first('gap: encrypt')?.action.kind).toBe('finding');
  });

  it('lists everything of a kind for its verb alone, and says how much it leaves out', () => {
    const [found] = groups('go to');
    expect(found?.id).toBe('element');
    expect((found?.entries.length ?? 0) + (found?.hidden ?? 0)).toBe(entries.element.length);
  });

  it('shows no more than fits, of every group that found something', () => {
    for (const text of ['', 'e', 's', 'encrypt', 'go to', 'gap']) expect(count(text)).toBeLessThanOrEqual(50);
    expect(new Set(groups('e').map(({ id }) => id)).size).toBe(4);
  });

  it('begins with what was chosen last and is still there, then all commands', () => {
    const begun = findEntries(entries, ' ', ['service:s3', 'element:gone', 'command:undo', 'command:export']);
    expect(begun.map(({ id }) => id)).toEqual(['recent', 'command']);
    // Nothing can be undone yet.
    expect(begun[0]?.entries.map(({ id }) => id)).toEqual(['service:s3', 'command:export']);
    expect(begun[1]?.entries.map(({ id }) => id)).not.toContain('command:export');
  });

  it('finds nothing where nothing fits', () => {
    expect(groups('zzzzzz')).toEqual([]);
  });
});
