import { decisionKind } from '../../../shared/diagram/decision.ts';
import { oneLine } from '../../../shared/diagram/oneLine.ts';
import { isOvertaken } from '../../../shared/export/reviewDecisions.ts';
import { reopenedText } from '../../../shared/validate/describe.ts';
import type { Assessment } from '../../../shared/validate/report.ts';
import { ExternalLink } from '../ExternalLink.tsx';
import { ChangedFacts } from './ChangedFacts.tsx';
import classes from './Controls.module.css';

const isLink = (ticket: string): boolean => /^https:\/\/\S+$/.test(ticket);

function Ticket({ ticket }: { readonly ticket: string }) {
  return <p>Ticket: {isLink(ticket) ? <ExternalLink url={ticket} title={ticket} /> : ticket}</p>;
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
      {reopened !== null && <p className={classes.reopened}>Open again. {reopened}</p>}
      {isOvertaken(assessment.reopened) && <ChangedFacts assessment={assessment} className={classes.changes} />}
      {!holds && reopened === null && <p>The decision is not needed any more.</p>}
      <p>
        {oneLine(decisionKind(decision))}
        {until}: “{oneLine(decision.justification)}”
      </p>
      <p>
        Decided on {decision.decidedOn}
        {decision.owner && ` by ${oneLine(decision.owner)}`}
      </p>
      {decision.ticket && <Ticket ticket={oneLine(decision.ticket)} />}
    </div>
  );
}
