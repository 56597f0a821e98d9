import {
  Background,
  BackgroundVariant,
  ConnectionMode,
  type EdgeChange,
  ReactFlow,
  ReactFlowProvider,
  useStore as useFlowStore,
} from '@xyflow/react';
import '@xyflow/react/dist/base.css';
import { useRef, useState } from 'react';
import { GRID } from '../../shared/diagram/geometry.ts';
import { select, setSession, useStore } from '../state/store.ts';
import { setZoom } from '../state/viewport.ts';
import { Arrows } from './Arrows.tsx';
import { BoundaryNode } from './BoundaryNode.tsx';
import classes from './Canvas.module.css';
import { EmptyHint } from './EmptyHint.tsx';
import { FlowEdge } from './FlowEdge.tsx';
import { selectionAfter } from './fromReactFlow.ts';
import { Overview } from './Overview.tsx';
import { OverviewMap } from './OverviewMap.tsx';
import { ResourceNode } from './ResourceNode.tsx';
import { TextNode } from './TextNode.tsx';
import type { FlowEdge as ShownEdge } from './types.ts';
import { useCanvasElements } from './useCanvasElements.ts';
import { useConnect } from './useConnect.ts';
import { useGestures } from './useGestures.ts';
import { useBoxSelection, useClicks, useDoubleClick, useDrops } from './usePointer.ts';
import { useViewport, ZOOM } from './useViewport.ts';
import { ZoomButtons } from './ZoomButtons.tsx';

const NODE_TYPES = { resource: ResourceNode, boundary: BoundaryNode, text: TextNode };
const EDGE_TYPES = { flow: FlowEdge };
const SNAP: [number, number] = [GRID, GRID];
const MULTI = ['Shift', 'Meta', 'Control'];
const onEdgesChange = (changes: EdgeChange<ShownEdge>[]): void => {
  const { selection } = useStore.getState();
  const next = selectionAfter(selection, changes);
  if (next !== selection) select(next);
};

function Surface() {
  const frame = useRef<HTMLDivElement>(null);
  const far = useFlowStore((state) => state.transform[2] < 0.45);
  const [connecting, setConnecting] = useState(false);
  const { nodes, edges, overview } = useCanvasElements(far);
  const { onNodesChange, onNodeDragStart, onNodeDrag, onNodeDragStop } = useGestures();
  const { onConnect, onConnectEnd } = useConnect();
  const onPaneClick = useClicks();
  const drops = useDrops();
  const onDoubleClick = useDoubleClick();
  const box = useBoxSelection(overview);
  useViewport(frame);
  return (
    <section
      ref={frame}
      className={`${classes.canvas} ${connecting ? 'connecting' : ''}`}
      data-canvas
      data-far={far}
      aria-label="Canvas"
      onDoubleClick={onDoubleClick}
      {...drops}
    >
      <Arrows />
      <ReactFlow
        nodes={nodes}
        edges={edges}
        nodeTypes={NODE_TYPES}
        edgeTypes={EDGE_TYPES}
        onNodesChange={onNodesChange}
        onEdgesChange={onEdgesChange}
        onNodeDragStart={onNodeDragStart}
        onNodeDrag={onNodeDrag}
        onNodeDragStop={onNodeDragStop}
        onNodeDoubleClick={(_event, node) => setSession({ renaming: node.id })}
        onConnect={onConnect}
        onConnectStart={() => setConnecting(true)}
        onConnectEnd={(event, state) => {
          setConnecting(false);
          onConnectEnd(event, state);
        }}
        onPaneClick={onPaneClick}
        {...box}
        onMove={(_event, viewport) => setZoom(viewport.zoom)}
        connectionMode={ConnectionMode.Loose}
        connectionRadius={24}
        snapToGrid
        snapGrid={SNAP}
        onlyRenderVisibleElements
        deleteKeyCode={null}
        selectionKeyCode="Shift"
        multiSelectionKeyCode={MULTI}
        minZoom={ZOOM.min}
        maxZoom={ZOOM.max}
        zoomOnDoubleClick={false}
        elevateNodesOnSelect={false}
        elevateEdgesOnSelect={false}
        zIndexMode="manual"
        proOptions={{ hideAttribution: true }}
      >
        <Background variant={BackgroundVariant.Dots} gap={24} size={1.5} color="var(--parapet-dots)" />
        {overview && <Overview />}
        <EmptyHint />
        <ZoomButtons />
        <OverviewMap />
      </ReactFlow>
    </section>
  );
}

/** The drawing surface: React Flow, controlled by the diagram in the store. */
export function Canvas() {
  return (
    <ReactFlowProvider>
      <Surface />
    </ReactFlowProvider>
  );
}
