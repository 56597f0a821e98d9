import type { NodeProps } from '@xyflow/react';
import { memo } from 'react';
import { kindName } from '../../shared/catalog/words.ts';
import { BOUNDARY_MIN } from '../../shared/diagram/geometry.ts';
import { oneLine } from '../../shared/diagram/oneLine.ts';
import { iconUri } from '../icons.ts';
import { useRollup } from '../state/derived.ts';
import { useStore } from '../state/store.ts';
import { useCatalog } from '../state/useCatalog.ts';
import classes from './BoundaryNode.module.css';
import { GapBadge } from './GapBadge.tsx';
import { NameField } from './NameField.tsx';
import { Resizer } from './Resizer.tsx';
import type { BoundaryNode as Shown } from './types.ts';
import { useLabel } from './useLabel.ts';

const EDGES = ['top', 'right', 'bottom', 'left'] as const;

function BoundaryFrame({ id, data, selected }: NodeProps<Shown>) {
  const catalog = useCatalog();
  const tally = useRollup(id);
  const renaming = useStore((state) => state.renaming === id);
  const target = useStore((state) => state.dropTarget === id);
  const kind = catalog.boundaries.get(data.kind)?.kind;
  const what = kind?.name ?? `${data.kind} (unknown boundary)`;
  const label = useLabel(oneLine(`${data.name || data.kind}, ${kindName(catalog, data.kind)}`));
  return (
    <div ref={label} className={classes.frame} data-kind={data.kind} data-selected={selected} data-target={target}>
      {EDGES.map((edge) => (
        <span key={edge} className={`${classes.edge} boundary-drag`} data-edge={edge} />
      ))}
      <div className={`${classes.header} boundary-drag`}>
        {kind && <img className={classes.icon} src={iconUri(kind.icon)} alt="" draggable={false} />}
        {renaming ? (
          <NameField id={id} name={data.name} />
        ) : (
          <span className={classes.name} dir="auto" title={data.name}>
            {data.name || what}
          </span>
        )}
        {data.name && data.name !== what && (
          <span className={classes.kind} title={what}>
            {what}
          </span>
        )}
        <span className={classes.badge}>
          <GapBadge tally={tally} rolledUp />
        </span>
      </div>
      {selected && <Resizer least={BOUNDARY_MIN} />}
    </div>
  );
}

/** A boundary on the canvas, with the counts of all that is inside it. */
export const BoundaryNode = memo(
  BoundaryFrame,
  (a, b) => a.id === b.id && a.data === b.data && a.selected === b.selected,
);
