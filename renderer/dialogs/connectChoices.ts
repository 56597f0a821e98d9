import type { Catalog } from '../../shared/catalog/catalog.ts';
import { refuseFlow } from '../../shared/diagram/edit/add.ts';
import { resourcesById } from '../../shared/diagram/graph.ts';
import type { Diagram } from '../../shared/diagram/schema.ts';
import { noDirectWay } from '../state/directWay.ts';

/** A resource that data could flow to, with what the catalog knows of the pair. */
export interface ConnectChoice {
  readonly id: string;
  readonly name: string;
  readonly service: string;
  /** What the flow does ("Event source mapping"); null when nobody wrote a rule for this pair. */
  readonly interaction: string | null;
  /** What to draw instead, where AWS has no integration of the two; null when there is one. */
  readonly instead: string | null;
  /** Why not, in words; null when it can be connected. */
  readonly refused: string | null;
}

/** Every other resource that fits the query: those that the catalog knows the pair of first, those without a direct way last. */
export function connectChoices(
  diagram: Diagram,
  catalog: Catalog,
  from: string,
  query: string,
): readonly ConnectChoice[] {
  const source = resourcesById(diagram.resources).get(from);
  if (!source) return [];
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const choices = diagram.resources.flatMap((resource) => {
    if (resource.id === from) return [];
    const service = catalog.services.get(resource.service)?.service.shortName ?? resource.service;
    const text = `${resource.name} ${service}`.toLowerCase();
    if (!words.every((word) => text.includes(word))) return [];
    const flow = catalog.flow(source.service, resource.service);
    return [
      {
        id: resource.id,
        name: resource.name || service,
        service,
        interaction: flow.specific ? flow.rule.interaction : null,
        instead: noDirectWay(catalog, diagram, source, resource),
        refused: refuseFlow(diagram, from, resource.id),
      },
    ];
  });
  const rank = ({ refused, instead, interaction }: ConnectChoice): number =>
    refused ? 3 : instead !== null ? 2 : interaction === null ? 1 : 0;
  return choices.sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name, 'en'));
}
