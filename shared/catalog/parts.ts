import type {
  Addition,
  BoundaryKind,
  FlowFile,
  FlowTopic,
  Framework,
  NameFile,
  OverrideFile,
  Service,
} from './schema.ts';

/** What is wrong, in which file, and where in it (`controls.2.appliesWhen`; empty for the whole file). */
export interface Problem {
  readonly file: string;
  readonly path: string;
  readonly message: string;
}

/** The files of a catalog by concept, each with the path it came from. */
export interface Parts {
  readonly services: readonly Located<Service>[];
  readonly boundaries: readonly Located<BoundaryKind>[];
  readonly topics: readonly Located<FlowTopic>[];
  readonly flows: readonly Located<FlowFile>[];
  readonly frameworks: readonly Located<Framework>[];
  readonly names: readonly Located<NameFile>[];
  readonly additions: readonly Located<Addition>[];
  readonly overrides: readonly Located<OverrideFile>[];
}

export const NO_PARTS: Parts = {
  services: [],
  boundaries: [],
  topics: [],
  flows: [],
  frameworks: [],
  names: [],
  additions: [],
  overrides: [],
};

export interface Located<T> {
  readonly file: string;
  readonly value: T;
}

/** Anything that has properties, controls and help. */
interface Owner {
  readonly properties: Addition['properties'];
  readonly controls: Addition['controls'];
  readonly help: Addition['help'];
}

/** A service or kind of boundary with what additions put onto it. */
export function extended<T extends Owner & { readonly id: string }>(
  owner: T,
  kind: 'service' | 'boundary',
  additions: Parts['additions'],
): T {
  const own = additions.filter(({ value }) => value[kind] === owner.id).map(({ value }) => value);
  if (own.length === 0) return owner;
  return {
    ...owner,
    properties: [...owner.properties, ...own.flatMap((each) => each.properties)],
    controls: [...owner.controls, ...own.flatMap((each) => each.controls)],
    help: [...owner.help, ...own.flatMap((each) => each.help)],
  };
}
