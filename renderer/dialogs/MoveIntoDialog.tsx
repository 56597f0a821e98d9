import { useState } from 'react';
import { placeAllInside } from '../../shared/diagram/edit/placeInside.ts';
import { commonPlacements } from '../inspector/header/placements.ts';
import { nameOf, namesOf } from '../state/names.ts';
import { announce, commit, present, useStore } from '../state/store.ts';
import { Frame } from './Frame.tsx';
import { Picker } from './Picker.tsx';

function moveInto(ids: readonly string[], container: string | null): void {
  const diagram = present();
  const to = container === null ? 'out of its boundary' : `into ${nameOf(diagram, container)}`;
  const what = `${namesOf(diagram, ids)} ${to}`;
  commit(`Move ${what}`, (before) => placeAllInside(before, ids, container));
  announce(`Moved ${what}`);
}

/** Puts what is selected into a boundary, or out of it, without the mouse. */
export function MoveIntoDialog({ ids, onClose }: { readonly ids: readonly string[]; readonly onClose: () => void }) {
  const diagram = useStore((state) => state.history.present);
  const [query, setQuery] = useState('');
  const wanted = query.trim().toLowerCase();
  const options = commonPlacements(diagram, ids)
    .filter(({ label }) => label.toLowerCase().includes(wanted))
    .map(({ value, label }) => ({
      key: value,
      name: label,
      detail: '',
      about: '',
      refused: null,
      onChoose: () => {
        onClose();
        moveInto(ids, value === '' ? null : value);
      },
    }));
  return (
    <Frame title={`Move ${namesOf(diagram, ids)} into…`} onClose={onClose}>
      <Picker
        label="Boundary"
        placeholder="Name"
        query={query}
        onQuery={setQuery}
        sections={[{ title: 'Boundaries', options }]}
        none={wanted === '' ? 'None of the boundaries may hold this.' : `No boundary is called “${query.trim()}”.`}
      />
    </Frame>
  );
}
