import { beforeEach, expect, it } from 'vitest';
import { startVisit, typeText, type Visit } from '../../../renderer/state/drafts.ts';
import { commit, isDirty, openDocument, present, redo, undo, useStore } from '../../../renderer/state/store.ts';
import { renameDiagram } from '../../../shared/diagram/edit/add.ts';
import { emptyDiagram } from '../../../shared/diagram/schema.ts';

const rename = (text: string, merge: string | null = null) =>
  commit('Rename diagram', (diagram) => renameDiagram(diagram, text.trim()), merge);
const type = (visit: Visit, ...texts: readonly string[]) => {
  for (const text of texts) typeText(visit, text, rename);
};
const dirty = () => isDirty(useStore.getState());
const steps = () => useStore.getState().history.past.length;

beforeEach(() => {
  const diagram = emptyDiagram('Mine');
  openDocument(diagram, { file: null, saved: diagram });
});

it('the first key typed makes the document unsaved, and a visit is one step', () => {
  const visit = startVisit('Mine');
  type(visit, 'Mine!');
  expect([present().name, dirty()]).toEqual(['Mine!', true]);
  type(visit, 'Mine! ', 'Mine! A', '', 'Yours');
  expect([present().name, steps()]).toEqual(['Yours', 1]);
  undo();
  expect([present().name, dirty()]).toEqual(['Mine', false]);
});

it('two visits are two steps', () => {
  type(startVisit('Mine'), 'A');
  type(startVisit('A'), 'B');
  undo();
  expect(present().name).toBe('A');
});

it('the text from before leaves nothing behind, also what could be redone is there', () => {
  rename('Later');
  undo();
  const visit = startVisit('Mine');
  type(visit, 'M', 'Mine');
  expect([dirty(), steps()]).toEqual([false, 0]);
  type(visit, 'Mine ', 'Mine');
  expect(dirty()).toBe(false);
  redo();
  expect(present().name).toBe('Later');
});

it('what another step did in between stays', () => {
  const visit = startVisit('Mine');
  type(visit, 'A');
  commit('Outside', (diagram) => ({ ...diagram }));
  type(visit, 'AB', 'Mine');
  expect([present().name, useStore.getState().history.past.map(({ label }) => label)]).toEqual([
    'Mine',
    ['Rename diagram', 'Outside', 'Rename diagram'],
  ]);
});
