import type { Edge, Node } from '@xyflow/react';

export type ResourceNode = Node<{ readonly service: string; readonly name: string }, 'resource'>;
export type BoundaryNode = Node<{ readonly kind: string; readonly name: string }, 'boundary'>;
export type CanvasNode = ResourceNode | BoundaryNode;
export type FlowEdge = Edge<{ readonly label: string; readonly offset: number }, 'flow'>;
