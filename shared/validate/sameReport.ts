import type { Assessment, Because, ElementRef, ElementReport } from './report.ts';

const sameTexts = (a: readonly string[] = [], b: readonly string[] = []): boolean =>
  a.length === b.length && a.every((text, i) => text === b[i]);

const sameElement = (a: ElementRef, b: ElementRef): boolean =>
  a.id === b.id &&
  a.kind === b.kind &&
  a.name === b.name &&
  a.service === b.service &&
  a.ends?.source === b.ends?.source &&
  a.ends?.target === b.ends?.target &&
  sameTexts(a.between, b.between);

function sameValue(a: Because['value'], b: Because['value']): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  return sameTexts(a, b);
}

const sameBecause = (a: readonly Because[], b: readonly Because[]): boolean =>
  a.length === b.length &&
  a.every((one, i) => {
    const other = b[i];
    return (
      other !== undefined && one.fact === other.fact && one.origin === other.origin && sameValue(one.value, other.value)
    );
  });

const sameAssessment = (a: Assessment, b: Assessment | undefined): boolean =>
  b !== undefined &&
  a.key === b.key &&
  a.compiled === b.compiled &&
  a.outcome === b.outcome &&
  a.severity === b.severity &&
  a.raise?.from === b.raise?.from &&
  sameTexts(a.raise?.by, b.raise?.by) &&
  a.suppression === b.suppression &&
  a.reopened === b.reopened &&
  a.error === b.error &&
  sameBecause(a.because, b.because);

/** True when two reports on an element say the same, about an element that is called the same. */
export const isSameReport = (a: ElementReport, b: ElementReport): boolean =>
  a.known === b.known &&
  sameElement(a.element, b.element) &&
  a.assessments.length === b.assessments.length &&
  a.assessments.every((assessment, i) => sameAssessment(assessment, b.assessments[i]));
