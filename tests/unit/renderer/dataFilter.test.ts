import { describe, expect, it } from 'vitest';
import {
  countByData,
  type Filter,
  filterRows,
  isNarrowed,
  showGaps,
  useFilter,
} from '../../../renderer/findings/filter.ts';
import { listedOf } from '../../../renderer/findings/rows.ts';
import { nameOfData } from '../../../renderer/findings/scope.ts';
import { catalog } from '../../../renderer/state/catalog.ts';
import { DATA_CLASS_IDS, type DataClass } from '../../../shared/dataClasses.ts';
import { type Diagram, emptyDiagram } from '../../../shared/diagram/schema.ts';
import { validate } from '../../../shared/validate/validate.ts';

const AT = { x: 0, y: 0 };
const resource = (id: string, inside: string | null, brings: readonly DataClass[] = []) => ({
  ...{ id, service: 'kinesis-data-streams', name: id, inside, position: AT, answers: {}, note: '' },
  ...(brings.length > 0 ? { data: { brings } } : {}),
});

/** Personal data go a → b, confidential data are at c alone, and nothing is said of d. */
const DIAGRAM: Diagram = {
  ...emptyDiagram('Data'),
  boundaries: [
    {
      id: 'net',
      kind: 'vpc',
      name: '',
      inside: null,
      position: AT,
      size: { width: 9, height: 9 },
      answers: {},
      note: '',
    },
  ],
  resources: [
    resource('a', null, ['personal']),
    resource('b', 'net'),
    resource('c', null, ['confidential']),
    resource('d', null),
  ],
  flows: [{ id: 'a-b', from: 'a', to: 'b', label: '', answers: {}, note: '' }],
};
const rows = listedOf(validate(DIAGRAM, catalog, '2026-11-22'));

function shownBy(narrowed: Partial<Filter>) {
  showGaps(narrowed);
  return filterRows(rows, useFilter.getState(), { diagram: DIAGRAM, selection: [] });
}
const elementsOf = (shown: typeof rows) => [...new Set(shown.map(({ element }) => element.id))].sort();

describe('findings by the data that reach their elements', () => {
  it('shows resources, flows and boundaries that data of the class, or stronger, reach', () => {
    expect(elementsOf(shownBy({ data: 'personal' }))).toEqual(['a', 'a-b', 'b', 'net']);
    expect(elementsOf(shownBy({ data: 'confidential' }))).toEqual(['a', 'a-b', 'b', 'c', 'net']);
    expect(elementsOf(shownBy({ data: 'health' }))).toEqual([]);
    expect(isNarrowed(useFilter.getState())).toBe(true);
    expect(elementsOf(shownBy({}))).toContain('d');
    expect(isNarrowed(useFilter.getState())).toBe(false);
  });

  it('counts what each class would show', () => {
    const counts = countByData(rows, DIAGRAM);
    for (const data of DATA_CLASS_IDS) expect(counts[data]).toBe(shownBy({ data }).length);
  });

  it('says whether stronger classes are with it', () => {
    expect(DATA_CLASS_IDS.map(nameOfData)).toEqual([
      'Public or stronger',
      'Internal or stronger',
      'Confidential or stronger',
      'Personal',
      'Payment',
      'Health',
    ]);
  });
});
