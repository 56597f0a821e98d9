import type { Edge, Node } from '@xyflow/react';
import type { TextBox } from '../../shared/diagram/schema.ts';

export type ResourceNode = Node<
  { readonly service: string; readonly name: string; readonly badge: string },
  'resource'
>;
export type BoundaryNode = Node<{ readonly kind: string; readonly name: string }, 'boundary'>;
export type TextNode = Node<Readonly<Pick<TextBox, 'text' | 'style' | 'size'>>, 'text'>;
export type CanvasNode = ResourceNode | BoundaryNode | TextNode;
export type FlowEdge = Edge<
  {
    readonly label: string;
    /** What it is called: from where to where, and which one of several. */
    readonly name: string;
  },
  'flow'
>;
