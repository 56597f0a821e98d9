import { beforeEach, expect, it } from 'vitest';
import { finishMove } from '../../../renderer/canvas/finishMove.ts';
import { commit, openDocument, present, select, undo, useStore } from '../../../renderer/state/store.ts';
import { addBoundary, addResource } from '../../../shared/diagram/edit/add.ts';
import { remove } from '../../../shared/diagram/edit/remove.ts';
import { emptyDiagram } from '../../../shared/diagram/schema.ts';

const said = () => useStore.getState().announcement.text;

beforeEach(() => {
  const box = { kind: 'vpc', inside: null, position: { x: 0, y: 0 }, size: { width: 480, height: 320 } };
  const net = addBoundary(emptyDiagram(''), { ...box, id: 'net', name: 'net' });
  const diagram = addResource(net, { id: 'r', service: 's3', name: 'lake', inside: null, position: { x: 600, y: 80 } });
  openDocument(diagram, { file: null, saved: null });
});

it('says that something entered a boundary, and that it left', () => {
  finishMove([{ id: 'r', position: { x: 40, y: 80 } }]);
  expect([present().resources[0]?.inside, said()]).toEqual(['net', 'lake entered net']);
  finishMove([{ id: 'r', position: { x: 48, y: 80 } }]);
  expect(said()).toBe('lake entered net');
  finishMove([{ id: 'r', position: { x: 900, y: 80 } }]);
  expect([present().resources[0]?.inside, said()]).toEqual([null, 'lake left its boundary']);
});

it('selects what an undo brings back', () => {
  select([]);
  commit('Delete', (diagram) => remove(diagram, ['r']));
  undo();
  expect(useStore.getState().selection).toEqual(['r']);
});
