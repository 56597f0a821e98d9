import type { Boundary, Diagram, Flow, Resource, Size, TextBox } from '../schema.ts';

const sameSize = (a: Size, b: Size): boolean => a.width === b.width && a.height === b.height;

function same<T extends { readonly id: string }>(
  a: readonly T[],
  b: readonly T[],
  agrees: (one: T, other: T) => boolean,
): boolean {
  if (a === b) return true;
  const others = new Map(b.map((item) => [item.id, item]));
  return (
    a.length === b.length &&
    a.every((item) => {
      const other = others.get(item.id);
      return other === item || (other !== undefined && agrees(item, other));
    })
  );
}

/** True when a layout that was computed for one diagram fits the other: names, answers and positions may differ. */
export const sameStructure = (a: Diagram, b: Diagram): boolean =>
  same<Resource>(a.resources, b.resources, (one, other) => one.inside === other.inside) &&
  same<Boundary>(
    a.boundaries,
    b.boundaries,
    (one, other) => one.inside === other.inside && sameSize(one.size, other.size),
  ) &&
  same<TextBox>(a.texts, b.texts, (one, other) => one.inside === other.inside && sameSize(one.size, other.size)) &&
  same<Flow>(a.flows, b.flows, (one, other) => one.from === other.from && one.to === other.to);
