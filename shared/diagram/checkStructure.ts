import type { FileProblem } from './fileProblem.ts';
import type { DiagramFile } from './schema.ts';

type Placed = DiagramFile['boundaries'][number] | DiagramFile['resources'][number];

function checkIds(file: DiagramFile, problems: FileProblem[]): void {
  const first = new Map<string, string>();
  for (const list of ['boundaries', 'resources', 'flows'] as const) {
    file[list].forEach(({ id }, i) => {
      const where = `${list}[${i}].id`;
      const before = first.get(id);
      if (before === undefined) first.set(id, where);
      else problems.push({ where, message: `the id "${id}" is already used at ${before}` });
    });
  }
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
  return problems;
}
