import { NativeSelect } from '@mantine/core';
import { placeInside } from '../../../shared/diagram/edit/placeInside.ts';
import { nameOf } from '../../state/names.ts';
import { commit, present, useStore } from '../../state/store.ts';
import { isFlow, useItem } from '../element.ts';
import classes from './Header.module.css';
import { placementsOf } from './placements.ts';

const CLASSES = { root: classes.placement ?? '', label: classes.placementLabel ?? '', wrapper: classes.grow ?? '' };

function move(id: string, container: string | null): void {
  const diagram = present();
  const to = container === null ? 'out of its boundary' : `into ${nameOf(diagram, container)}`;
  commit(`Move ${nameOf(diagram, id)} ${to}`, (before) => placeInside(before, id, container));
}

/** Puts an element into a boundary without dragging it. */
export function PlacementSelect({ id }: { readonly id: string }) {
  const item = useItem(id);
  // Read for the render it causes: the choice is among these.
  useStore((state) => state.history.present.boundaries);
  const placements = placementsOf(present(), id);
  if (!item || isFlow(item) || placements.length < 2) return null;
  return (
    <NativeSelect
      label="Inside"
      size="xs"
      classNames={CLASSES}
      data={[...placements]}
      value={item.inside ?? ''}
      onChange={({ currentTarget: { value } }) => move(id, value === '' ? null : value)}
    />
  );
}
