import { useStore as useFlowStore } from '@xyflow/react';
import { type RefObject, useMemo, useState } from 'react';
import { kindName } from '../../shared/catalog/words.ts';
import { type Classification, reaching } from '../../shared/classify/propagate.ts';
import { dataMark } from '../../shared/dataClasses.ts';
import { flowEnds, flowName } from '../../shared/diagram/graph.ts';
import { oneLine } from '../../shared/diagram/oneLine.ts';
import type { Diagram, Flow } from '../../shared/diagram/schema.ts';
import type { Report } from '../../shared/validate/report.ts';
import { catalog } from '../state/catalog.ts';
import { classificationOf, useReport } from '../state/derived.ts';
import { routesNow } from '../state/routes.ts';
import { shown, useStore } from '../state/store.ts';
import { FAR, LARGE, NEAR, useWheeling } from '../state/viewport.ts';
import { useTidying } from '../tidy/tidy.ts';
import { badgeOf } from './badge.ts';
import { createAdapter, type Labels } from './toReactFlow.ts';
import { useArea } from './useArea.ts';
import { useDrawn } from './useCarry.ts';
import { usePaintedSelection } from './usePaintedSelection.ts';
import { createWindow } from './windowed.ts';

/** Tells flows apart that run between the same two resources. */
function ofSeveral(diagram: Diagram, { from, to, id, label }: Flow): string {
  const same =
    flowEnds(diagram.flows)
      .out.get(from)
      ?.filter((each) => each.to === to) ?? [];
  if (same.length < 2) return '';
  return ` (${label === '' ? '' : `${label}, `}${same.findIndex((each) => each.id === id) + 1} of ${same.length})`;
}

/** The adapter, with labels that tell counts. */
function createLabelled() {
  let report: Report | null = null;
  let data: Classification | null = null;
  let ground = {};
  let part: Diagram | null = null;
  const counts = (id: string) => badgeOf(report?.elements.get(id)?.tally).text;
  const labels: Labels = {
    resource: ({ id, name, service, badge = '' }) => {
      const kind = catalog.services.get(service)?.service.name ?? `unknown service ${service}`;
      const reach = data === null ? null : dataMark(reaching(data, id));
      const words = [name || kind, kind, badge, reach?.title ?? ''].filter((part) => part !== '');
      return oneLine(`${words.join(', ')}: ${counts(id)}`);
    },
    boundary: ({ name, kind }) => oneLine(`${name || kind}, ${kindName(catalog, kind)}`),
    flow: (flow) => {
      const diagram = shown();
      // Names from what is handed over: an index of all resources would be made again in every step of a gesture.
      return oneLine(`Flow ${flowName(part ?? diagram, flow)}${ofSeveral(diagram, flow)}: ${counts(flow.id)}`);
    },
    text: ({ text, style }) => oneLine(`${style === 'title' ? 'Title' : 'Note'}: ${text || 'empty'}`),
  };
  const adapter = createAdapter(labels);
  return (
    diagram: Diagram,
    selection: readonly string[],
    now: Report,
    reached: Classification,
    hidden: ReadonlySet<string>,
  ) => {
    part = diagram;
    if (report !== now || data !== reached) ground = {};
    report = now;
    data = reached;
    return adapter(diagram, selection, ground, hidden);
  };
}

/**
 * Whether the view is so far out that names cannot be read. While the wheel zooms in it stays so for longer: what would
 * be mounted on the way is out of view when it rests.
 */
function useFar(): boolean {
  const band = useFlowStore(({ transform: [, , zoom] }) => (zoom < FAR ? 'far' : zoom < NEAR ? 'between' : 'near'));
  const wheeling = useWheeling((state) => state.wheeling);
  const [was, setWas] = useState(band === 'far');
  const is = band === 'far' || (band === 'between' && wheeling && was);
  if (is !== was) setWas(is);
  return is;
}

/** How a flow of what is shown runs. */
const shapeOf = (flow: string) => routesNow().shape(flow);

/**
 * React Flow's nodes and edges for what the document shows now: of a large diagram, only what is in view and about it.
 * `overview` is true when the view is so far out that resources and flows of a large diagram are painted, except for the
 * selection; of a large selection most are painted too, and those are in `chosen`.
 */
export function useCanvasElements(frame: RefObject<HTMLElement | null>) {
  const [adapt] = useState(createLabelled);
  const [windowed] = useState(createWindow);
  const diagram = useDrawn((state) => state.diagram);
  const isRunning = useDrawn((state) => state.isRunning);
  const selection = useStore((state) => state.selection);
  const report = useReport();
  const data = useStore(classificationOf);
  const area = useArea();
  const far = useFar();
  const large = diagram.resources.length >= LARGE;
  const revealing = useTidying((state) => state.revealing);
  const overview = (far || revealing) && large;
  const chosen = usePaintedSelection(frame, overview);
  const part = useMemo(
    () =>
      large
        ? windowed(diagram, {
            area,
            always: new Set(selection),
            hidden: chosen,
            shapeOf,
            painted: overview,
            isRunning,
          })
        : diagram,
    [windowed, diagram, area, selection, chosen, large, overview, isRunning],
  );
  const elements = useMemo(
    () => adapt(part, selection, report, data, chosen),
    [adapt, part, selection, report, data, chosen],
  );
  return { ...elements, area, overview, chosen };
}
