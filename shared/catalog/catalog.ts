import type { Compiled } from './predicate.ts';
import type {
  BoundaryKind,
  Control,
  FlowRule,
  FormerName,
  Framework,
  HelpNote,
  Override,
  Property,
  Service,
} from './schema.ts';

/** A control ready to run on one kind of element, with what a pair of services adds to it. */
export interface CompiledControl {
  readonly control: Control;
  readonly applies: Compiled | null;
  readonly satisfied: Compiled;
  /** True when it asks for services anywhere in the diagram (`diagramServices`). */
  readonly readsDiagram: boolean;
  /** True when it asks for the classes of data that reach the element or an end of it. */
  readonly readsData: boolean;
  /** Who needs the right, for the text of a flow control. */
  readonly principal: string | null;
  readonly actions: readonly string[];
  readonly detail: string | null;
  /** Services between the two ends of a flow that close it, the first choice first. */
  readonly through: readonly string[];
  /** True for a control of every flow: where it does not apply it is left out, since nobody asked for it there. */
  readonly onlyWhereItApplies: boolean;
  /** Set when an own catalog changed its severity. */
  readonly override: Override | null;
}

/** What every kind of element has: questions, controls, things worth knowing. */
export interface Subject {
  readonly properties: readonly Property[];
  readonly controls: readonly CompiledControl[];
  readonly help: readonly HelpNote[];
}

export interface ServiceEntry extends Subject {
  readonly service: Service;
}

export interface BoundaryEntry extends Subject {
  readonly kind: BoundaryKind;
}

export interface FlowEntry extends Subject {
  readonly rule: FlowRule;
  /** False when no rule was written for this pair and the general one stands in. */
  readonly specific: boolean;
}

/** All that Parapet knows, parsed, cross-checked and compiled. Immutable. */
export interface Catalog {
  readonly services: ReadonlyMap<string, ServiceEntry>;
  readonly boundaries: ReadonlyMap<string, BoundaryEntry>;
  /** Topics of flow controls, apart from any pair that draws on them. */
  readonly topics: ReadonlyMap<string, Subject>;
  readonly frameworks: ReadonlyMap<string, Framework>;
  readonly names: readonly FormerName[];
  /** What an own catalog changed or switched off, with the reasons. */
  readonly overrides: readonly Override[];
  /** Changes to a severity that the control has already, with everything that requires it. */
  readonly idleOverrides: readonly Override[];
  /** What a flow between two services needs; both may be unknown services. */
  readonly flow: (from: string, to: string) => FlowEntry;
  /** Every pair somebody wrote a rule for. */
  readonly pairs: readonly { readonly from: string; readonly to: string; readonly entry: FlowEntry }[];
}
