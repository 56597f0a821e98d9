import { useMemo, useState } from 'react';
import { flowEnds, flowName } from '../../shared/diagram/graph.ts';
import type { Diagram, Flow } from '../../shared/diagram/schema.ts';
import type { Report } from '../../shared/validate/report.ts';
import { catalog } from '../state/catalog.ts';
import { useReport } from '../state/derived.ts';
import { shown } from '../state/history.ts';
import { useStore } from '../state/store.ts';
import { badgeOf } from './badge.ts';
import { createAdapter, type Labels } from './toReactFlow.ts';

/** From this many resources on, what is far out is painted, not mounted. */
const PAINT_FROM = 200;

/** Tells flows apart that run between the same two resources. */
function ofSeveral(diagram: Diagram, { from, to, id, label }: Flow): string {
  const same =
    flowEnds(diagram.flows)
      .out.get(from)
      ?.filter((each) => each.to === to) ?? [];
  if (same.length < 2) return '';
  return ` (${label === '' ? '' : `${label}, `}${same.findIndex((each) => each.id === id) + 1} of ${same.length})`;
}

function createLabels() {
  let report: Report | null = null;
  const counts = (id: string) => badgeOf(report?.elements.get(id)?.tally).text;
  const labels: Labels = {
    resource: ({ id, name, service, badge = '' }) => {
      const kind = catalog.services.get(service)?.service.name ?? `unknown service ${service}`;
      return `${[name || kind, kind, badge].filter((part) => part !== '').join(', ')}: ${counts(id)}`;
    },
    boundary: ({ name, kind }) => `${name || kind}, ${catalog.boundaries.get(kind)?.kind.name ?? kind}`,
    flow: (flow) => {
      const diagram = shown(useStore.getState().history);
      return `Flow ${flowName(diagram, flow)}${ofSeveral(diagram, flow)}: ${counts(flow.id)}`;
    },
    text: ({ text, style }) => `${style === 'title' ? 'Title' : 'Note'}: ${text || 'empty'}`,
  };
  return { adapt: createAdapter(labels), use: (next: Report) => (report = next) };
}

/**
 * React Flow's nodes and edges for what the document shows now. `overview` is true when the view is so far out, and the
 * diagram so large, that only boundaries, texts and the selection are mounted and the rest is painted.
 */
export function useCanvasElements(far: boolean) {
  const [{ adapt, use }] = useState(createLabels);
  const diagram = useStore((state) => shown(state.history));
  const selection = useStore((state) => state.selection);
  const report = useReport();
  const overview = far && diagram.resources.length >= PAINT_FROM;
  const all = useMemo(() => {
    use(report);
    return adapt(diagram, selection);
  }, [adapt, use, diagram, selection, report]);
  return useMemo(() => {
    if (!overview) return { ...all, overview };
    return {
      nodes: all.nodes.filter((node) => node.type !== 'resource' || node.selected),
      edges: all.edges.filter((edge) => edge.selected),
      overview,
    };
  }, [all, overview]);
}
