import { addFlow, refuseFlow } from '../../shared/diagram/edit/add.ts';
import { bendFlow } from '../../shared/diagram/edit/bend.ts';
import { type FlowEnd, refuseReconnect } from '../../shared/diagram/edit/reconnect.ts';
import { middleBetween } from '../../shared/diagram/flowShape.ts';
import { flowName, flowsById, resourceRect, resourcesById } from '../../shared/diagram/graph.ts';
import type { Position } from '../../shared/diagram/schema.ts';
import { reconnected } from '../../shared/remedy/reconnected.ts';
import { catalog } from './catalog.ts';
import { focusSoon } from './goTo.ts';
import { nameOf } from './names.ts';
import { routesNow } from './routes.ts';
import { announce, commit, present, preview, select, shown } from './store.ts';
import { tell } from './tell.ts';

/** Connects two resources as one step and selects the flow, or says why not. */
export function connect(from: string, to: string): void {
  const why = refuseFlow(present(), from, to);
  if (why !== null) {
    tell(why, 'warning');
    return;
  }
  const id = crypto.randomUUID();
  const what = `${nameOf(present(), from)} to ${nameOf(present(), to)}`;
  commit(`Connect ${what}`, (diagram) => addFlow(diagram, id, from, to));
  select([id]);
  focusSoon(id); // the keyboard goes on from the flow
  announce(`Connected ${what}`);
}

/** Puts an end of a flow onto another resource as one step, or says why not. */
export function reconnectTo(id: string, end: FlowEnd, onto: string): void {
  const why = refuseReconnect(present(), id, end, onto);
  if (why !== null) {
    tell(why, 'warning');
    return;
  }
  const label = `${end === 'from' ? 'Change source' : 'Change target'} of ${nameOf(present(), id)}`;
  commit(label, (diagram) => reconnected(diagram, catalog, id, end, onto));
  const flow = flowsById(present().flows).get(id);
  if (flow) announce(`The flow is now ${flowName(present(), flow)}`);
}

/** A point of the canvas as a bend is written: from the middle between the two resources of the flow. */
function bendTo(id: string, { x, y }: Readonly<Position>): Position | null {
  const diagram = present();
  const flow = flowsById(diagram.flows).get(id);
  const resources = resourcesById(diagram.resources);
  const [source, target] = [resources.get(flow?.from ?? ''), resources.get(flow?.to ?? '')];
  if (!source || !target) return null;
  const middle = middleBetween(resourceRect(diagram, source), resourceRect(diagram, target));
  return { x: x - middle.x, y: y - middle.y };
}

/** Shows a flow led through a point of the canvas while a gesture runs. */
export function previewBend(id: string, point: Readonly<Position>): void {
  const bend = bendTo(id, point);
  if (bend) preview((diagram) => bendFlow(diagram, id, bend));
}

/** Leads a flow through a point of the canvas, as one step; steps with the same `merge` key that follow are one. */
export function commitBend(id: string, point: Readonly<Position>, merge: string | null = null): void {
  const bend = bendTo(id, point);
  if (bend) commit(`Bend ${nameOf(present(), id)}`, (diagram) => bendFlow(diagram, id, bend), merge);
}

/** Moves the point that a flow is led through. */
export function nudgeBend(id: string, by: Readonly<Position>): void {
  const middle = routesNow().shape(id)?.middle;
  if (middle) commitBend(id, { x: middle.x + by.x, y: middle.y + by.y }, `bend ${id}`);
}

/** Lets a flow find its way by itself again. */
export function straighten(id: string): void {
  if (!flowsById(shown().flows).get(id)?.bend) return;
  commit(`Straighten ${nameOf(present(), id)}`, (diagram) => bendFlow(diagram, id, null));
}
