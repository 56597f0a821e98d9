import { contentHash } from '../../catalog/contentHash.ts';
import { decisionKind, decisionReason } from '../../diagram/decision.ts';
import type { FilePlaces, Region } from '../../diagram/filePlaces.ts';
import type { Suppression } from '../../diagram/schema.ts';
import type { Assessment } from '../../validate/report.ts';
import type { ReviewElement, ReviewPoint } from '../reviewPoint.ts';
import { lineOf } from '../text.ts';
import type { SarifLocation, SarifResult, SarifSuppression } from './model.ts';
import { LEVELS } from './rule.ts';

/** The diagram file that results are in. */
export interface Ground {
  readonly uri: string | null;
  readonly places: FilePlaces | null;
}

const region = (place: Region | undefined) => (place ? { region: place } : {});

const inFile = ({ uri }: Ground, place: Region | undefined): Pick<SarifLocation, 'physicalLocation'> =>
  uri === null ? {} : { physicalLocation: { artifactLocation: { uri }, ...region(place) } };

/** Where an element is: in the diagram file, and in the diagram. */
export function locationOf(ground: Ground, element: ReviewElement): SarifLocation {
  const logical = { name: element.name, fullyQualifiedName: lineOf(element.id), kind: element.kind };
  return { ...inFile(ground, ground.places?.elements.get(element.id)), logicalLocations: [logical] };
}

/**
 * A sentence as the text of a message: braces stand for arguments there, and `[text](1)` for links, unless doubled or
 * escaped.
 */
export const messageText = (text: string): string =>
  text.replaceAll('{', '{{').replaceAll('}', '}}').replaceAll('](', '\\](');

function suppressionOf(ground: Ground, key: string, decision: Suppression): SarifSuppression {
  const { owner, decidedOn, expiresOn } = decision;
  const place = ground.places?.decisions.get(key);
  return {
    kind: 'inSource',
    status: 'accepted',
    justification: lineOf(decisionReason(decision)),
    ...(place ? { location: inFile(ground, place) } : {}),
    properties: { decision: lineOf(decisionKind(decision)), owner: lineOf(owner), decidedOn, expiresOn },
  };
}

/** How a result is told: its number in the picture, and whether a baseline has it. */
export interface Telling {
  readonly number: number | null;
  /** Keys of the gaps that a baseline has; null without one. */
  readonly known: ReadonlySet<string> | null;
}

function baselineOf({ known }: Telling, { key, outcome }: Assessment): Pick<SarifResult, 'baselineState'> {
  if (known === null || outcome !== 'gap') return {};
  return { baselineState: known.has(key) ? 'unchanged' : 'new' };
}

/** What is wrong, or what nobody answered. */
function reasonText({ gap, because, reopened, error }: ReviewPoint, review: boolean): string {
  const asked = because.filter(({ unanswered }) => unanswered).map(({ label }) => label);
  const question = asked.length === 0 ? 'Not answered yet.' : `Not answered yet: ${asked.join(', ')}.`;
  return [error ?? (review ? question : gap), reopened].filter((text) => text !== null).join(' ');
}

/** A finding or an accepted risk as a result. Its fingerprint is its key, which lives as long as control and element. */
export function toResult(ground: Ground, assessment: Assessment, point: ReviewPoint, telling: Telling): SarifResult {
  const { key, outcome, suppression } = assessment;
  const review = outcome === 'unknown';
  const accepted = outcome === 'suppressed' && suppression ? [suppressionOf(ground, key, suppression)] : [];
  return {
    ruleId: point.control,
    kind: review ? 'review' : 'fail',
    level: review ? 'none' : LEVELS[point.severity],
    message: { text: messageText(`${point.element.name}: ${point.title}. ${reasonText(point, review)}`) },
    locations: [locationOf(ground, point.element)],
    partialFingerprints: { 'parapetFinding/v1': key, primaryLocationLineHash: `${contentHash(key)}:1` },
    ...baselineOf(telling, assessment),
    suppressions: accepted,
    properties: {
      number: telling.number,
      severity: point.severity,
      category: point.category,
      service: point.element.service,
      remediation: point.remediation,
      because: point.because.map(({ label, value, origin }) => ({ label, value, origin })),
    },
  };
}
