import { NodeResizer } from '@xyflow/react';
import type { Size } from '../../shared/diagram/schema.ts';
import { useStore } from '../state/store.ts';

/** The grips of a selected element, by which it is resized; of several that are selected none has any. */
export function Resizer({ least }: { readonly least: Size }) {
  const isAlone = useStore(({ selection }) => selection.length === 1);
  return isAlone && <NodeResizer minWidth={least.width} minHeight={least.height} />;
}
