import { DATA_CLASS_IDS, type DataClass, onlyClass } from '../dataClasses.ts';
import { classify } from './classify.ts';
import type { Drawn } from './links.ts';

/** A class of data, and how many resources it reaches. */
export interface ClassCount {
  readonly class: DataClass;
  readonly resources: number;
}

/** The classes that reach any resource of a diagram, strongest first. */
export function countClasses(drawn: Drawn): readonly ClassCount[] {
  const reached = [...classify(drawn).values()];
  return DATA_CLASS_IDS.map((each, index) => ({
    class: each,
    resources: reached.filter(({ classes }) => (classes & onlyClass(index)) !== 0).length,
  }))
    .filter(({ resources }) => resources > 0)
    .toReversed();
}
