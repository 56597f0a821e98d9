import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { copySelection, cutSelection } from '../../../renderer/clipboard/clipboard.ts';
import { forgetPastes, pasteText } from '../../../renderer/clipboard/paste.ts';
import { runCommand } from '../../../renderer/commands/runCommand.ts';
import { commonPlacements } from '../../../renderer/inspector/header/placements.ts';
import { addBoundaryAt, addBoundaryOf, addService, addServiceAt } from '../../../renderer/state/addElement.ts';
import { catalog } from '../../../renderer/state/catalog.ts';
import {
  cancelPreview,
  commit,
  openDocument,
  present,
  preview,
  select,
  useStore,
} from '../../../renderer/state/store.ts';
import { COMMAND_IDS, COMMANDS, type CommandId } from '../../../shared/commands.ts';
import { placeAllInside } from '../../../shared/diagram/edit/placeInside.ts';
import { formatDiagram } from '../../../shared/diagram/format.ts';
import { outermostPlaced } from '../../../shared/diagram/placed.ts';
import { type Diagram, emptyDiagram } from '../../../shared/diagram/schema.ts';
import { anyDiagram } from '../../support/arbitraries.ts';
import { applyStep, type Choices, idMaker, steps } from '../../support/edits.ts';
import { tidied } from '../../support/elk.ts';
import { fakeHost } from './fakeHost.ts';

vi.mock('../../../renderer/state/tell.ts', () => ({ tell: vi.fn() }));

const { host } = fakeHost({});
const run = (id: CommandId): void => runCommand(id, { host });

/** Commands that need a page, or a worker, or do not end at once: end-to-end tests run them. */
const ELSEWHERE = new Set<string>([
  'findService',
  'undo',
  'redo',
  'cut',
  'copy',
  'copyPicture',
  'paste',
  'tidyLayout',
  'tidySelection',
]);
const EDITING = COMMAND_IDS.filter((id) => {
  const { menu } = COMMANDS[id];
  return (menu === 'edit' || menu === 'arrange') && !ELSEWHERE.has(id);
});

const CHOICES: Choices = {
  services: ['s3', 'kms', 'lambda', 'kinesis-data-streams'],
  kinds: ['vpc', 'private-subnet', 'security-group'],
  controls: ['s3.versioning'],
  properties: ['versioning', 'encryption'],
};
const services = [...catalog.services.values()].map(({ service }) => service);
const kinds = [...catalog.boundaries.values()].map(({ kind }) => kind);
const pick = <T>(items: readonly T[], index: number): T | undefined => items[index % Math.max(1, items.length)];
const everything = (): readonly string[] => {
  const { boundaries, resources, flows, texts } = present();
  return [...boundaries, ...resources, ...flows, ...texts].map(({ id }) => id);
};

type Deed = (a: number, b: number) => void | Promise<void>;

/** What was copied last, as the system's clipboard has it. */
let clipboard = '';

/** What a person does besides commands, with numbers to choose by. */
const DEEDS: Readonly<Record<string, Deed>> = {
  select: (a) => select([pick(everything(), a)].filter((id) => id !== undefined)),
  selectSome: (a, b) => select(everything().filter((_id, index) => ((a * 31 + b) >> (index % 20)) % 2 === 1)),
  selectNothing: () => select([]),
  add: (a) => addService(pick(services, a) as (typeof services)[number]),
  drop: (a, b) => addServiceAt(pick(services, a) as (typeof services)[number], { x: a * 3, y: b * 3 }),
  addBoundary: (a) => addBoundaryOf(pick(kinds, a) as (typeof kinds)[number]),
  dropBoundary: (a, b) => addBoundaryAt(pick(kinds, a) as (typeof kinds)[number], { x: a * 3, y: b * 3 }),
  moveInto: (a) => {
    const ids = outermostPlaced(present(), useStore.getState().selection).map(({ id }) => id);
    const to = pick(commonPlacements(present(), ids), a)?.value;
    if (to === undefined) return;
    commit('Move', (diagram) => placeAllInside(diagram, ids, to || null));
  },
  copy: () => {
    clipboard = copySelection() ?? clipboard;
  },
  cut: () => {
    clipboard = cutSelection() ?? clipboard;
    forgetPastes(clipboard);
  },
  paste: () => pasteText(clipboard, null),
  pasteAt: (a, b) => pasteText(clipboard, { x: a * 3, y: b * 3 }),
  tidy: async () => {
    const after = await tidied(present());
    commit('Tidy layout', () => after);
  },
  tidySelection: async () => {
    const after = await tidied(present(), useStore.getState().selection);
    commit('Tidy selection', () => after);
  },
  dragAndGiveUp: (a) => {
    preview((diagram) => ({ ...diagram, name: `dragged ${a}` }));
    cancelPreview();
  },
  undo: () => run('undo'),
  redo: () => run('redo'),
};

const COMMON = [
  'add',
  'add',
  'dropBoundary',
  'dropBoundary',
  'selectSome',
  'selectSome',
  'selectSome',
  'copy',
  'pasteAt',
];

const numbers = [fc.nat(1000), fc.nat(1000)] as const;
const command = fc.constantFrom(...EDITING).map((id) => ({ name: id as string, act: () => run(id) }));
const deed = fc
  .tuple(fc.constantFrom(...Object.keys(DEEDS), ...COMMON), ...numbers)
  .map(([name, a, b]) => ({ name: `${name} ${a} ${b}`, act: () => DEEDS[name]?.(a, b) }));
const newId = idMaker();
const edit = fc.tuple(steps, fc.boolean()).map(([step, merges]) => ({
  name: `${step.operation} ${step.a} ${step.b}`,
  act: () =>
    commit(step.operation, (diagram) => applyStep(diagram, step, CHOICES, newId), merges ? step.operation : null),
}));
const sequence = fc.array(fc.oneof({ arbitrary: command, weight: 3 }, { arbitrary: deed, weight: 4 }, edit), {
  minLength: 1,
  maxLength: 40,
  size: 'max', // short ones seldom make a step
});

const text = (): string => formatDiagram(present());
const stepsBack = (): number => useStore.getState().history.past.length;

function begin(diagram: Diagram): void {
  clipboard = '';
  openDocument(diagram, { file: null, saved: diagram });
}

beforeEach(() => begin(emptyDiagram('Test')));

describe('any sequence of commands', () => {
  it('undone as often as it made steps gives the identical document, and redone the one it came to', async () => {
    await fc.assert(
      fc.asyncProperty(anyDiagram, sequence, async (first, list) => {
        begin(first);
        const before = text();
        for (const { act } of list) await act();
        const after = text();
        const made = stepsBack();
        for (let i = 0; i < made; i++) run('undo');
        expect([stepsBack(), text(), present() === first]).toEqual([0, before, true]);
        for (let i = 0; i < made; i++) run('redo');
        expect(text()).toBe(after);
      }),
      { numRuns: 100 },
    );
  });

  it('leaves nothing selected that is not there', async () => {
    await fc.assert(
      fc.asyncProperty(anyDiagram, sequence, async (first, list) => {
        begin(first);
        for (const { act } of list) {
          await act();
          const known = new Set(everything());
          expect(useStore.getState().selection.filter((id) => !known.has(id))).toEqual([]);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('is taken back step by step: each undo gives the document from before the step', async () => {
    await fc.assert(
      fc.asyncProperty(sequence, async (list) => {
        begin(emptyDiagram('Test'));
        /** The document after so many steps. */
        const texts = [text()];
        for (const { act } of list) {
          await act();
          texts[stepsBack()] = text();
        }
        for (let at = stepsBack(); at >= 0; at--) {
          expect(text()).toBe(texts[at]);
          run('undo');
        }
      }),
      { numRuns: 60 },
    );
  });
});
