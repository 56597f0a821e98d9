import { oneLine } from '../../../shared/diagram/oneLine.ts';
import { SUPPRESSION_KINDS } from '../../../shared/diagram/schema.ts';
import type { Assessment } from '../../../shared/validate/report.ts';
import classes from './Controls.module.css';

function reopenedText({ reopened, suppression }: Assessment): string | null {
  if (reopened === 'expired') return `Open again: the decision expired on ${suppression?.expiresOn}.`;
  return reopened === 'factsChanged' ? 'Open again: what the decision was based on has changed.' : null;
}

/** The decision on a finding: kind, until when, by whom, why, and whether it still holds. */
export function Decision({ assessment }: { readonly assessment: Assessment }) {
  const { suppression: decision, outcome } = assessment;
  if (decision === null) return null;
  const reopened = reopenedText(assessment);
  const holds = outcome === 'suppressed';
  const until = decision.expiresOn === null ? '' : ` until ${decision.expiresOn}`;
  return (
    <div className={classes.decision}>
      {reopened !== null && <p className={classes.reopened}>{reopened}</p>}
      {!holds && reopened === null && <p>The decision is not needed any more.</p>}
      <p>
        {SUPPRESSION_KINDS[decision.kind]}
        {until}: “{oneLine(decision.justification)}”
      </p>
      <p>
        Decided on {decision.decidedOn}
        {decision.owner && ` by ${oneLine(decision.owner)}`}
      </p>
    </div>
  );
}
