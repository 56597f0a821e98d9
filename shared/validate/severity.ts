import { type Category, SEVERITIES, type Severity } from '../catalog/terms.ts';
import { type ClassSet, classesOf, classesText, type DataClass, sensitiveOf } from '../dataClasses.ts';

/** Categories of control that keep data from being read by others: what is missing there weighs more with the data. */
const CONFIDENTIALITY: ReadonlySet<Category> = new Set([
  'encryptionAtRest',
  'encryptionInTransit',
  'keyManagement',
  'accessControl',
  'identity',
  'networkIsolation',
  'dataProtection',
]);

/** Severities one step up. What is worth knowing only stays so, and nothing is worse than critical. */
const RAISED: Readonly<Partial<Record<Severity, Severity>>> = { high: 'critical', medium: 'high', low: 'medium' };

/** Why a severity is another one than that of its control. */
export interface Raise {
  readonly from: Severity;
  /** The classes that raise it, weakest first. */
  readonly by: readonly DataClass[];
}

export interface Weight {
  readonly severity: Severity;
  readonly raise: Raise | null;
}

const AS_IT_IS = Object.fromEntries(
  SEVERITIES.map((severity): [Severity, Weight] => [severity, { severity, raise: null }]),
) as Record<Severity, Weight>;

/**
 * How severe a control is on an element that these data reach, by the rubric in data/README.md: one step more where
 * personal, payment or health data reach it and the control keeps data confidential.
 */
export function severityWith(
  control: { readonly severity: Severity; readonly category: Category },
  data: ClassSet,
): Weight {
  const sensitive = sensitiveOf(data);
  const severity = sensitive !== 0 && CONFIDENTIALITY.has(control.category) ? RAISED[control.severity] : undefined;
  return severity
    ? { severity, raise: { from: control.severity, by: classesOf(sensitive) } }
    : AS_IT_IS[control.severity];
}

/** "raised from medium: personal data". */
export const raiseText = ({ from, by }: Raise): string => `raised from ${from}: ${classesText(by)}`;
