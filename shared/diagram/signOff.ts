import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { elementOf, flowsAt, idsWithin } from './graph.ts';
import { oneLine } from './oneLine.ts';
import { regionCode } from './regionCode.ts';
import type { Boundary, Diagram, Flow, Resource, SignOff } from './schema.ts';

/** What somebody signs off: all of a diagram, or elements by id. */
export type SignOffScope = SignOff['scope'];

const LISTS = ['resources', 'boundaries', 'flows'] as const;

/** What nobody judges by: how elements are called, where they stand, and what is written beside them. */
const NOT_JUDGED: ReadonlySet<string> = new Set(['name', 'label', 'note', 'badge', 'position', 'size', 'bend']);
const NOT_JUDGED_OF_DIAGRAM: ReadonlySet<string> = new Set([...LISTS, 'name', 'texts', 'signOffs', 'suppressions']);

/** The text of a field with the text of its value. */
type FieldText = readonly [key: string, text: string];

const listText = (texts: readonly string[]): string => `[${texts.toSorted().join()}]`;

const objectText = (fields: readonly FieldText[]): string =>
  `{${fields
    .map(([key, text]) => `${JSON.stringify(key)}:${text}`)
    .sort()
    .join()}}`;

const fieldTexts = (value: object): readonly FieldText[] =>
  Object.entries(value).flatMap(([key, each]) => (each === undefined ? [] : [[key, canonical(each)] as const]));

/** A value as one text that says the same for the same content: keys in order, and lists as the sets that they are here. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return listText(value.map(canonical));
  return typeof value === 'object' && value !== null ? objectText(fieldTexts(value)) : JSON.stringify(value);
}

const without = (value: object, left: ReadonlySet<string>) =>
  Object.fromEntries(Object.entries(value).filter(([key]) => !left.has(key)));

/** What counts of a diagram as a whole besides its elements and decisions. */
const judgedWhole = (diagram: Diagram) => ({
  ...without(diagram, NOT_JUDGED_OF_DIAGRAM),
  rules: diagram.rules?.map((rule) => without(rule, NOT_JUDGED)),
});

const known = new WeakMap<Resource | Flow | Boundary, string>();

/** An element as it is judged. Of a Region the code in its name counts: boxes with one code are one Region. */
function elementText(element: Resource | Flow | Boundary): string {
  const region = 'kind' in element ? { region: regionCode(element) } : {};
  const text = known.get(element) ?? canonical({ ...without(element, NOT_JUDGED), ...region });
  known.set(element, text);
  return text;
}

/** Adds the flows at these resources, and the resources at their other ends. */
function addFlowsAt(diagram: Diagram, ids: ReadonlySet<string>, into: Set<string>): void {
  for (const id of ids) for (const flow of flowsAt(diagram, id)) into.add(flow.id).add(flow.from).add(flow.to);
}

/**
 * Ids of what decides how the elements of a scope are judged: they and what is in them; their flows with both ends;
 * as controls of a flow read what its ends exchange data with, the flows of these with theirs; and the boundaries around.
 */
function idsAround(diagram: Diagram, own: ReadonlySet<string>): ReadonlySet<string> {
  const judged = new Set(own);
  for (const { id, from, to } of diagram.flows) if (own.has(id)) judged.add(from).add(to);
  const ids = new Set(judged);
  addFlowsAt(diagram, judged, ids);
  const inside = new Map([...diagram.resources, ...diagram.boundaries].map((each) => [each.id, each.inside]));
  // A set that grows is gone through to its end.
  for (const id of ids) {
    const around = inside.get(id);
    if (around) ids.add(around);
  }
  return ids;
}

/** What decides which classes of data come to these elements: all that flows connect them with, if data enter anywhere there. */
function dataUpstream(diagram: Diagram, ids: ReadonlySet<string>) {
  const connected = new Set(diagram.resources.map(({ id }) => id).filter((id) => ids.has(id)));
  // A set that grows is gone through to its end.
  for (const id of connected) for (const { from, to } of flowsAt(diagram, id)) connected.add(from).add(to);
  const resources = diagram.resources.filter(({ id }) => connected.has(id));
  if (!resources.some(({ data }) => data && data.brings.length > 0)) return [];
  const flows = diagram.flows.filter(({ from }) => connected.has(from));
  return [
    ...resources.map(({ id, service, data }) => ({ id, service, data })),
    ...flows.map(({ from, to, carries }) => ({ from, to, carries })),
  ];
}

/**
 * SHA-256 of what is judged in a diagram: elements with their answers and containment, flows, decisions. Names, places,
 * notes and the order of anything do not count; a field that is new in the format does. It shows that something has
 * changed; it proves nothing about who signed.
 */
export function judgedHash(diagram: Diagram, scope: SignOffScope): string {
  const around = scope === 'all' ? null : idsAround(diagram, new Set([...scope, ...idsWithin(diagram, scope)]));
  const counts = (id: string) => around === null || around.has(id);
  const elements = LISTS.map((list) =>
    objectText([[list, listText(diagram[list].filter(({ id }) => counts(id)).map(elementText))]]),
  );
  const others = {
    scope,
    decisions: diagram.suppressions.filter(({ element }) => counts(element)),
    // Controls may ask which services there are anywhere.
    services: [...new Set(diagram.resources.map(({ service }) => service))],
    ...(around === null ? judgedWhole(diagram) : { data: dataUpstream(diagram, around) }),
  };
  const text = objectText([['elements', listText(elements)], ...fieldTexts(others)]);
  return bytesToHex(sha256(utf8ToBytes(text)));
}

/** True while the diagram is what was signed off. */
export const signOffHolds = (diagram: Diagram, { scope, hash }: SignOff): boolean =>
  judgedHash(diagram, scope) === hash;

/** "the whole diagram", "4 elements, of which 1 is gone". */
export function scopeText(diagram: Diagram, scope: SignOffScope): string {
  if (scope === 'all') return 'the whole diagram';
  const gone = scope.filter((id) => elementOf(diagram, id) === undefined).length;
  const count = scope.length === 1 ? '1 element' : `${scope.length} elements`;
  return gone === 0 ? count : `${count}, ${gone} of which ${gone === 1 ? 'is' : 'are'} gone`;
}

/** How a sign-off stands, in one line: "Signed off by Ann on 2026-11-22", or that it is broken. */
export const signOffText = ({ reviewer, date }: SignOff, holds: boolean): string => {
  const words = `by ${oneLine(reviewer)} on ${date}`;
  return holds ? `Signed off ${words}` : `Sign-off ${words} is broken: the diagram has changed since`;
};
