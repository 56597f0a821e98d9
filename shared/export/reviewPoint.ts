import type { Catalog } from '../catalog/catalog.ts';
import type { Where } from '../catalog/schema.ts';
import { settingPlaces } from '../catalog/settingPlaces.ts';
import { CATEGORIES, type Severity } from '../catalog/terms.ts';
import { reasons, reopenedText, describe as wordsOf } from '../validate/describe.ts';
import { elementKind } from '../validate/elementName.ts';
import { placeName } from '../validate/placeName.ts';
import type { Assessment, ElementRef } from '../validate/report.ts';
import { raiseText } from '../validate/severity.ts';
import { lineOf } from './text.ts';

/** An element in words. */
export interface ReviewElement {
  readonly id: string;
  readonly kind: ElementRef['kind'];
  readonly name: string;
  /** Its service, the services of its ends, or its kind of boundary, by name. */
  readonly service: string;
}

/** A fact that decided. */
export interface ReviewReason {
  readonly label: string;
  readonly value: string;
  /** "AWS default", "from the drawing", "not answered", or empty for an answer. */
  readonly origin: string;
  readonly unanswered: boolean;
}

/** One control on one element, in words. */
export interface ReviewPoint {
  /** `controlId@elementId`; stays the same from run to run. */
  readonly key: string;
  readonly control: string;
  readonly title: string;
  readonly severity: Severity;
  /** Why it is higher than that of the control ("raised from medium: personal data"), or null. */
  readonly raise: string | null;
  readonly category: string;
  readonly element: ReviewElement;
  readonly gap: string;
  readonly why: string;
  readonly remediation: string;
  /** Where the setting is made, tool by tool. */
  readonly where: readonly { readonly tool: string; readonly place: string }[];
  readonly because: readonly ReviewReason[];
  /** Requirements of public frameworks that the control serves. */
  readonly references: readonly { readonly framework: string; readonly requirement: string }[];
  /** Pages that say so. */
  readonly sources: readonly { readonly title: string; readonly url: string }[];
  /** Where public rule sets disagree, or null. */
  readonly disagreement: string | null;
  /** Why a decision on it no longer holds, as a sentence, or null. */
  readonly reopened: string | null;
  /** A fault in the control itself, or null. */
  readonly error: string | null;
}

/** An element with the names that people know it by. */
export const elementWords = (catalog: Catalog, element: ElementRef): ReviewElement => ({
  id: element.id,
  kind: element.kind,
  name: lineOf(placeName(element)),
  service: lineOf(elementKind(catalog, element)),
});

/** Where a setting is made, one entry a tool. */
export const places = (where: Where | undefined): ReviewPoint['where'] =>
  settingPlaces(where).map(({ tool, names }) => ({ tool, place: names.join(', ') }));

/** An assessment in words. */
export function reviewPoint(catalog: Catalog, assessment: Assessment): ReviewPoint {
  const { control } = assessment.compiled;
  const { title, gap, why, remediation } = wordsOf(assessment);
  return {
    key: assessment.key,
    control: control.id,
    title: lineOf(title),
    severity: assessment.severity,
    raise: assessment.raise && raiseText(assessment.raise),
    category: CATEGORIES[control.category],
    element: elementWords(catalog, assessment.element),
    gap: lineOf(gap),
    why: lineOf(why),
    remediation: lineOf(remediation),
    where: places(control.where),
    because: reasons(catalog, assessment).map(({ label, value, origin, because }) => ({
      label: lineOf(label),
      value: lineOf(value),
      origin,
      unanswered: because.origin === 'unanswered',
    })),
    references: control.references.map(({ framework, requirement }) => ({
      framework: catalog.frameworks.get(framework)?.shortName ?? framework,
      requirement,
    })),
    sources: control.sources.pages,
    disagreement: control.disagreement ?? null,
    reopened: reopenedText(assessment),
    error: assessment.error === null ? null : lineOf(assessment.error),
  };
}
