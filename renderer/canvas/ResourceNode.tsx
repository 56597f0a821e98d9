import { Handle, type NodeProps, Position } from '@xyflow/react';
import { memo } from 'react';
import { iconUri } from '../icons.ts';
import { useElementReport } from '../state/derived.ts';
import { useStore } from '../state/store.ts';
import { useCatalog } from '../state/useCatalog.ts';
import { badgeOf } from './badge.ts';
import { GapBadge } from './GapBadge.tsx';
import { NameField } from './NameField.tsx';
import classes from './ResourceNode.module.css';
import type { ResourceNode as Shown } from './types.ts';

const SIDES = [
  ['left', Position.Left],
  ['right', Position.Right],
  ['top', Position.Top],
  ['bottom', Position.Bottom],
] as const;

/** Characters of a name that fit on one line; a longer one gets a second line, and the service keeps one. */
const LONG = 14;

function ResourceCard({ id, data, selected }: NodeProps<Shown>) {
  const catalog = useCatalog();
  const report = useElementReport(id);
  const renaming = useStore((state) => state.renaming === id);
  const entry = catalog.services.get(data.service);
  const kind = entry?.service.shortName ?? `${data.service} (unknown service)`;
  return (
    <div
      className={classes.card}
      data-tone={badgeOf(report?.tally).tone}
      data-selected={selected}
      data-long={data.name.length > LONG}
    >
      {entry ? (
        <img className={classes.icon} src={iconUri(entry.service.icon)} alt="" draggable={false} />
      ) : (
        <span className={classes.unknown} aria-hidden="true">
          ?
        </span>
      )}
      <span className={classes.texts}>
        {renaming ? (
          <NameField id={id} name={data.name} />
        ) : (
          <span className={classes.name} dir="auto" title={data.name}>
            {data.name || kind}
          </span>
        )}
        <span className={classes.service} title={kind}>
          {kind}
        </span>
      </span>
      <span className={classes.badge}>
        <GapBadge tally={report?.tally} />
      </span>
      {data.badge !== '' && (
        <span className={classes.environment} dir="auto" title={data.badge}>
          {data.badge}
        </span>
      )}
      {SIDES.map(([side, position]) => (
        <Handle key={side} id={side} type="source" position={position} className={classes.handle} aria-hidden="true" />
      ))}
    </div>
  );
}

/** A resource on the canvas. Re-renders when its name, selection or own report changes, not when it moves. */
export const ResourceNode = memo(
  ResourceCard,
  (a, b) => a.id === b.id && a.data === b.data && a.selected === b.selected,
);
