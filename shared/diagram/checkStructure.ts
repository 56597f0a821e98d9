import type { FileProblem } from './fileProblem.ts';
import type { DiagramFile } from './schema.ts';

type Placed = DiagramFile['boundaries' | 'resources' | 'texts'][number];

function checkIds(file: DiagramFile, problems: FileProblem[]): void {
  const first = new Map<string, string>();
  for (const list of ['boundaries', 'resources', 'flows', 'texts'] as const) {
    file[list].forEach(({ id }, i) => {
      const where = `${list}[${i}].id`;
      const before = first.get(id);
      if (before === undefined) first.set(id, where);
      else problems.push({ where, message: `the id "${id}" is already used at ${before}` });
    });
  }
}

function checkRules({ rules = [] }: DiagramFile, problems: FileProblem[]): void {
  const first = new Map<string, number>();
  rules.forEach(({ id }, i) => {
    const before = first.get(id);
    if (before === undefined) first.set(id, i);
    else problems.push({ where: `rules[${i}].id`, message: `the id "${id}" is already used at rules[${before}].id` });
  });
}

function checkInside(file: DiagramFile, problems: FileProblem[]): void {
  const parent = new Map(file.boundaries.map((boundary) => [boundary.id, boundary.inside]));
  const check = (items: readonly Placed[], list: string) =>
    items.forEach(({ id, inside }, i) => {
      if (inside === null) return;
      const where = `${list}[${i}].inside`;
      if (!parent.has(inside)) {
        problems.push({ where, message: `names "${inside}", which is no boundary of this diagram` });
        return;
      }
      const seen = new Set([id]);
      for (let at: string | null | undefined = inside; at; at = parent.get(at)) {
        if (seen.has(at)) {
          if (at === id) problems.push({ where, message: `puts "${id}" inside itself` });
          return;
        }
        seen.add(at);
      }
    });
  check(file.boundaries, 'boundaries');
  check(file.resources, 'resources');
  check(file.texts, 'texts');
}

function checkFlows(file: DiagramFile, problems: FileProblem[]): void {
  const resources = new Set(file.resources.map((resource) => resource.id));
  const boundaries = new Set(file.boundaries.map((boundary) => boundary.id));
  file.flows.forEach((flow, i) => {
    for (const end of ['from', 'to'] as const) {
      if (resources.has(flow[end])) continue;
      const what = boundaries.has(flow[end]) ? 'which is a boundary: a flow joins resources' : 'which no resource has';
      problems.push({ where: `flows[${i}].${end}`, message: `names the id "${flow[end]}", ${what}` });
    }
    if (flow.from === flow.to) problems.push({ where: `flows[${i}]`, message: 'runs from a resource to itself' });
  });
}

/** What contradicts itself in a file of the right shape: ids used twice, containers and ends that are not there. */
export function checkStructure(file: DiagramFile): readonly FileProblem[] {
  const problems: FileProblem[] = [];
  checkIds(file, problems);
  checkInside(file, problems);
  checkFlows(file, problems);
  checkRules(file, problems);
  return problems;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Answers in a file, of whatever shape, that reading it would drop without a word: JavaScript keeps no such key. */
export function checkKeys(json: Readonly<Record<string, unknown>>): readonly FileProblem[] {
  const of = (list: string): readonly FileProblem[] => {
    const items = json[list];
    if (!Array.isArray(items)) return [];
    return items.flatMap((item: unknown, i) => {
      const answers = isRecord(item) ? item.answers : null;
      if (!isRecord(answers) || !Object.hasOwn(answers, '__proto__')) return [];
      return [{ where: `${list}[${i}].answers`, message: 'has the key "__proto__", which cannot be kept' }];
    });
  };
  return ['boundaries', 'resources', 'flows'].flatMap(of);
}
