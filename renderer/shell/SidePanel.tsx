import { type ReactNode, useEffect, useRef } from 'react';
import { Panel, usePanelRef } from 'react-resizable-panels';
import { backToCanvas } from '../inspector/focusInspector.ts';
import { isFocusLost } from '../state/focus.ts';
import { closePanel, openPanel, type PanelId, usePanelShown } from '../state/panels.ts';
import { remembered } from '../state/remembered.ts';
import classes from './App.module.css';

interface Props {
  readonly id: PanelId;
  /** Pixels, until somebody changes it. */
  readonly size: number;
  readonly least: number;
  readonly most: number;
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
    if (!shown) {
      panel.current?.collapse();
      if (isFocusLost()) backToCanvas();
    }
    // Afterwards: one that makes room in a narrow window has done so by then.
    else
      queueMicrotask(() => panel.current?.isCollapsed() && panel.current.resize(remembered().panelSizes[id] ?? size));
  }, [shown, panel, id, size]);
  return (
    <Panel
      id={id}
      panelRef={panel}
      collapsible
      collapsedSize={0}
      defaultSize={first.current}
      minSize={least}
      maxSize={most}
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
