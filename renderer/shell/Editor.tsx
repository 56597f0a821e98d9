import { Group, Panel, Separator } from 'react-resizable-panels';
import { Canvas } from '../canvas/Canvas.tsx';
import { FindingsPanel } from '../findings/FindingsPanel.tsx';
import { Inspector } from '../inspector/Inspector.tsx';
import { useStore } from '../state/store.ts';
import { StatusBar } from '../toolbar/StatusBar.tsx';
import { Toolbar } from '../toolbar/Toolbar.tsx';
import classes from './App.module.css';
import { LeftPanel } from './LeftPanel.tsx';

function Middle() {
  const findingsOpen = useStore((state) => state.findingsOpen);
  return (
    <Group orientation="vertical" id="middle">
      <Panel id="canvas" minSize={160}>
        <Canvas />
      </Panel>
      {findingsOpen && (
        <>
          <Separator className={classes.separator} aria-label="Size of the findings panel" />
          <Panel id="findings" defaultSize="27%" minSize={96}>
            <div className={classes.panel}>
              <FindingsPanel />
            </div>
          </Panel>
        </>
      )}
    </Group>
  );
}

/** Palette, canvas, findings and inspector around the open diagram. */
export function Editor() {
  return (
    <div className={classes.editor}>
      <h1 className="visually-hidden">Parapet</h1>
      <Toolbar />
      <Group orientation="horizontal" id="panels" className={classes.panels ?? ''}>
        <Panel id="palette" defaultSize="17%" minSize={165} maxSize={300}>
          <div className={classes.panel}>
            <LeftPanel />
          </div>
        </Panel>
        <Separator className={classes.separator} aria-label="Size of the palette" />
        <Panel id="middle" minSize={280}>
          <Middle />
        </Panel>
        <Separator className={classes.separator} aria-label="Size of the inspector" />
        <Panel id="inspector" defaultSize="20.5%" minSize={292} maxSize={560}>
          <div className={classes.panel}>
            <Inspector />
          </div>
        </Panel>
      </Group>
      <StatusBar />
    </div>
  );
}
