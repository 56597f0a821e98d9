import {
  Background,
  BackgroundVariant,
  ConnectionMode,
  type OnMove,
  ReactFlow,
  ReactFlowProvider,
  useStore as useFlowStore,
  useKeyPress,
} from '@xyflow/react';
import '@xyflow/react/dist/base.css';
import { memo, useEffect, useRef } from 'react';
import { isDrawing, setSession, useStore } from '../state/store.ts';
import { FAR, setZoom, ZOOM } from '../state/viewport.ts';
import { Tidying } from '../tidy/Tidying.tsx';
import { useTidying } from '../tidy/tidy.ts';
import { Arrows } from './Arrows.tsx';
import { BoundaryNode } from './BoundaryNode.tsx';
import classes from './Canvas.module.css';
import { EmptyHint } from './EmptyHint.tsx';
import { FlowEdge } from './FlowEdge.tsx';
import { GestureOverlay } from './GestureOverlay.tsx';
import { Overview } from './Overview.tsx';
import { OverviewMap } from './OverviewMap.tsx';
import { onFlowClick } from './openFlow.ts';
import { Connecting, ResourceNode } from './ResourceNode.tsx';
import { TextNode } from './TextNode.tsx';
import { TraceOverlay } from './TraceOverlay.tsx';
import type { CanvasNode } from './types.ts';
import { AreaInView } from './useArea.ts';
import { useCanvasElements } from './useCanvasElements.ts';
import { useConnect } from './useConnect.ts';
import { useContextMenu } from './useContextMenu.ts';
import { useFlowKeys } from './useFlowKeys.ts';
import { useGestures } from './useGestures.ts';
import { useNudge } from './useNudge.ts';
import { useClicks, useDoubleClick, useDrops } from './usePointer.ts';
import { useRubberBand } from './useRubberBand.ts';
import { useSelectionChanges } from './useSelectionChanges.ts';
import { useTabStop } from './useTabStop.ts';
import { useViewport } from './useViewport.ts';
import { useWalk } from './useWalk.ts';
import { DOTS } from './useWheel.ts';
import { ZoomButtons } from './ZoomButtons.tsx';

const NODE_TYPES = { resource: ResourceNode, boundary: BoundaryNode, text: TextNode };
const EDGE_TYPES = { flow: FlowEdge };
/** The middle button; the left one draws a box, and pans while Space is held. */
const PAN_BUTTONS = [1];
const MULTI = ['Shift', 'Meta', 'Control'];
const KEYS_HINT = 'Alt with the arrow keys goes along the flows, Enter leads to the inspector, F1 lists all keys.';
const ARIA_LABELS = {
  'node.a11yDescription.keyboardDisabled': KEYS_HINT, // React Flow's name for it while keys are on
  'edge.a11yDescription.default': KEYS_HINT,
};

const rename = (_event: unknown, { id }: CanvasNode): void => {
  if (isDrawing(useStore.getState())) setSession({ renaming: id });
};
const tellZoom: OnMove = (_event, { zoom }) => setZoom(zoom);

/** Whether a key is held, for what asks while a gesture runs. */
function useHeld(key: string) {
  const held = useKeyPress(key);
  const ref = useRef(held);
  useEffect(() => {
    ref.current = held;
  }, [held]);
  return ref;
}

interface SurroundingsProps {
  readonly overview: boolean;
  /** What is selected and painted. */
  readonly chosen: ReadonlySet<string>;
  readonly presenting: boolean;
}

/** All but the elements: apart, since it does not change with every step of a gesture. */
const Surroundings = memo(({ overview, chosen, presenting }: SurroundingsProps) => (
  <>
    <Background variant={BackgroundVariant.Dots} gap={DOTS} size={1.5} color="var(--parapet-dots)" />
    {overview && <Overview chosen={chosen} />}
    <TraceOverlay />
    <GestureOverlay />
    <EmptyHint />
    {!presenting && <ZoomButtons />}
    {!presenting && <OverviewMap />}
  </>
));

function Surface() {
  const frame = useRef<HTMLDivElement>(null);
  const far = useFlowStore((state) => state.transform[2] < FAR);
  const settling = useTidying((state) => state.settling);
  const presenting = useStore((state) => state.presenting);
  const connecting = useFlowStore((state) => state.connection.inProgress);
  const { nodes, edges, area, overview, chosen } = useCanvasElements(frame);
  const free = useHeld('Alt');
  const panning = useKeyPress('Space', { preventDefault: false });
  const { onNodesChange, onNodeDragStart, onNodeDrag, onNodeDragStop } = useGestures(frame, free);
  const onEdgesChange = useSelectionChanges();
  const nudge = useNudge();
  const { onConnect, onConnectEnd } = useConnect();
  const onPaneClick = useClicks();
  const drops = useDrops();
  const onDoubleClick = useDoubleClick();
  const band = useRubberBand();
  const onWalk = useWalk();
  const onFlowKey = useFlowKeys();
  const contextMenu = useContextMenu();
  useViewport(frame);
  useTabStop(frame);
  return (
    <section
      ref={frame}
      className={`${classes.canvas} ${connecting ? 'connecting' : ''}`}
      data-canvas
      data-far={far}
      data-painted={overview}
      data-part
      data-panning={panning}
      data-presenting={presenting}
      data-settling={settling}
      aria-label="Canvas"
      onDoubleClick={onDoubleClick}
      {...contextMenu}
      onKeyDownCapture={(event) => {
        onFlowKey(event);
        onWalk(event);
        nudge(event);
      }}
      {...drops}
      {...band}
    >
      <Arrows />
      <Connecting value={connecting}>
        <AreaInView value={area}>
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
            onNodeDoubleClick={rename}
            onConnect={onConnect}
            onConnectEnd={onConnectEnd}
            onEdgeClick={onFlowClick}
            onPaneClick={onPaneClick}
            onMove={tellZoom}
            connectionMode={ConnectionMode.Loose}
            connectionRadius={24}
            nodesDraggable={!presenting}
            nodesConnectable={!presenting}
            onlyRenderVisibleElements
            deleteKeyCode={null}
            selectionKeyCode={null}
            zoomOnScroll={false}
            panOnDrag={PAN_BUTTONS}
            multiSelectionKeyCode={MULTI}
            ariaLabelConfig={ARIA_LABELS}
            minZoom={ZOOM.min}
            maxZoom={ZOOM.max}
            zoomOnDoubleClick={false}
            elevateNodesOnSelect={false}
            elevateEdgesOnSelect={false}
            zIndexMode="manual"
            proOptions={{ hideAttribution: true }}
          >
            <Surroundings overview={overview} chosen={chosen} presenting={presenting} />
          </ReactFlow>
        </AreaInView>
      </Connecting>
      <Tidying />
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
