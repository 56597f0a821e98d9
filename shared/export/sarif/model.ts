import type { Region } from '../../diagram/filePlaces.ts';

/** What severity looks like to SARIF. */
export type Level = 'error' | 'warning' | 'note' | 'none';

interface Message {
  readonly text: string;
}

interface MultiformatMessage extends Message {
  readonly markdown?: string;
}

/** Where something is: in the diagram file, and in the diagram. */
export interface SarifLocation {
  readonly physicalLocation?: {
    readonly artifactLocation: { readonly uri: string };
    readonly region?: Region;
  };
  readonly logicalLocations?: readonly {
    readonly name: string;
    readonly fullyQualifiedName: string;
    readonly kind: string;
  }[];
}

/** A control, as a rule. */
export interface SarifRule {
  readonly id: string;
  readonly shortDescription: Message;
  readonly fullDescription: Message;
  readonly helpUri: string | undefined;
  readonly help: MultiformatMessage;
  readonly defaultConfiguration: { readonly level: Level };
  readonly properties: Readonly<Record<string, string | readonly string[]>>;
}

/** A decision in force. */
export interface SarifSuppression {
  readonly kind: 'inSource';
  readonly status: 'accepted';
  readonly justification: string;
  readonly location?: SarifLocation;
  readonly properties: Readonly<Record<string, string | null>>;
}

/** A finding, or an accepted risk, as a result. */
export interface SarifResult {
  readonly ruleId: string;
  readonly kind: 'fail' | 'review';
  readonly level: Level;
  readonly message: Message;
  readonly locations: readonly SarifLocation[];
  readonly partialFingerprints: Readonly<Record<string, string>>;
  readonly baselineState?: 'new' | 'unchanged';
  /** Empty for what is not accepted: a viewer must be able to tell that from "not known". */
  readonly suppressions: readonly SarifSuppression[];
  readonly properties: Readonly<Record<string, unknown>>;
}

/** What one diagram adds to a log. Data only: it may travel between threads. */
export interface SarifPart {
  /** The diagram file, or null for a document that was never saved. */
  readonly uri: string | null;
  readonly rules: readonly SarifRule[];
  readonly results: readonly SarifResult[];
}
