import { DATA_CLASS_IDS, DATA_CLASSES, type DataClass, onlyClass } from '../dataClasses.ts';
import { classify } from './classify.ts';
import { carried, type Drawn, entering } from './links.ts';

/** A resource on the way of data, what they are there, and the flow that they came by; null where they enter. */
export interface Stop {
  readonly resource: string;
  readonly by: string | null;
  readonly as: DataClass;
}

interface Came {
  readonly flow: string;
  readonly from: string;
  readonly index: number;
}

const byFlow = (a: Came, b: Came): number => (a.flow < b.flow ? -1 : a.flow > b.flow ? 1 : a.index - b.index);

/**
 * The way that a class came to a resource, from where it entered: a shortest one, of equally short ones always the same,
 * whatever the order of elements. Empty when the class does not come there.
 */
export function wayOf(drawn: Drawn, resource: string, wanted: DataClass): readonly Stop[] {
  const classification = classify(drawn);
  const stepsOf = (id: string, index: number): number => classification.get(id)?.steps[index] ?? Infinity;
  const way: Stop[] = [];
  let id = resource;
  let index = DATA_CLASS_IDS.indexOf(wanted);
  let steps = stepsOf(id, index);
  if (steps === Infinity) return [];
  for (; steps > 0; steps--) {
    const [came] = entering(drawn, id)
      .flatMap((link) =>
        DATA_CLASS_IDS.map((_id, from): Came => ({ flow: link.flow.id, from: link.from.id, index: from })).filter(
          (each) =>
            stepsOf(each.from, each.index) === steps - 1 &&
            (carried(link, onlyClass(each.index)) & onlyClass(index)) !== 0,
        ),
      )
      .sort(byFlow);
    if (!came) break;
    way.unshift({ resource: id, by: came.flow, as: DATA_CLASS_IDS[index] ?? wanted });
    [id, index] = [came.from, came.index];
  }
  way.unshift({ resource: id, by: null, as: DATA_CLASS_IDS[index] ?? wanted });
  return way;
}

/** Whether a stop is one at which data of a way become something else: the first one, too, where they do so at all. */
export const isChange = (way: readonly Stop[], i: number): boolean =>
  way[i]?.as !== way[i - 1]?.as && way.some(({ as }) => as !== way[0]?.as);

/** A way in words: "clicks → board", "shop (payment) → vault → board (internal)" where data change on it. */
export function wayText(way: readonly Stop[], nameOf: (resource: string) => string): string {
  if (way.length < 2) return 'enters here';
  const stops = way.map(({ resource, as }, i) =>
    isChange(way, i) ? `${nameOf(resource)} (${DATA_CLASSES[as].toLowerCase()})` : nameOf(resource),
  );
  return stops.join(' → ');
}
