import { present } from '../../state/store.ts';
import { isFlow, isResource, itemOf } from '../element.ts';

const counted = (count: number, one: string, many: string): readonly string[] =>
  count === 0 ? [] : [`${count} ${count === 1 ? one : many}`];

/** Several elements by their kinds: "2 resources, 1 flow". */
export function elementsText(ids: readonly string[]): string {
  const items = ids.flatMap((id) => itemOf(present(), id) ?? []);
  const flows = items.filter(isFlow).length;
  const resources = items.filter(isResource).length;
  return [
    ...counted(resources, 'resource', 'resources'),
    ...counted(flows, 'flow', 'flows'),
    ...counted(items.length - flows - resources, 'boundary', 'boundaries'),
  ].join(', ');
}
