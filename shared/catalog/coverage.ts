import type { Catalog, Subject } from './catalog.ts';
import type { Control, FlowRule } from './schema.ts';

/** What the catalog holds for one service or kind of boundary. */
export interface Coverage {
  readonly id: string;
  readonly name: string;
  readonly controls: number;
  /** Pairs with a rule of their own that begin or end here. */
  readonly pairs: number;
  /** Entries of the founding ledger that are cited. */
  readonly facts: number;
  /** Rules of public rule sets that the controls serve, each once. */
  readonly rules: number;
  /** Controls that cite a documentation page. */
  readonly sourced: number;
}

const distinct = (items: readonly string[]): number => new Set(items).size;

function factsOf({ properties, controls, help }: Subject): readonly string[] {
  return [
    ...properties.flatMap((property) => property.facts ?? []),
    ...controls.flatMap(({ control }) => control.sources.facts),
    ...help.flatMap((note) => note.facts),
  ];
}

const factsOfRule = (rule: FlowRule): readonly string[] => [...rule.facts, ...rule.help.flatMap((note) => note.facts)];

function rulesOf(catalog: Catalog, controls: readonly Control[]): readonly string[] {
  return controls.flatMap(({ references }) =>
    references
      .filter(({ framework }) => catalog.frameworks.get(framework)?.kind === 'ruleSet')
      .map(({ framework, requirement }) => `${framework} ${requirement}`),
  );
}

const isSourced = (control: Control): boolean => control.sources.pages.length > 0;

/** Coverage of every service and boundary, and of the flow controls as one; the total counts each thing once. */
export function coverageOf(catalog: Catalog): { readonly rows: readonly Coverage[]; readonly total: Coverage } {
  const subjectRow = (id: string, name: string, subject: Subject): Coverage => {
    const own = catalog.pairs.filter(({ from, to }) => from === id || to === id);
    const controls = subject.controls.map(({ control }) => control);
    return {
      id,
      name,
      controls: controls.length,
      pairs: own.length,
      facts: distinct([...factsOf(subject), ...own.flatMap(({ entry }) => factsOfRule(entry.rule))]),
      rules: distinct(rulesOf(catalog, controls)),
      sourced: controls.filter(isSourced).length,
    };
  };
  const topics = [...catalog.topics.values()];
  const flowControls = topics.flatMap(({ controls }) => controls.map(({ control }) => control));
  const flowFacts = [...topics.flatMap(factsOf), ...catalog.pairs.flatMap(({ entry }) => factsOfRule(entry.rule))];
  const flows: Coverage = {
    id: 'flows',
    name: 'Flows',
    controls: flowControls.length,
    pairs: catalog.pairs.length,
    facts: distinct(flowFacts),
    rules: distinct(rulesOf(catalog, flowControls)),
    sourced: flowControls.filter(isSourced).length,
  };
  const subjects: readonly Subject[] = [...catalog.services.values(), ...catalog.boundaries.values()];
  const controls = [...subjects.flatMap((subject) => subject.controls.map(({ control }) => control)), ...flowControls];
  return {
    rows: [
      ...[...catalog.services.values()].map((entry) => subjectRow(entry.service.id, entry.service.name, entry)),
      ...[...catalog.boundaries.values()].map((entry) => subjectRow(entry.kind.id, entry.kind.name, entry)),
      flows,
    ],
    total: {
      id: 'total',
      name: 'Total',
      controls: controls.length,
      pairs: catalog.pairs.length,
      facts: distinct([...subjects.flatMap(factsOf), ...flowFacts]),
      rules: distinct(rulesOf(catalog, controls)),
      sourced: controls.filter(isSourced).length,
    },
  };
}
