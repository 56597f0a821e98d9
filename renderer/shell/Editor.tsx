import { useRef } from 'react';
import { Group, type GroupProps, Panel } from 'react-resizable-panels';
import { Canvas } from '../canvas/Canvas.tsx';
import { FindingsPanel } from '../findings/FindingsPanel.tsx';
import { ReviewBar } from '../review/ReviewBar.tsx';
import { keepPanelSize, type PanelId } from '../state/panels.ts';
import { useStore } from '../state/store.ts';
import { StatusBar } from '../toolbar/StatusBar.tsx';
import { Toolbar } from '../toolbar/Toolbar.tsx';
import classes from './App.module.css';
import { LeftPanel } from './LeftPanel.tsx';
import { PanelBorder } from './PanelBorder.tsx';
import { Presentation } from './Presentation.tsx';
import { RightPanel } from './RightPanel.tsx';
import { SidePanel } from './SidePanel.tsx';

/** Remembers the sizes of panels that somebody has dragged, or moved with keys. */
function useKeptSizes(ids: readonly PanelId[], side: 'width' | 'height') {
  const group = useRef<HTMLDivElement>(null);
  const onLayoutChanged: GroupProps['onLayoutChanged'] = (layout, { isUserInteraction }) => {
    const room = group.current?.getBoundingClientRect()[side] ?? 0;
    if (!isUserInteraction || room === 0) return;
    for (const id of ids) {
      const percent = layout[id] ?? 0;
      if (percent > 0) keepPanelSize(id, (percent / 100) * room);
    }
  };
  return { elementRef: group, onLayoutChanged };
}

/** A share of a length, within bounds; pixels. */
const share = (length: number, part: number, least: number, most: number): number =>
  Math.round(Math.min(Math.max(length * part, least), most));

const BELOW = ['findings'] as const;
const BESIDE = ['palette', 'inspector'] as const;

function Middle() {
  const size = share(window.innerHeight, 0.24, 96, 480);
  return (
    <Group orientation="vertical" id="middle" {...useKeptSizes(BELOW, 'height')}>
      <Panel id="canvas" className={classes.canvas ?? ''} minSize={120}>
        <ReviewBar />
        <Canvas />
      </Panel>
      <PanelBorder panel="findings" label="Size of the findings panel" size={size} />
      <SidePanel id="findings" size={size} least={96} most={1600}>
        <FindingsPanel />
      </SidePanel>
    </Group>
  );
}

/** Palette, canvas, findings and inspector around the open diagram; while presenting, the canvas alone. */
export function Editor() {
  const presenting = useStore((state) => state.presenting);
  const sizes = {
    palette: share(window.innerWidth, 0.17, 165, 300),
    inspector: share(window.innerWidth, 0.205, 292, 560),
  };
  return (
    <div className={classes.editor} data-presenting={presenting}>
      <h1 className="visually-hidden">Parapet</h1>
      {!presenting && <Toolbar />}
      <Group orientation="horizontal" id="panels" className={classes.panels ?? ''} {...useKeptSizes(BESIDE, 'width')}>
        <SidePanel id="palette" size={sizes.palette} least={165} most={300}>
          <LeftPanel />
        </SidePanel>
        <PanelBorder panel="palette" label="Size of the palette" size={sizes.palette} />
        <Panel id="middle" minSize={200}>
          <Middle />
        </Panel>
        <PanelBorder panel="inspector" label="Size of the inspector" size={sizes.inspector} />
        <SidePanel id="inspector" size={sizes.inspector} least={292} most={560}>
          <RightPanel />
        </SidePanel>
      </Group>
      {!presenting && <StatusBar />}
      <Presentation />
    </div>
  );
}
