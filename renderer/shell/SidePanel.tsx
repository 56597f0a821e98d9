import { type ReactNode, useEffect, useRef } from 'react';
import { Panel, usePanelRef } from 'react-resizable-panels';
import { closePanel, openPanel, type PanelId, usePanelShown } from '../state/panels.ts';
import { remembered } from '../state/remembered.ts';
import classes from './App.module.css';

interface Props {
  readonly id: PanelId;
  /** Pixels; a share of the room, such as `27%`, until somebody changes it. */
  readonly size: number | string;
  readonly least: number;
  readonly most?: number;
  readonly children: ReactNode;
}

/** A panel beside the canvas, which folds away: by command, by its button, or by dragging it very small. */
export function SidePanel({ id, size, least, most, children }: Props) {
  const shown = usePanelShown(id);
  const panel = usePanelRef();
  const wanted = remembered().panelSizes[id] ?? size;
  // The first size is that of the first time; later ones are set by `resize`.
  const first = useRef(shown ? wanted : 0);
  useEffect(() => {
    const { current } = panel;
    if (!current || current.isCollapsed() === !shown) return;
    if (shown) current.resize(remembered().panelSizes[id] ?? size);
    else current.collapse();
  }, [shown, panel, id, size]);
  return (
    <Panel
      id={id}
      panelRef={panel}
      collapsible
      collapsedSize={0}
      defaultSize={first.current}
      minSize={least}
      {...(most === undefined ? {} : { maxSize: most })}
      groupResizeBehavior="preserve-pixel-size"
      onResize={({ inPixels }, _id, before) => {
        // Only what a drag or a key on the separator does: it ends in a size that nobody asked for here.
        if (before === undefined) return;
        if (inPixels === 0 && before.inPixels > 0 && shown) closePanel(id);
        else if (inPixels > 0 && before.inPixels === 0 && !shown) openPanel(id);
      }}
    >
      {shown && <div className={classes.panel}>{children}</div>}
    </Panel>
  );
}
