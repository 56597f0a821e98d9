import { type DataClass, inOrder } from '../../dataClasses.ts';
import { fitTransformation } from '../fit.ts';
import type { DataOfResource, Diagram, Resource, Transformation } from '../schema.ts';
import { replace, replaceMany } from './replace.ts';

const NO_DATA: DataOfResource = { brings: [] };

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** A resource that says this of its data; one that has nothing to say leaves it out. */
function withData(resource: Resource, data: DataOfResource): Resource {
  if (isSame(resource.data ?? NO_DATA, data)) return resource;
  const { data: _old, ...others } = resource;
  return data.brings.length === 0 && !data.transforms ? others : { ...others, data };
}

/** Says which classes of data enter the diagram at these resources. */
export function setBrings(diagram: Diagram, ids: readonly string[], classes: readonly DataClass[]): Diagram {
  const brings = inOrder(classes);
  const resources = replaceMany(diagram.resources, new Set(ids), (resource) =>
    withData(resource, { ...(resource.data ?? NO_DATA), brings }),
  );
  return resources === diagram.resources ? diagram : { ...diagram, resources };
}

/** Classes that begin and cease to enter somewhere. */
export interface BringsChange {
  readonly added: readonly DataClass[];
  readonly removed: readonly DataClass[];
}

/** Says of classes that they enter the diagram at these resources, or no longer do; each keeps what else enters there. */
export function changeBrings(diagram: Diagram, ids: readonly string[], { added, removed }: BringsChange): Diagram {
  const resources = replaceMany(diagram.resources, new Set(ids), (resource) => {
    const data = resource.data ?? NO_DATA;
    const kept = data.brings.filter((each) => !removed.includes(each));
    return withData(resource, { ...data, brings: inOrder([...kept, ...added]) });
  });
  return resources === diagram.resources ? diagram : { ...diagram, resources };
}

/**
 * Declares what a resource does to data that come to it, or takes the declaration back with null. One that takes nothing
 * or does not say why changes nothing.
 */
export function setTransformation(diagram: Diagram, id: string, transforms: Transformation | null): Diagram {
  const fitted = transforms && fitTransformation(transforms);
  if (transforms !== null && fitted === null) return diagram;
  const resources = replace(diagram.resources, id, (resource) => {
    const { brings } = resource.data ?? NO_DATA;
    return withData(resource, fitted ? { brings, transforms: fitted } : { brings });
  });
  return resources === diagram.resources ? diagram : { ...diagram, resources };
}

/** Says which classes of data a flow carries and no others; null: all that there are. */
export function setCarries(diagram: Diagram, id: string, classes: readonly DataClass[] | null): Diagram {
  const carries = classes && inOrder(classes);
  const flows = replace(diagram.flows, id, (flow) => {
    if (isSame(flow.carries ?? null, carries)) return flow;
    const { carries: _old, ...others } = flow;
    return carries === null ? others : { ...others, carries };
  });
  return flows === diagram.flows ? diagram : { ...diagram, flows };
}
