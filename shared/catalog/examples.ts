import type { Catalog, CompiledControl } from './catalog.ts';
import { BOUNDARY_LISTS, DATA_LEVEL, FLOW_LISTS, RESOURCE_COUNTS, RESOURCE_LISTS } from './factNames.ts';
import type { Fact, FactReader, Truth } from './predicate.ts';
import type { AnswerValue, Property } from './schema.ts';

const LISTS = new Set<string>([...RESOURCE_LISTS, ...FLOW_LISTS, ...BOUNDARY_LISTS]);
const EMPTY: Fact = { value: [], origin: 'graph' };
/** Of a count: no neighbours. Of the level of data: nothing is classified. */
const NONE: Fact = { value: 'none', origin: 'graph' };
const UNANSWERED: Fact = { value: null, origin: 'unanswered' };

const isCount = (name: string) => [...RESOURCE_COUNTS, DATA_LEVEL.id].some((each) => each === name.split('.').at(-1));
const isList = (name: string) => {
  const last = name.split('.').at(-1) ?? '';
  return LISTS.has(last) || name.includes('sendsTo.') || name.includes('receivesFrom.');
};

/** Reads an example: what it gives, else the AWS default (if asked for), else an empty drawing. */
function readerOf(example: Readonly<Record<string, AnswerValue>>, properties: readonly Property[]): FactReader {
  return (name) => {
    const value = example[name];
    if (value !== undefined) return { value, origin: isList(name) || isCount(name) ? 'graph' : 'answer' };
    const byDefault = properties.find((property) => property.id === name)?.awsDefault;
    if (byDefault) return { value: byDefault.value, origin: 'awsDefault' };
    if (isCount(name)) return NONE;
    return isList(name) ? EMPTY : UNANSWERED;
  };
}

function outcome(compiled: CompiledControl, read: FactReader): Truth | 'notApplicable' {
  const applies = compiled.applies?.(read).truth ?? 'true';
  if (applies === 'false') return 'notApplicable';
  const satisfied = compiled.satisfied(read).truth;
  return applies === 'unknown' && satisfied !== 'true' ? 'unknown' : satisfied;
}

function checkControl(compiled: CompiledControl, properties: readonly Property[]): string[] {
  const { control } = compiled;
  const wrong: string[] = [];
  const expectAll = (list: readonly Readonly<Record<string, AnswerValue>>[], expected: ReturnType<typeof outcome>) => {
    for (const example of list) {
      const found = outcome(compiled, readerOf(example, properties));
      if (found !== expected) wrong.push(`${control.id}: ${JSON.stringify(example)} gives ${found}, not ${expected}`);
    }
  };
  expectAll(control.examples.satisfied, 'true');
  expectAll(control.examples.gap, 'false');
  expectAll(control.examples.notApplicable ?? [], 'notApplicable');
  if (outcome(compiled, readerOf({}, [])) === 'true') wrong.push(`${control.id}: nothing answered counts as satisfied`);
  return wrong;
}

/**
 * Runs the examples that every control carries, and proves that an empty answer sheet never satisfies one. Returns a
 * sentence for each that comes out otherwise.
 */
export function checkExamples(catalog: Catalog): readonly string[] {
  const subjects = [...catalog.services.values(), ...catalog.boundaries.values(), ...catalog.topics.values()];
  return subjects.flatMap(({ controls, properties }) => controls.flatMap((each) => checkControl(each, properties)));
}
