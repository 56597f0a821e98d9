import type { Catalog } from '../../shared/catalog/catalog.ts';
import type { DataClass } from '../../shared/dataClasses.ts';
import type { Diagram, Flow, Resource } from '../../shared/diagram/schema.ts';

/** A way of data as a test sees it: written anew, without anything of `shared/classify/`. */
export interface NaiveLink {
  readonly flow: Flow;
  readonly from: Resource;
  readonly to: Resource;
}

export function naiveLinks(diagram: Diagram, catalog: Catalog): readonly NaiveLink[] {
  const byId = new Map(diagram.resources.map((each) => [each.id, each]));
  return diagram.flows.flatMap((flow) => {
    const [source, target] = [byId.get(flow.from), byId.get(flow.to)];
    if (!source || !target) return [];
    const holdsNone = [source, target].some(({ service }) => catalog.services.get(service)?.service.holdsNoData);
    const goes = holdsNone ? 'nowhere' : (catalog.flow(source.service, target.service).rule.dataGoes ?? 'along');
    const links: NaiveLink[] = [];
    if (goes === 'along' || goes === 'both') links.push({ flow, from: source, to: target });
    if (goes === 'back' || goes === 'both') links.push({ flow, from: target, to: source });
    return links;
  });
}

/** What one class becomes over a link. */
export function naiveStep({ flow, from }: NaiveLink, each: DataClass): readonly DataClass[] {
  const { transforms } = from.data ?? {};
  const leaves: readonly DataClass[] = transforms?.takes.includes(each) ? transforms.leaves : [each];
  return leaves.filter((left) => !flow.carries || flow.carries.includes(left));
}

/** How many flows each class came to each resource over, by doing everything again and again until nothing changes. */
export function naiveSteps(diagram: Diagram, catalog: Catalog): ReadonlyMap<string, ReadonlyMap<DataClass, number>> {
  const links = naiveLinks(diagram, catalog);
  const entry = ({ data }: Resource) => new Map((data?.brings ?? []).map((each): [DataClass, number] => [each, 0]));
  const reached = new Map(diagram.resources.map((resource) => [resource.id, entry(resource)]));
  for (let changed = true; changed; ) {
    changed = false;
    for (const link of links) {
      const there = reached.get(link.to.id);
      for (const [each, steps] of reached.get(link.from.id) ?? []) {
        for (const left of naiveStep(link, each)) {
          if (steps + 1 >= (there?.get(left) ?? Infinity)) continue;
          there?.set(left, steps + 1);
          changed = true;
        }
      }
    }
  }
  return reached;
}
