import type { Catalog } from '../../shared/catalog/catalog.ts';
import type { Service } from '../../shared/catalog/schema.ts';
import { kindName } from '../../shared/catalog/words.ts';
import { refuseFlow } from '../../shared/diagram/edit/add.ts';
import type { FlowEnd } from '../../shared/diagram/edit/reconnect.ts';
import { flowEnds, resourcesById } from '../../shared/diagram/graph.ts';
import { oneLine } from '../../shared/diagram/oneLine.ts';
import type { Diagram, Resource } from '../../shared/diagram/schema.ts';
import { searchPalette } from '../palette/search.ts';
import { noDirectWay } from '../state/directWay.ts';

/** What the catalog knows of a pair that may be connected. */
interface Pair {
  /** What the flow does ("Event source mapping"); null when nobody wrote a rule for this pair. */
  readonly interaction: string | null;
  /** What to draw instead, where AWS has no integration of the two; null when there is one. */
  readonly instead: string | null;
}

/** A resource that a flow could run to, or from. */
export interface ConnectChoice extends Pair {
  readonly id: string;
  readonly name: string;
  readonly service: string;
  /** How many flows run between the two that way already. */
  readonly already: number;
  /** Why not, in words; null when it can be connected. */
  readonly refused: string | null;
}

/** A service that a new resource could be of, for a flow to it. */
export interface ServiceChoice extends Pair {
  readonly service: Service;
}

const wordsOf = (query: string): readonly string[] => query.toLowerCase().split(/\s+/).filter(Boolean);

function pairOf(catalog: Catalog, diagram: Diagram, source: Resource, target: Resource): Pair {
  const flow = catalog.flow(source.service, target.service);
  return {
    interaction: flow.specific ? flow.rule.interaction : null,
    instead: noDirectWay(catalog, diagram, source, target),
  };
}

/** Sensible ones first: a rule in the catalog, then a general way, then no direct way. */
const rankOf = ({ interaction, instead }: Pair): number => (instead !== null ? 2 : interaction === null ? 1 : 0);

/**
 * Every other resource that fits the query as the other end of a flow of `resource`; `end` is the end that is chosen.
 * Those that the catalog knows the pair of come first, those that are connected already after others, those without a
 * direct way last.
 */
export function connectChoices(
  diagram: Diagram,
  catalog: Catalog,
  resource: string,
  query: string,
  end: FlowEnd = 'to',
): readonly ConnectChoice[] {
  const own = resourcesById(diagram.resources).get(resource);
  if (!own) return [];
  const words = wordsOf(query);
  const choices = diagram.resources.flatMap((other) => {
    if (other.id === resource) return [];
    const service = kindName(catalog, other.service);
    const text = `${other.name} ${service}`.toLowerCase();
    if (!words.every((word) => text.includes(word))) return [];
    const [source, target] = end === 'to' ? [own, other] : [other, own];
    const out = flowEnds(diagram.flows).out.get(source.id) ?? [];
    return [
      {
        ...pairOf(catalog, diagram, source, target),
        id: other.id,
        name: oneLine(other.name || service),
        service: oneLine(service),
        already: out.filter(({ to }) => to === target.id).length,
        refused: refuseFlow(diagram, source.id, target.id),
      },
    ];
  });
  const rank = (choice: ConnectChoice): number =>
    (choice.refused === null ? 0 : 8) + 2 * rankOf(choice) + (choice.already > 0 ? 1 : 0);
  return choices.sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name, 'en'));
}

/** The services that commonly follow a resource, as the catalog lists them. */
function followers(diagram: Diagram, catalog: Catalog, source: Resource): readonly ServiceChoice[] {
  return catalog.pairs.flatMap(({ from, to }) => {
    const service = catalog.services.get(to)?.service;
    if (from !== source.service || !service || service.retired !== undefined) return [];
    const choice = { service, ...pairOf(catalog, diagram, source, newResource(service)) };
    return choice.instead === null ? [choice] : [];
  });
}

const newResource = ({ id }: Service): Resource => ({
  id: '',
  service: id,
  name: '',
  inside: null,
  position: { x: 0, y: 0 },
  answers: {},
  note: '',
});

/**
 * Services that could be added after a resource and connected at once: without a query those that commonly follow it,
 * else all that the query finds, those that commonly follow first.
 */
export function serviceChoices(
  diagram: Diagram,
  catalog: Catalog,
  resource: string,
  query: string,
): readonly ServiceChoice[] {
  const source = resourcesById(diagram.resources).get(resource);
  if (!source) return [];
  if (wordsOf(query).length === 0) return followers(diagram, catalog, source);
  const found = searchPalette(catalog, query).hits.flatMap(({ item }) =>
    item.kind === 'service'
      ? [{ service: item.service, ...pairOf(catalog, diagram, source, newResource(item.service)) }]
      : [],
  );
  return found.sort((a, b) => rankOf(a) - rankOf(b));
}
