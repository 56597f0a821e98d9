import { Select } from '@mantine/core';
import { placeAllInside } from '../inspector/header/placeInside.ts';
import { commonPlacements } from '../inspector/header/placements.ts';
import { nameOf, namesOf } from '../state/names.ts';
import { announce, commit, present, useStore } from '../state/store.ts';
import { Frame } from './Frame.tsx';

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
  const placements = commonPlacements(diagram, ids);
  const choose = (value: string | null) => {
    if (value === null) return;
    onClose();
    moveInto(ids, value === '' ? null : value);
  };
  return (
    <Frame title={`Move ${namesOf(diagram, ids)} into…`} onClose={onClose}>
      <Select
        data-autofocus
        role="combobox"
        label="Boundary"
        placeholder="Name"
        searchable
        defaultDropdownOpened
        allowDeselect={false}
        data={[...placements]}
        nothingFoundMessage="No boundary is called so."
        maxDropdownHeight={260}
        comboboxProps={{ transitionProps: { duration: 0 } }}
        selectFirstOptionOnChange
        onChange={choose}
      />
      {placements.length === 0 && <p>None of the boundaries may hold this.</p>}
    </Frame>
  );
}
