import { decisionKind, decisionReason } from '../shared/diagram/decision.ts';
import type { Suppression } from '../shared/diagram/schema.ts';
import { safe } from './paint.ts';

/** "Risk accepted by Ana on 2026-11-01, until 2027-11-01: why". */
export function decisionText(decision: Suppression): string {
  const { owner, decidedOn, expiresOn } = decision;
  const by = safe(owner) || 'nobody named';
  const until = expiresOn === null ? 'without an end' : `until ${expiresOn}`;
  return `${safe(decisionKind(decision))} by ${by} on ${decidedOn}, ${until}: ${safe(decisionReason(decision))}`;
}
