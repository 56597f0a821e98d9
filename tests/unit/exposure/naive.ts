import { classify } from '../../../shared/classify/classify.ts';
import { reaching } from '../../../shared/classify/propagate.ts';
import { DATA_LEVEL_IDS, levelOf } from '../../../shared/dataClasses.ts';
import { boundariesAround, resourcesById } from '../../../shared/diagram/graph.ts';
import type { Question, Resource } from '../../../shared/diagram/schema.ts';
import { isWeak, type Judged, stepsOf } from '../../../shared/exposure/steps.ts';

function mayBegin({ diagram, catalog, report }: Judged, { from }: Question, resource: Resource): boolean {
  const { id, service, inside } = resource;
  switch (from.kind) {
    case 'otherAccount':
      return true;
    case 'service':
      return service === from.service;
    case 'resource':
      return id === from.id;
    case 'internet': {
      const placement = catalog.services.get(service)?.service.placement;
      const isOutside =
        (placement === 'external' && boundariesAround(diagram, inside).length === 0) ||
        (placement === 'vpc-or-external' && inside === null);
      return isOutside || isWeak(report.elements.get(id), 'public');
    }
  }
}

function isAskedFor({ diagram, catalog }: Judged, { to }: Question, { id, service }: Resource): boolean {
  if (to.kind === 'resource') return id === to.id;
  const level = levelOf(reaching(classify({ diagram, catalog }), id));
  const isStore = catalog.services.get(service)?.service.group === 'store';
  return isStore && DATA_LEVEL_IDS.indexOf(level) >= DATA_LEVEL_IDS.indexOf(to.atLeast);
}

/**
 * How long the shortest path to each resource is, by walking every walk that comes to no resource twice in the same state:
 * what `findPaths` must come to, without any of its shortcuts.
 */
export function lengthsByHand(judged: Judged, question: Question): ReadonlyMap<string, number> {
  const { diagram, report } = judged;
  const steps = stepsOf(judged);
  const resources = resourcesById(diagram.resources);
  const account = (id: string) =>
    boundariesAround(diagram, resources.get(id)?.inside ?? null).find(({ kind }) => kind === 'account')?.id ?? null;
  const weak = (id: string) => isWeak(report.elements.get(id), question.through);
  const shortest = new Map<string, number>();
  const walk = (start: string, id: string, counts: boolean, walked: readonly string[]): void => {
    const state = `${counts} ${id}`;
    if (walked.includes(state)) return;
    const resource = resources.get(id);
    const own = account(start);
    const isElsewhere = question.from.kind !== 'otherAccount' || (own !== null && own !== account(id));
    if (counts && resource && isElsewhere && isAskedFor(judged, question, resource)) {
      shortest.set(id, Math.min(shortest.get(id) ?? Infinity, walked.length));
    }
    for (const { flow, to } of steps.get(id) ?? []) {
      walk(start, to, counts || weak(flow) || weak(to), [...walked, state]);
    }
  };
  for (const resource of diagram.resources) {
    if (mayBegin(judged, question, resource)) walk(resource.id, resource.id, weak(resource.id), []);
  }
  return shortest;
}
