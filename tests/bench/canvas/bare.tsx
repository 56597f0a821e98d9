/** The floor: React Flow as it comes, with as many of its own nodes and edges, of known sizes, at the same places. */
import {
  Background,
  type Edge,
  type Node,
  type NodeHandle,
  Position,
  ReactFlow,
  useEdgesState,
  useNodesState,
} from '@xyflow/react';
import '@xyflow/react/dist/style.css';
import { createRoot } from 'react-dom/client';
import { RESOURCE_SIZE } from '../../../shared/diagram/geometry.ts';
import type { BareDiagram } from './drawing.ts';

const { width, height } = RESOURCE_SIZE;
const HANDLES: NodeHandle[] = [
  { type: 'target', position: Position.Top, x: width / 2, y: 0, width: 1, height: 1 },
  { type: 'source', position: Position.Bottom, x: width / 2, y: height, width: 1, height: 1 },
];

function Bare({ drawing }: { readonly drawing: BareDiagram }) {
  const [nodes, setNodes, onNodesChange] = useNodesState<Node>(
    drawing.nodes.map(({ id, position, label }) => ({
      id,
      position: { ...position },
      data: { label },
      width,
      height,
      handles: HANDLES,
    })),
  );
  const [edges, , onEdgesChange] = useEdgesState<Edge>(drawing.edges.map((edge) => ({ ...edge })));
  const relabel = () =>
    setNodes((all) =>
      all.map((node) =>
        node.id === drawing.middle ? { ...node, data: { label: node.data.label === 'on' ? 'off' : 'on' } } : node,
      ),
    );
  return (
    <>
      <ReactFlow
        nodes={nodes}
        edges={edges}
        onNodesChange={onNodesChange}
        onEdgesChange={onEdgesChange}
        defaultViewport={drawing.view}
        minZoom={0.1}
        maxZoom={2.5}
        panOnScroll
        onlyRenderVisibleElements
      >
        <Background />
      </ReactFlow>
      <button type="button" id="edit" onClick={relabel} style={{ position: 'fixed', top: 0, left: 0, zIndex: 9 }}>
        edit
      </button>
    </>
  );
}

const place = document.body.appendChild(document.createElement('div'));
place.style.cssText = 'position:fixed;inset:0';
globalThis.draw = (drawing) => createRoot(place).render(<Bare drawing={drawing} />);
