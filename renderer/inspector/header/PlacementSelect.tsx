import { NativeSelect } from '@mantine/core';
import { memo } from 'react';
import { placeInside } from '../../../shared/diagram/edit/placeInside.ts';
import { placedOf } from '../../../shared/diagram/placed.ts';
import { nameOf } from '../../state/names.ts';
import { commit, present, useStore } from '../../state/store.ts';
import classes from './Header.module.css';
import { placementsOf } from './placements.ts';

const CLASSES = { root: classes.placement ?? '', label: classes.placementLabel ?? '', wrapper: classes.grow ?? '' };

function move(id: string, container: string | null): void {
  const diagram = present();
  const to = container === null ? 'out of its boundary' : `into ${nameOf(diagram, container)}`;
  commit(`Move ${nameOf(diagram, id)} ${to}`, (before) => placeInside(before, id, container));
}

/** Puts a resource or boundary into a boundary without dragging it. */
export const PlacementSelect = memo(function PlacementSelect({ id }: { readonly id: string }) {
  const inside = useStore((state) => placedOf(state.history.present, id)?.inside ?? '');
  // Read for the render it causes: the choice is among these.
  useStore((state) => state.history.present.boundaries);
  const placements = placementsOf(present(), id);
  if (placements.length < 2) return null;
  return (
    <NativeSelect
      label="Inside"
      size="xs"
      classNames={CLASSES}
      data={[...placements]}
      value={inside}
      onChange={({ currentTarget: { value } }) => move(id, value === '' ? null : value)}
    />
  );
});
