import {
  Background,
  BackgroundVariant,
  ConnectionMode,
  type EdgeChange,
  ReactFlow,
  ReactFlowProvider,
  useStore as useFlowStore,
  useReactFlow,
} from '@xyflow/react';
import '@xyflow/react/dist/base.css';
import { type DragEvent, type MouseEvent, useCallback, useRef, useState } from 'react';
import { boundaryAt } from '../../shared/diagram/container.ts';
import { boundsOf, GRID } from '../../shared/diagram/geometry.ts';
import { addBoundaryAt, addServiceAt } from '../state/addElement.ts';
import { catalog } from '../state/catalog.ts';
import { present, select, setSession, useStore } from '../state/store.ts';
import { setZoom } from '../state/viewport.ts';
import { Arrows } from './Arrows.tsx';
import { BoundaryNode } from './BoundaryNode.tsx';
import classes from './Canvas.module.css';
import { EmptyHint } from './EmptyHint.tsx';
import { FlowEdge } from './FlowEdge.tsx';
import { selectionAfter } from './fromReactFlow.ts';
import { elementsIn, flowAt, resourceAt } from './hitTest.ts';
import { Overview } from './Overview.tsx';
import { OverviewMap } from './OverviewMap.tsx';
import { ResourceNode } from './ResourceNode.tsx';
import type { FlowEdge as ShownEdge } from './types.ts';
import { useCanvasElements } from './useCanvasElements.ts';
import { useConnect } from './useConnect.ts';
import { useGestures } from './useGestures.ts';
import { useViewport, ZOOM } from './useViewport.ts';
import { ZoomButtons } from './ZoomButtons.tsx';

const NODE_TYPES = { resource: ResourceNode, boundary: BoundaryNode };
const EDGE_TYPES = { flow: FlowEdge };
const SNAP: [number, number] = [GRID, GRID];
const MULTI = ['Shift', 'Meta', 'Control'];
/** Pixels on the screen within which a click counts as on a flow. */
const REACH = 8;

const onEdgesChange = (changes: EdgeChange<ShownEdge>[]): void => {
  const { selection } = useStore.getState();
  const next = selectionAfter(selection, changes);
  if (next !== selection) select(next);
};

/** What a click that hit no mounted element means: a flow nearby, a resource drawn far out, a boundary, or nothing. */
function useClicks() {
  const { screenToFlowPosition, getZoom } = useReactFlow();
  return useCallback(
    (event: MouseEvent) => {
      const point = screenToFlowPosition({ x: event.clientX, y: event.clientY }, { snapToGrid: false });
      const hit = resourceAt(present(), point) ?? flowAt(present(), point, REACH / getZoom());
      const adding = event.shiftKey || event.metaKey || event.ctrlKey;
      const before = useStore.getState().selection;
      const chosen = hit === null ? [] : [hit];
      const next = adding ? [...new Set([...before, ...chosen])] : chosen;
      // React Flow empties its own selection after this handler.
      queueMicrotask(() => select(next));
    },
    [screenToFlowPosition, getZoom],
  );
}

/** A box drawn far out selects by the document, since React Flow knows only what is mounted. */
function useBoxSelection(overview: boolean) {
  const { screenToFlowPosition } = useReactFlow();
  const start = useRef({ x: 0, y: 0 });
  const at = useCallback(
    (event: MouseEvent) => screenToFlowPosition({ x: event.clientX, y: event.clientY }, { snapToGrid: false }),
    [screenToFlowPosition],
  );
  const onSelectionStart = useCallback(
    (event: MouseEvent) => {
      start.current = at(event);
    },
    [at],
  );
  const onSelectionEnd = useCallback(
    (event: MouseEvent) => {
      const corners = [start.current, at(event)].map((point) => ({ ...point, width: 0, height: 0 }));
      const box = boundsOf(corners);
      if (overview && box) queueMicrotask(() => select(elementsIn(present(), box)));
    },
    [at, overview],
  );
  return { onSelectionStart, onSelectionEnd };
}

const SERVICE = 'application/x-parapet-service';
const BOUNDARY = 'application/x-parapet-boundary';

/** Dropping a tile of the palette. */
function useDrops() {
  const { screenToFlowPosition } = useReactFlow();
  const at = useCallback(
    (event: DragEvent) => screenToFlowPosition({ x: event.clientX, y: event.clientY }, { snapToGrid: false }),
    [screenToFlowPosition],
  );
  const onDragOver = useCallback(
    (event: DragEvent) => {
      if (!event.dataTransfer.types.some((type) => type === SERVICE || type === BOUNDARY)) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'copy';
      setSession({ dropTarget: boundaryAt(present(), at(event))?.id ?? null });
    },
    [at],
  );
  const onDrop = useCallback(
    (event: DragEvent) => {
      setSession({ dropTarget: null });
      const service = event.dataTransfer.getData(SERVICE);
      const boundary = event.dataTransfer.getData(BOUNDARY);
      if (service === '' && boundary === '') return;
      event.preventDefault();
      const kind = catalog.services.get(service)?.service;
      const frame = catalog.boundaries.get(boundary)?.kind;
      if (kind) addServiceAt(kind, at(event));
      else if (frame) addBoundaryAt(frame, at(event));
    },
    [at],
  );
  const onDragLeave = useCallback(() => setSession({ dropTarget: null }), []);
  return { onDragOver, onDrop, onDragLeave };
}

function Surface() {
  const frame = useRef<HTMLDivElement>(null);
  const far = useFlowStore((state) => state.transform[2] < 0.45);
  const [connecting, setConnecting] = useState(false);
  const { nodes, edges, overview } = useCanvasElements(far);
  const { onNodesChange, onNodeDragStart, onNodeDrag, onNodeDragStop } = useGestures();
  const { onConnect, onConnectEnd } = useConnect();
  const onPaneClick = useClicks();
  const drops = useDrops();
  const box = useBoxSelection(overview);
  useViewport(frame);
  return (
    <section
      ref={frame}
      className={`${classes.canvas} ${connecting ? 'connecting' : ''}`}
      data-canvas
      data-far={far}
      aria-label="Canvas"
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
