import { type Item, isFlow, isResource } from '../element.ts';
import { BoundaryData } from './BoundaryData.tsx';
import { FlowData } from './FlowData.tsx';
import { ResourceData } from './ResourceData.tsx';

/** The data that reach an element. */
export function ElementData({ item }: { readonly item: Item }) {
  if (isResource(item)) return <ResourceData id={item.id} data={item.data} />;
  return isFlow(item) ? <FlowData flow={item} /> : <BoundaryData id={item.id} />;
}
