import { Button, Group } from '@mantine/core';
import { decisionKind, decisionReason } from '../../shared/diagram/decision.ts';
import { unsuppress } from '../../shared/diagram/edit/suppress.ts';
import { oneLine } from '../../shared/diagram/oneLine.ts';
import type { Suppression } from '../../shared/diagram/schema.ts';
import {
  DECISION_STANDINGS,
  decisionStanding,
  decisionSubject,
  decisionsText,
  isOvertaken,
} from '../../shared/export/reviewDecisions.ts';
import { type Assessment, keyOf } from '../../shared/validate/report.ts';
import { ChangedFacts } from '../inspector/controls/ChangedFacts.tsx';
import { showFinding } from '../inspector/showFinding.ts';
import { catalog } from '../state/catalog.ts';
import { assessmentOf, useReport } from '../state/derived.ts';
import { announce, commit, showDialog, useStore } from '../state/store.ts';
import classes from './DecisionsDialog.module.css';
import { Frame } from './Frame.tsx';

interface FindingActionsProps {
  readonly assessment: Assessment;
  readonly label: string;
  readonly onClose: () => void;
}

/** What can be done about what a decision is about, while that is there. */
function FindingActions({ assessment, label, onClose }: FindingActionsProps) {
  const go = () => {
    onClose();
    showFinding(assessment);
  };
  return (
    <>
      <button type="button" aria-label={`Go to ${label}`} onClick={go}>
        Go to
      </button>
      <button
        type="button"
        aria-label={`Decide anew: ${label}`}
        onClick={() => showDialog({ kind: 'accept', keys: [assessment.key] })}
      >
        Decide anew…
      </button>
    </>
  );
}

interface RowProps {
  readonly decision: Suppression;
  readonly onClose: () => void;
}

function Row({ decision, onClose }: RowProps) {
  const report = useReport();
  const key = keyOf(decision.control, decision.element);
  const assessment = useStore((state) => assessmentOf(state, key));
  const subject = decisionSubject({ catalog, report }, decision);
  const title = oneLine(subject.title);
  const where = oneLine(subject.where);
  const standing = decisionStanding(report, decision);
  const withdraw = () => {
    commit(`Withdraw decision on ${title}`, (diagram) => unsuppress(diagram, decision.control, decision.element));
    announce(`Withdrew the decision on ${title}`);
  };
  const label = `${title}, ${where}`;
  return (
    <tr>
      <td>
        {DECISION_STANDINGS[standing]}
        {subject.gone !== null && <p className={classes.why}>{subject.gone}</p>}
        {isOvertaken(standing) && assessment && <ChangedFacts assessment={assessment} className={classes.why} />}
      </td>
      <td>
        <strong>{title}</strong>
        <br />
        {where}
      </td>
      <td>
        {oneLine(decisionKind(decision))}: {oneLine(decisionReason(decision))}
      </td>
      <td>{oneLine(decision.owner) || 'nobody named'}</td>
      <td className={classes.dates}>
        {decision.decidedOn}
        <br />
        {decision.expiresOn === null ? 'no end' : `until ${decision.expiresOn}`}
      </td>
      <td className={classes.actions}>
        {assessment && <FindingActions assessment={assessment} label={label} onClose={onClose} />}
        <button type="button" aria-label={`Withdraw the decision on ${label}`} onClick={withdraw}>
          Withdraw
        </button>
      </td>
    </tr>
  );
}

/** All decisions of the diagram, with how each stands. Those that do not hold any more come first. */
export function DecisionsDialog({ onClose }: { readonly onClose: () => void }) {
  const decisions = useStore((state) => state.history.present.suppressions);
  const report = useReport();
  const holds = (decision: Suppression) => decisionStanding(report, decision) === 'holds';
  const ordered = [...decisions.filter((each) => !holds(each)), ...decisions.filter(holds)];
  return (
    <Frame title="Decisions" size="xl" onClose={onClose}>
      {decisions.length === 0 ? (
        <p>
          Nothing has been decided yet. «Accept risk…» beside a finding records a decision, with its reason and its end.
        </p>
      ) : (
        <>
          <p role="status">{decisionsText(report, decisions)}</p>
          {/* Scrolls by itself, so it can be reached by keyboard. */}
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls needs the focus */}
          <section className={classes.scroll} aria-label="All decisions" tabIndex={0}>
            <table className={classes.table}>
              <thead>
                <tr>
                  <th scope="col">Standing</th>
                  <th scope="col">Control and element</th>
                  <th scope="col">Decision</th>
                  <th scope="col">Owner</th>
                  <th scope="col">Dates</th>
                  <th scope="col">
                    <span className="visually-hidden">What can be done</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {ordered.map((decision) => (
                  <Row key={keyOf(decision.control, decision.element)} decision={decision} onClose={onClose} />
                ))}
              </tbody>
            </table>
          </section>
        </>
      )}
      <Group justify="flex-end" pt="sm">
        <Button variant="default" onClick={onClose}>
          Close
        </Button>
      </Group>
    </Frame>
  );
}
