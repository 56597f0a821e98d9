import { Handle, type NodeProps, Position } from '@xyflow/react';
import { createContext, memo, useContext, useState } from 'react';
import { dataMark } from '../../shared/dataClasses.ts';
import { oneLine } from '../../shared/diagram/oneLine.ts';
import { iconUri } from '../icons.ts';
import { useDataAt, useElementReport } from '../state/derived.ts';
import { useStore } from '../state/store.ts';
import { useCatalog } from '../state/useCatalog.ts';
import { useWheeling } from '../state/viewport.ts';
import { badgeOf } from './badge.ts';
import { GapBadge } from './GapBadge.tsx';
import { NameField } from './NameField.tsx';
import classes from './ResourceNode.module.css';
import type { ResourceNode as Shown } from './types.ts';
import { useLabel } from './useLabel.ts';

const SIDES = [
  ['left', Position.Left],
  ['right', Position.Right],
  ['top', Position.Top],
  ['bottom', Position.Bottom],
] as const;

/** True while a flow is pulled to where it shall end: every resource then offers its handles. */
export const Connecting = createContext(false);

/** Characters of a name that fit on one line; a longer one gets a second line, and the service keeps one. */
const LONG = 14;

/**
 * Where flows are pulled from and to. React Flow's own only where they can be of use, since each listens to its store,
 * which changes in every step of a pan and a drag; elsewhere what looks like them to React Flow, which measures them.
 */
const Handles = ({ live }: { readonly live: boolean }) =>
  SIDES.map(([side, position]) =>
    live ? (
      <Handle key={side} id={side} type="source" position={position} className={classes.handle} aria-hidden="true" />
    ) : (
      <div
        key={`place ${side}`}
        className={`react-flow__handle react-flow__handle-${side} source ${classes.handle}`}
        data-handleid={side}
        data-handlepos={side}
        aria-hidden="true"
      />
    ),
  );

function ResourceCard({ id, data, selected }: NodeProps<Shown>) {
  const catalog = useCatalog();
  const report = useElementReport(id);
  const mark = dataMark(useDataAt(id));
  const renaming = useStore((state) => state.renaming === id);
  const isChosen = useStore(({ selection }) => selected && selection.length === 1);
  const connecting = useContext(Connecting);
  const [near, setNear] = useState(false);
  const onNear = () => {
    // What passes under the pointer while the wheel turns is not what it is for.
    if (!useWheeling.getState().wheeling) setNear(true);
  };
  const entry = catalog.services.get(data.service);
  const kind = entry?.service.shortName ?? `${data.service} (unknown service)`;
  const { tone, text } = badgeOf(report?.tally);
  const whole = entry?.service.name ?? `unknown service ${data.service}`;
  const words = [data.name || whole, whole, data.badge, mark?.title ?? ''].filter((part) => part !== '');
  const label = useLabel(oneLine(`${words.join(', ')}: ${text}`));
  return (
    <div
      ref={label}
      className={classes.card}
      data-tone={tone}
      data-selected={selected}
      data-long={data.name.length > LONG}
      onPointerEnter={onNear}
      onPointerMove={onNear}
      onPointerLeave={() => setNear(false)}
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
      {mark !== null && (
        <span className={classes.data} title={mark.title}>
          {mark.text}
        </span>
      )}
      {data.badge !== '' && (
        <span className={classes.environment} dir="auto" title={data.badge}>
          {data.badge}
        </span>
      )}
      <Handles live={near || isChosen || connecting} />
    </div>
  );
}

/** A resource on the canvas. Re-renders when its name, selection or own report changes, not when it moves. */
export const ResourceNode = memo(
  ResourceCard,
  (a, b) => a.id === b.id && a.data === b.data && a.selected === b.selected,
);
