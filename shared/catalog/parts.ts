import type { BoundaryKind, FlowFile, FlowTopic, Framework, NameFile, Service } from './schema.ts';

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
}

export interface Located<T> {
  readonly file: string;
  readonly value: T;
}
