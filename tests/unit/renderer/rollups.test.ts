import fc from 'fast-check';
import { expect, it } from 'vitest';
import { catalog } from '../../../renderer/state/catalog.ts';
import { reportOf, rollupsOf } from '../../../renderer/state/derived.ts';
import { openDocument, useStore } from '../../../renderer/state/store.ts';
import { boundariesOf } from '../../../shared/diagram/graph.ts';
import { sumTallies } from '../../../shared/validate/report.ts';
import { catalogDiagrams } from '../../support/catalogDiagrams.ts';
import { applyStep, type Choices, idMaker, steps } from '../../support/edits.ts';

const CHOICES: Choices = {
  services: ['s3', 'kms', 'lambda', 'kinesis-data-streams'],
  kinds: ['vpc', 'private-subnet', 'security-group'],
  controls: ['s3.versioning'],
  properties: ['versioning', 'encryption'],
};

/** Each boundary with the sum over all that counts in it. */
function countedOneByOne(): ReadonlyMap<string, unknown> {
  const state = useStore.getState();
  const { present } = state.history;
  const elements = [...reportOf(state).elements.values()];
  return new Map(
    present.boundaries.map(({ id }) => {
      const within = elements.filter(({ element }) => boundariesOf(present, element.id).some((each) => each.id === id));
      return [id, sumTallies(within.map(({ tally }) => tally))];
    }),
  );
}

it('a boundary counts all that is inside it, after any edits, and only what changed is another object', () => {
  fc.assert(
    fc.property(catalogDiagrams(catalog), fc.array(steps, { maxLength: 20 }), (diagram, edits) => {
      const newId = idMaker();
      openDocument(diagram, { file: null, saved: null });
      let shown = rollupsOf(useStore.getState());
      for (const step of edits) {
        const { history } = useStore.getState();
        useStore.setState({ history: { ...history, present: applyStep(history.present, step, CHOICES, newId) } });
        const now = rollupsOf(useStore.getState());
        expect(new Map([...now])).toEqual(new Map([...countedOneByOne()].filter(([id]) => now.has(id))));
        for (const [id, tally] of now) {
          const before = shown.get(id);
          if (before && JSON.stringify(before) === JSON.stringify(tally)) expect(tally).toBe(before);
        }
        shown = now;
      }
    }),
    { numRuns: 60 },
  );
});
